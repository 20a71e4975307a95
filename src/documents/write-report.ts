import type { Phrase } from '../core/phrase.ts';
import type { OfficeRecord, Report, ReportAsk } from '../core/reports/contract.ts';
import { questionFor } from '../core/reports/figures/question.ts';
import { isRefusal, type Refusal } from '../core/reports/form/artefact.ts';
import type { Words } from '../core/reports/form/words.ts';
import { reportById, reports } from '../core/reports/index.ts';
import { problemRows } from '../core/reports/sheets/problems.ts';
import { fillForm } from './fill-form.ts';
import type { Theme } from './picture-canvas.ts';
import { type Say, type Wording, wordingOf } from './wording.ts';
import { writeDocx } from './write-docx.ts';
import { writeIcs } from './write-ics.ts';
import { writePng } from './write-png.ts';
import { writeXlsx } from './write-xlsx.ts';
import { fileName, type ReadFile, writeZip } from './write-zip.ts';

export interface ReportFile {
  readonly bytes: Uint8Array;
  /** With its ending. */
  readonly fileName: string;
  /** Media type. */
  readonly type: string;
  /** Never to be sent to a group. */
  readonly privately: boolean;
  /** What whoever asked should know of it: columns of their own sheet that nothing is known of. */
  readonly notes?: readonly Phrase[];
}

export interface HowToWrite {
  readonly say: Say;
  readonly language?: 'zh' | 'en';
  readonly theme?: Theme;
  /** The office's own blank sheet: the ledger fills it instead of drawing one. */
  readonly form?: Uint8Array;
  /** Bytes of evidence, for bundles. */
  readonly read?: ReadFile;
}

/** Any report as a file; or why there is none, to be worded in the reader's language. */
export async function writeReport(
  name: string,
  record: OfficeRecord,
  ask: ReportAsk,
  how: HowToWrite,
): Promise<ReportFile | Refusal> {
  const report = reportById(name);
  const names = reports.map(({ id }) => id);
  if (!report) return { refused: [{ id: 'report-refused-unknown', args: { name, names } }] };
  const question = questionFor(report, record, ask);
  if (isRefusal(question)) return question;
  const wording = wordingOf(how.say, how.language ?? record.plan.organization.language);
  const written = await write(report, question, wording, record, how);
  if (isRefusal(written)) return written;
  const { bytes, called, ending, notes } = written;
  const type = types[ending];
  return {
    bytes,
    fileName: `${fileName(wording.word(called))}.${ending}`,
    type,
    privately: 'privately' in report,
    ...(notes ? { notes } : {}),
  };
}

const types = {
  txt: 'text/plain; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  png: 'image/png',
  zip: 'application/zip',
  ics: 'text/calendar; charset=utf-8',
} as const;

interface Written {
  readonly bytes: Uint8Array;
  readonly called: Words;
  readonly ending: keyof typeof types;
  readonly notes?: readonly Phrase[];
}

type Question = Parameters<Report['compose']>[0];

async function write(
  report: Report,
  question: Question,
  wording: Wording,
  record: OfficeRecord,
  { theme, read, form }: HowToWrite,
): Promise<Written | Refusal> {
  switch (report.form) {
    case 'message': {
      const made = report.compose(question);
      if (isRefusal(made)) return made;
      const text = made.lines.map((line) => wording.word(line.text)).join('\n');
      return {
        bytes: new TextEncoder().encode(`${text}\n`),
        called: `${report.id}-${question.days.first}`,
        ending: 'txt',
      };
    }
    case 'workbook': {
      const made = report.compose(question);
      if (isRefusal(made)) return made;
      if (form && report.id === 'ledger') return filled(form, question, made.fileName, wording);
      return { bytes: await writeXlsx(made, wording), called: made.fileName, ending: 'xlsx' };
    }
    case 'paper': {
      const made = report.compose(question);
      return isRefusal(made) ? made : { bytes: await writeDocx(made, wording), called: made.fileName, ending: 'docx' };
    }
    case 'picture': {
      const made = report.compose(question);
      return isRefusal(made)
        ? made
        : { bytes: await writePng(made, wording, theme), called: made.fileName, ending: 'png' };
    }
    case 'feed': {
      const made = report.compose(question);
      return isRefusal(made) ? made : { bytes: writeIcs(made, wording), called: made.fileName, ending: 'ics' };
    }
    case 'bundle': {
      const made = report.compose(question);
      if (isRefusal(made)) return made;
      const { zone } = record.plan.organization;
      const bytes = await writeZip(made, wording, { at: record.now, zone, ...(read ? { read } : {}) });
      return { bytes, called: made.fileName, ending: 'zip' };
    }
  }
}

/** The ledger in the office's own sheet; what its other columns are called goes back to whoever asked. */
function filled(form: Uint8Array, question: Question, called: Words, wording: Wording): Written | Refusal {
  const made = fillForm(form, problemRows(question), wording);
  if (!made.ok) return { refused: [made.problem] };
  const { bytes, unknown } = made;
  const notes = unknown.length > 0 ? [{ id: 'report-form-unknown', args: { columns: unknown } }] : [];
  return { bytes, called, ending: 'xlsx', notes };
}
