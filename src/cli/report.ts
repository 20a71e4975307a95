import type { Office } from '../app/office.ts';
import { rendered } from '../app/render.ts';
import type { Entry } from '../core/ledger.ts';
import { phrase } from '../core/phrase.ts';
import type { OfficeRecord } from '../core/reports/contract.ts';
import { questionFor } from '../core/reports/figures/question.ts';
import { isRefusal } from '../core/reports/form/artefact.ts';
import { reportById, reports } from '../core/reports/index.ts';
import { type CliIo, Refused } from './contract.ts';
import { type OpenedStore, officesAsked, openOfficeStore } from './open-store.ts';
import { writeWhole } from './write-file.ts';

export interface ReportOptions {
  readonly output?: string;
  readonly org?: string;
}

const PAGE = 1000;
const EVER = Number.MAX_SAFE_INTEGER;

/** `duban report NAME -o FILE`: a report as it would read now. */
export async function reportCommand(name: string, options: ReportOptions, io: CliIo): Promise<number> {
  const report = reportById(name);
  if (!report) throw new Refused(phrase('cli-unknown-report', { name, known: reports.map(({ id }) => id) }));
  if (options.output === undefined) throw new Refused(phrase('cli-missing', { what: '-o' }));
  const opened = await openOfficeStore(io);
  const texts = [];
  for (const office of await officesAsked(opened, options.org)) {
    const question = questionFor(report, await recordOf(opened, office), {});
    if (isRefusal(question)) throw new Refused(...question.refused);
    const made = report.compose(question);
    if (isRefusal(made)) throw new Refused(...made.refused);
    // Papers and tables are written by src/documents; here only what is plain lines.
    if (!('items' in made && 'lines' in made)) throw new Refused(phrase('cli-report-form', { name }));
    const { lines } = rendered(made, office.plan.organization.language, '', io.say);
    texts.push(lines.map(({ text }) => `${text}\n`).join(''));
  }
  writeWhole(options.output, texts.join('\n'));
  io.print(io.say(phrase('cli-written', { file: options.output }), io.language));
  return 0;
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
