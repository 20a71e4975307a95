import { readFileSync } from 'node:fs';
import { formOf } from '../app/ledger-form.ts';
import { officeRecord } from '../app/office-record.ts';
import { phrase } from '../core/phrase.ts';
import type { ReportAsk } from '../core/reports/contract.ts';
import { isRefusal } from '../core/reports/form/artefact.ts';
import { reportById, reports } from '../core/reports/index.ts';
import { writeReport } from '../documents/write-report.ts';
import { type CliIo, Refused } from './contract.ts';
import { officesAsked, openOfficeStore } from './open-store.ts';
import { writeWhole } from './write-file.ts';

export interface ReportOptions {
  readonly output?: string;
  readonly org?: string;
  readonly language?: 'zh' | 'en';
  readonly span?: string;
  readonly problem?: string;
  readonly measure?: string;
  readonly person?: string;
  readonly colour?: string;
  readonly names?: boolean;
  /** To whom a paper goes. */
  readonly to?: string;
  readonly theme?: string;
  /** The office's own blank sheet, to be filled instead of ours. */
  readonly form?: string;
}

/** `duban report NAME -o FILE`: any report of one organization as it would read now, in the office's own form. */
export async function reportCommand(name: string, options: ReportOptions, io: CliIo): Promise<number> {
  if (!reportById(name)) throw new Refused(phrase('cli-unknown-report', { name, known: reports.map(({ id }) => id) }));
  if (options.output === undefined) throw new Refused(phrase('cli-missing', { what: '-o' }));
  const opened = await openOfficeStore(io);
  const [office, other] = await officesAsked(opened, options.org);
  if (!office || other) throw new Refused(phrase('cli-missing', { what: '--org' }));
  const record = await officeRecord(opened, office);
  const language = options.language ?? office.plan.organization.language;
  // The office's own blank sheet, as it was sent in the chat, unless another is given here.
  const archive = { read: (org: string, sha256: string) => opened.readEvidence(org)(sha256) };
  const form =
    options.form === undefined ? await formOf({ store: opened.store, archive }, office.org) : formAt(options.form);
  const made = await writeReport(name, record, askOf(options), {
    say: io.say,
    language,
    ...(options.theme === 'dark' ? { theme: 'dark' as const } : {}),
    ...(form ? { form } : {}),
    read: opened.readEvidence(office.org),
  });
  if (isRefusal(made)) throw new Refused(...made.refused);
  writeWhole(options.output, made.bytes);
  io.print(io.say(phrase('cli-written', { file: options.output }), io.language));
  for (const note of made.notes ?? []) io.print(io.say(note, io.language));
  return 0;
}

function formAt(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new Refused(phrase('cli-unreadable', { file: path }));
  }
}

function askOf({ span, problem, measure, person, names, colour, to }: ReportOptions): ReportAsk {
  const colours = ['green', 'yellow', 'red'] as const;
  const wanted = colours.find((one) => one === colour);
  const given = { span, problem, measure, person, names, to, colour: wanted };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
