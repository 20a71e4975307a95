import { phrase } from '../../phrase.ts';
import type { Measure, Problem } from '../../plan/plan.ts';
import type { PaperQuestion } from '../contract.ts';
import { whoWords } from '../figures/naming.ts';
import { progressWords } from '../figures/progress.ts';
import { closingWords, deadlineCell, holdersOf, peopleWords, unitWords } from '../figures/record.ts';
import type { Cell, Column } from '../form/words.ts';
import type { Sheet } from '../form/workbook.ts';
import { columnsOf } from './columns.ts';

/** The eleven columns that inspection offices expect (DOMAIN §3), in their order. */
export const problemColumns: readonly Column[] = columnsOf({
  no: 6,
  problem: 34,
  example: 34,
  measure: 40,
  leader: 11,
  unit: 14,
  people: 22,
  deadline: 14,
  progress: 44,
  evidence: 26,
  closed: 12,
});

/** 整改台账: a row for each problem and each measure that answers it. What has no counterpart stands there as well. */
export function problemSheet(question: PaperQuestion): Sheet {
  const { plan } = question;
  const answered = plan.problems.flatMap((problem, i) => {
    const measures = plan.measures.filter((m) => m.problems.includes(problem.id));
    const rows: readonly (Measure | undefined)[] = measures.length > 0 ? measures : [undefined];
    return rows.map((measure) => rowOf(problem.no ?? i + 1, problem, measure, question));
  });
  const others = plan.measures.filter((m) => m.problems.every((id) => plan.problems.every((p) => p.id !== id)));
  return {
    name: phrase('report-sheet-problems'),
    title: phrase('report-sheet-problems-title', { office: plan.organization.name }),
    columns: problemColumns,
    rows: [...answered, ...others.map((measure) => rowOf(null, undefined, measure, question))],
    fixed: 2,
  };
}

function rowOf(
  no: number | null,
  problem: Problem | undefined,
  measure: Measure | undefined,
  question: PaperQuestion,
): readonly Cell[] {
  const found = [no, problem?.text ?? null, problem?.example ?? null];
  if (!measure) return [...found, phrase('report-no-measure'), null, null, null, null, null, null, null];
  const { plan, closings } = question;
  return [
    ...found,
    measure.text ?? measure.title,
    measure.lead ? whoWords(plan, measure.lead) : null,
    unitWords(measure, plan),
    peopleWords(holdersOf(measure), plan),
    deadlineCell(measure),
    progressWords(measure.id, question),
    evidenceCell(measure, question),
    closingWords(closings?.[measure.id]),
  ];
}

/** 佐证材料: the files by name and where they lie; otherwise how many entries prove it, and where. */
function evidenceCell(measure: Measure, { facts, record }: PaperQuestion): Cell {
  const mine = facts.filter((f) => f.measure === measure.id && !f.own);
  const files = (record.evidence ?? []).filter((e) => e.about.some((id) => mine.some((f) => f.id === id)));
  const named = files.map(({ name, place }) => (place ? phrase('report-evidence-at', { name, place }) : name));
  const entries = mine.filter((f) => f.settled?.how === 'done').length;
  if (entries === 0) return named.length > 0 ? { lines: named } : null;
  return { lines: [...named, phrase('report-evidence-entries', { n: entries })] };
}
