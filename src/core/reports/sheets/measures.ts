import { phrase } from '../../phrase.ts';
import type { PaperQuestion } from '../contract.ts';
import { type Counts, countsOf, termNames } from '../counts.ts';
import { whoWords } from '../figures/naming.ts';
import { sumOf } from '../figures/reconcile.ts';
import { closingWords, deadlineCell, unitWords } from '../figures/record.ts';
import { resultIn } from '../figures/results.ts';
import { stateOf } from '../figures/states.ts';
import type { Cell } from '../form/words.ts';
import type { Sheet } from '../form/workbook.ts';
import { columnsOf } from './columns.ts';

const columns = columnsOf({
  no: 6,
  measure: 40,
  problems: 12,
  leader: 11,
  unit: 14,
  deadline: 14,
  state: 12,
  result: 18,
  due: 8,
  'term-done': 8,
  'term-donelate': 10,
  'term-excused': 8,
  'term-open': 8,
  'term-overdue': 8,
  'term-missed': 8,
  'term-gap': 8,
  'term-void': 8,
  'term-vacant': 10,
  closed: 12,
});

export interface MeasureCounts {
  readonly measure: string;
  readonly counts: Counts;
}

/** Every measure of the plan, then those that it does not have any more but that still have occurrences. */
export function countsByMeasure(question: PaperQuestion): readonly MeasureCounts[] {
  const known = question.plan.measures.map(({ id }) => id);
  const gone = [...new Set(question.facts.map((f) => f.measure))].filter((id) => !known.includes(id));
  return [...known, ...gone].map((measure) => {
    const facts = question.facts.filter((f) => f.measure === measure);
    return { measure, counts: countsOf({ ...question, facts }) };
  });
}

/** 整改措施: each with its numbers; the last row adds them up. */
export function measureSheet(question: PaperQuestion): Sheet {
  const { plan } = question;
  const rows = countsByMeasure(question);
  return {
    name: phrase('report-sheet-measures'),
    title: phrase('report-sheet-measures-title', { office: plan.organization.name }),
    columns,
    rows: rows.map((row, i) => rowOf(row, i + 1, question)),
    total: [
      null,
      phrase('report-total'),
      ...blanks(6),
      ...numbersOf(sumOf(rows.map(({ counts }) => counts))),
      ...blanks(1),
    ],
    fixed: 2,
  };
}

const blanks = (n: number): readonly null[] => new Array<null>(n).fill(null);

function rowOf({ measure: id, counts }: MeasureCounts, no: number, question: PaperQuestion): readonly Cell[] {
  const { plan, closings, asOf } = question;
  const measure = plan.measures.find((m) => m.id === id);
  const numbers = numbersOf(counts);
  if (!measure) return [no, phrase('report-measure-gone', { id }), ...blanks(6), ...numbers, null];
  const problems = plan.problems.filter((p) => measure.problems.includes(p.id)).map((p) => p.no ?? p.id);
  return [
    no,
    measure.title,
    problems.length > 0 ? phrase('report-list', { items: problems.map(String) }) : null,
    measure.lead ? whoWords(plan, measure.lead) : null,
    unitWords(measure, plan),
    deadlineCell(measure),
    phrase(`report-state-${stateOf(measure, question, asOf)}`),
    phrase(`close-result-name-${resultIn(measure.id, question)}`),
    ...numbers,
    closingWords(closings?.[measure.id]),
  ];
}

/** In the order of the columns: due, its terms, and what stands beside them. */
export function numbersOf(counts: Omit<Counts, 'caughtUp'>): readonly number[] {
  return [counts.due, ...termNames.map((name) => counts[name]), counts.void, counts.vacant];
}
