import type { Entry } from '../../ledger.ts';
import type { OccurrenceFacts } from '../../occurrence.ts';
import { phrase } from '../../phrase.ts';
import type { Plan } from '../../plan/plan.ts';
import { reasonPhrase } from '../../wording/item.ts';
import type { PaperQuestion } from '../contract.ts';
import { whoWords } from '../figures/naming.ts';
import { momentAt } from '../figures/record.ts';
import type { Cell } from '../form/words.ts';
import type { Sheet } from '../form/workbook.ts';
import { columnsOf } from './columns.ts';

const columns = columnsOf({
  'entry-no': 8,
  'recorded-at': 17,
  'recorded-by': 10,
  change: 12,
  title: 28,
  person: 10,
  before: 30,
  after: 30,
  reason: 30,
  approver: 10,
});

/** 更正: everything that changed what had been recorded or was due, each as its own entry; nothing was overwritten. */
export function correctionSheet(question: PaperQuestion): Sheet {
  const { plan, record, from, to } = question;
  const known = new Map(record.facts.map((f) => [f.id, f]));
  const about = new Set(question.facts.map((f) => f.id));
  const rows = record.entries
    .filter((entry) => entry.at >= from && entry.at < to)
    .filter((entry) => entry.about.length === 0 || entry.about.some((id) => about.has(id)))
    .flatMap((entry) => rowsOf(entry, known, question));
  return {
    name: phrase('report-sheet-corrections'),
    title: phrase('report-sheet-corrections-title', { office: plan.organization.name }),
    columns,
    rows,
    fixed: 1,
  };
}

interface Change {
  readonly before: Cell;
  readonly after: Cell;
  readonly reason?: string | undefined;
  readonly approver?: string;
}

function rowsOf(entry: Entry, known: ReadonlyMap<string, OccurrenceFacts>, question: PaperQuestion): readonly Cell[][] {
  const { plan, record } = question;
  const change = changeOf(entry, record.entries, plan);
  if (!change) return [];
  const ids = entry.about.length > 0 ? entry.about : [undefined];
  return ids.map((id) => {
    const facts = id === undefined ? undefined : known.get(id);
    return [
      entry.seq,
      momentAt(entry.at, plan),
      whoWords(plan, entry.by),
      phrase(`report-change-${entry.kind}`),
      facts?.title ?? null,
      facts ? whoWords(plan, facts.person) : null,
      change.before,
      change.after,
      change.reason ? reasonPhrase(change.reason) : null,
      change.approver ? whoWords(plan, change.approver) : null,
    ];
  });
}

function changeOf(entry: Entry, all: readonly Entry[], plan: Plan): Change | undefined {
  switch (entry.kind) {
    case 'undone':
      return { before: undoneBy(entry, all, plan), after: phrase('report-standing-open'), reason: entry.reason };
    case 'extended': {
      const { from, due, reason, approver } = entry;
      return { before: lastMoment(from, plan), after: lastMoment(due, plan), reason, approver };
    }
    case 'voided':
      return { before: null, after: phrase('report-standing-void'), reason: entry.reason };
    case 'held':
      return { before: null, after: lastMoment(entry.until, plan), reason: entry.reason };
    case 'delegated':
      return { before: whoWords(plan, entry.person), after: whoWords(plan, entry.to) };
    case 'erased':
      return { before: null, after: phrase('report-erased', { n: entry.texts.length }) };
    case 'outage':
      return { before: momentAt(entry.from, plan), after: momentAt(entry.to, plan) };
    case 'adopted':
      return { before: null, after: phrase('report-plan-version', { n: entry.version }) };
    default:
      return undefined;
  }
}

/** The end of a day is that day; an hour stays one. */
function lastMoment(due: number, plan: Plan): Cell {
  const at = momentAt(due, plan);
  return at.time === '00:00' ? { day: momentAt(due - 1, plan).day } : at;
}

/** What had been recorded and was taken back. */
function undoneBy(entry: Extract<Entry, { kind: 'undone' }>, all: readonly Entry[], plan: Plan): Cell {
  const before = all.find((e) => e.seq < entry.seq && 'settlement' in e && e.settlement.source === entry.undoes);
  if (!before || !('settlement' in before)) return null;
  const { settlement } = before;
  const day = settlement.carriedOut ?? momentAt(settlement.at, plan).day;
  return phrase('report-undone', { standing: phrase(`report-standing-${settlement.how}`), day, no: before.seq });
}
