import { wordsOf } from '../../duties/contract.ts';
import type { OccurrenceFacts } from '../../occurrence.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import type { Plan } from '../../plan/plan.ts';
import { isTopic } from '../../reply/substance.ts';
import { lastDayInTime, lateBy, overdueBy } from '../../standing.ts';
import { reasonPhrase } from '../../wording/item.ts';
import type { PaperQuestion } from '../contract.ts';
import { standingAt } from '../counts.ts';
import { whoWords } from '../figures/naming.ts';
import { carriedOutOn, isByOther, isLateEntry, momentAt } from '../figures/record.ts';
import type { Cell } from '../form/words.ts';
import type { Sheet } from '../form/workbook.ts';
import { columnsOf } from './columns.ts';

const columns = columnsOf({
  no: 6,
  measure: 26,
  title: 26,
  kind: 10,
  person: 10,
  counterpart: 10,
  scheduled: 17,
  'last-day': 12,
  standing: 10,
  'carried-out': 12,
  'recorded-at': 17,
  'recorded-by': 10,
  'late-entry': 8,
  'by-other': 8,
  late: 10,
  extended: 8,
  pieces: 8,
  reason: 30,
  'entry-no': 8,
});

/** 履职期次: what was owed, when it was carried out beside when it was recorded, and by whom. Own self-study stays out. */
export function occurrenceSheet(question: PaperQuestion): Sheet {
  const shown = inOrder(question.facts.filter((f) => !f.own));
  const entryNo = settlingEntries(question);
  return {
    name: phrase('report-sheet-occurrences'),
    title: phrase('report-sheet-occurrences-title', { office: question.plan.organization.name }),
    columns,
    rows: shown.map((facts, i) => rowOf(facts, i + 1, question, entryNo(facts))),
    fixed: 3,
  };
}

export function inOrder(facts: readonly OccurrenceFacts[]): readonly OccurrenceFacts[] {
  return [...facts].sort((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1));
}

/** The entry by which each was settled: what `duban ledger` shows under that number. */
function settlingEntries({ record }: PaperQuestion): (facts: OccurrenceFacts) => number | null {
  const bySource = new Map<string, number>();
  for (const entry of record.entries)
    if ('settlement' in entry)
      for (const id of entry.about) bySource.set(`${id} ${entry.settlement.source}`, entry.seq);
  return ({ id, settled }) => bySource.get(`${id} ${settled?.source}`) ?? null;
}

function rowOf(facts: OccurrenceFacts, no: number, question: PaperQuestion, entryNo: number | null): readonly Cell[] {
  const { plan } = question;
  const { settled } = facts;
  const done = carriedOutOn(facts, plan);
  return [
    no,
    plan.measures.find((m) => m.id === facts.measure)?.title ?? facts.measure,
    facts.title,
    phrase(wordsOf(facts.kind).name),
    whoWords(plan, facts.person),
    facts.counterpart ? whoWords(plan, facts.counterpart) : null,
    facts.timed ? momentAt(facts.scheduled, plan) : { day: momentAt(facts.scheduled, plan).day },
    { day: lastDayInTime(facts, plan.organization) },
    phrase(`report-standing-${standingAt(facts, question)}`),
    done ? { day: done } : null,
    settled ? momentAt(settled.at, plan) : null,
    settled ? whoWords(plan, settled.by) : null,
    yes(isLateEntry(facts, plan)),
    yes(isByOther(facts)),
    daysLate(facts, plan, question.asOf),
    facts.revision > 0 ? facts.revision : null,
    facts.evidence ?? null,
    noteOf(facts, question),
    entryNo,
  ];
}

/** Why it was excused, or what it was about and who came, as far as that was said. */
function noteOf({ settled }: OccurrenceFacts, { record }: PaperQuestion): Cell {
  const topic = record.texts[settled?.topic?.id ?? ''];
  const { expected, present } = settled?.attendance ?? {};
  const parts = [
    ...(settled?.reason ? [reasonPhrase(settled.reason)] : []),
    ...(topic && isTopic(topic) ? [phrase('report-note-topic', { topic })] : []),
    ...(expected !== undefined && present !== undefined ? [phrase('report-note-came', { expected, present })] : []),
  ];
  return parts.length > 0 ? { lines: parts } : null;
}

function yes(it: boolean): Phrase | null {
  return it ? phrase('report-yes') : null;
}

/** Working days after its due: of a late completion, or until now; empty where it is not late. */
function daysLate(facts: OccurrenceFacts, plan: Plan, now: number): number | null {
  const { settled } = facts;
  if (settled && settled.how !== 'done') return null;
  if (facts.person.startsWith('post.')) return null;
  const days = settled ? lateBy(facts, plan.organization, settled.at) : overdueBy(facts, plan.organization, now);
  return days > 0 ? days : null;
}
