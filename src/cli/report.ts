import type { Office } from '../app/office.ts';
import type { Entry } from '../core/ledger.ts';
import { phrase } from '../core/phrase.ts';
import type { OfficeRecord, ReportAsk } from '../core/reports/contract.ts';
import { isRefusal } from '../core/reports/form/artefact.ts';
import { reportById, reports } from '../core/reports/index.ts';
import { writeReport } from '../documents/write-report.ts';
import { type CliIo, Refused } from './contract.ts';
import { type OpenedStore, officesAsked, openOfficeStore } from './open-store.ts';
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
}

const PAGE = 1000;
const EVER = Number.MAX_SAFE_INTEGER;

/** `duban report NAME -o FILE`: any report of one organization as it would read now, in the office's own form. */
export async function reportCommand(name: string, options: ReportOptions, io: CliIo): Promise<number> {
  if (!reportById(name)) throw new Refused(phrase('cli-unknown-report', { name, known: reports.map(({ id }) => id) }));
  if (options.output === undefined) throw new Refused(phrase('cli-missing', { what: '-o' }));
  const opened = await openOfficeStore(io);
  const [office, other] = await officesAsked(opened, options.org);
  if (!office || other) throw new Refused(phrase('cli-missing', { what: '--org' }));
  const record = await recordOf(opened, office);
  const language = options.language ?? office.plan.organization.language;
  const made = await writeReport(name, record, askOf(options), {
    say: io.say,
    language,
    read: opened.readEvidence(office.org),
  });
  if (isRefusal(made)) throw new Refused(...made.refused);
  writeWhole(options.output, made.bytes);
  io.print(io.say(phrase('cli-written', { file: options.output }), io.language));
  return 0;
}

function askOf({ span, problem, measure, person, names, colour }: ReportOptions): ReportAsk {
  const colours = ['green', 'yellow', 'red'] as const;
  const wanted = colours.find((one) => one === colour);
  const given = { span, problem, measure, person, names, colour: wanted };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

async function recordOf({ store, clock }: OpenedStore, office: Office): Promise<OfficeRecord> {
  const { org } = office;
  const facts = await store.ledger.dueBetween(org, 0, EVER);
  const told = await store.ledger.told(
    org,
    facts.map(({ id }) => id),
  );
  const entries: Entry[] = [];
  for (let page = await store.ledger.entries(org, 0, PAGE); page.length > 0; ) {
    entries.push(...page);
    page = await store.ledger.entries(org, entries.at(-1)!.seq, PAGE);
  }
  return { ...office, now: clock.now(), facts, told, entries, texts: await textsOf(store, org, entries) };
}

async function textsOf({ ledger }: OpenedStore['store'], org: string, entries: readonly Entry[]) {
  const texts: Record<string, string> = {};
  for (const entry of entries) {
    if (!('text' in entry) || !entry.text) continue;
    const text = await ledger.text(org, entry.text.id);
    if (text !== undefined) texts[entry.text.id] = text;
  }
  return texts;
}
