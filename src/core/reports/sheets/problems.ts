import { phrase } from '../../phrase.ts';
import type { Measure, Problem } from '../../plan/plan.ts';
import type { PaperQuestion } from '../contract.ts';
import { departmentName, whoWords } from '../figures/naming.ts';
import { progressWords } from '../figures/progress.ts';
import { evidenceFor } from '../figures/proof.ts';
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

/** All that can be said of one problem and one measure, by the columns that an office's own sheet may have. */
export type ProblemRow = Readonly<Record<ProblemField, Cell>>;

const fields = [
  'no',
  'problem',
  'example',
  'measure',
  'lead',
  'department',
  'owner',
  'deadline',
  'progress',
  'evidence',
  'closed',
] as const;
export type ProblemField = (typeof fields)[number] | 'aspect' | 'co';

const blank: ProblemRow = {
  no: null,
  aspect: null,
  problem: null,
  example: null,
  measure: null,
  lead: null,
  department: null,
  co: null,
  owner: null,
  deadline: null,
  progress: null,
  evidence: null,
  closed: null,
};

/** 整改台账: the eleven columns, for each problem and each measure that answers it. */
export function problemSheet(question: PaperQuestion): Sheet {
  const { plan } = question;
  return {
    name: phrase('report-sheet-problems'),
    title: phrase('report-sheet-problems-title', { office: plan.organization.name }),
    columns: problemColumns,
    rows: problemRows(question).map((row) => fields.map((field) => row[field])),
    fixed: 2,
  };
}

/** A row for each problem and each measure that answers it. What has no counterpart stands there as well. */
export function problemRows(question: PaperQuestion): readonly ProblemRow[] {
  const { plan } = question;
  const answered = plan.problems.flatMap((problem, i) => {
    const measures = plan.measures.filter((m) => m.problems.includes(problem.id));
    const rows: readonly (Measure | undefined)[] = measures.length > 0 ? measures : [undefined];
    return rows.map((measure) => rowOf(problem.no ?? i + 1, problem, measure, question));
  });
  const others = plan.measures.filter((m) => m.problems.every((id) => plan.problems.every((p) => p.id !== id)));
  return [...answered, ...others.map((measure) => rowOf(null, undefined, measure, question))];
}

function rowOf(
  no: number | null,
  problem: Problem | undefined,
  measure: Measure | undefined,
  question: PaperQuestion,
): ProblemRow {
  const found = {
    no,
    aspect: problem?.aspect ?? null,
    problem: problem?.text ?? null,
    example: problem?.example ?? null,
  };
  if (!measure) return { ...blank, ...found, measure: phrase('report-no-measure'), closed: closingWords(undefined) };
  const { plan, closings } = question;
  const co = [...new Set(measure.duties.flatMap((duty) => duty.coUnits))].flatMap(
    (id) => departmentName(plan, id) ?? [],
  );
  return {
    ...found,
    measure: measure.text ?? measure.title,
    lead: measure.lead ? whoWords(plan, measure.lead) : null,
    department: unitWords(measure, plan),
    co: co.length > 0 ? phrase('report-list', { items: co }) : null,
    owner: peopleWords(holdersOf(measure), plan),
    deadline: deadlineCell(measure),
    progress: progressWords(measure.id, question),
    evidence: evidenceCell(problem, measure, question),
    closed: closingWords(closings?.[measure.id]),
  };
}

/** 佐证材料: the files by name and where they lie; otherwise how many entries prove it, and where. */
function evidenceCell(problem: Problem | undefined, measure: Measure, { facts, record }: PaperQuestion): Cell {
  const mine = facts.filter((f) => f.measure === measure.id && !f.own);
  const files = evidenceFor(record, mine, { measures: [measure.id], problem: problem?.no });
  const named = files.map(({ name, place }) => (place ? phrase('report-evidence-at', { name, place }) : name));
  const entries = mine.filter((f) => f.settled?.how === 'done').length;
  if (entries === 0) return named.length > 0 ? { lines: named } : null;
  return { lines: [...named, phrase('report-evidence-entries', { n: entries })] };
}
