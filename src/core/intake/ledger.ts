import { type Columns, headRow, isHeadRow, textAt, textsAt } from './columns.ts';
import {
  exampleOf,
  type Findings,
  headOf,
  noFindings,
  problemText,
  type RawMeasure,
  type RawProblem,
  rawMeasure,
} from './findings.ts';
import type { Label } from './labels.ts';
import type { Grid, Line } from './lines.ts';
import { markOf, numberedItemsOf } from './numbering.ts';

interface State {
  readonly found: Findings;
  aspect: string | null;
  problem: RawProblem | undefined;
  problemCell: string;
  measureKey: string;
}

/** Problems and measures of a table whose heads name them; undefined if it is no ledger. */
export function ledgerOf(
  grid: Grid,
  before: Findings = noFindings(),
  aspect: string | null = null,
): Findings | undefined {
  const head = headRow(grid);
  if (!head) return undefined;
  const state: State = { found: before, aspect, problem: undefined, problemCell: '', measureKey: '' };
  const known = new Map(before.coded);
  const told = [...before.problems];
  for (const row of grid.rows.slice(head.next)) {
    const counts = [before.problems.length, before.measures.length] as const;
    if (!aboutKnown(row, head.columns, known)) readRow(row, head.columns, state, known, told);
    const code = textAt(row, head.columns, 'no');
    if (CODE.test(code))
      before.coded.set(code, {
        problems: before.problems.slice(counts[0]),
        measures: before.measures.slice(counts[1]),
      });
  }
  return state.found;
}

const CODE = /^(?:[A-Za-z]{1,2}-?\d{1,3}|\d{1,3}[-.－—]\d{1,3})$/;
type Coded = Findings['coded'];

/** A list of who answers (责任清单) names the measures of an earlier table by their numbers. */
function aboutKnown(row: readonly Line[], columns: Columns, known: Coded): boolean {
  if (columns.has('measure') || columns.has('problem')) return false;
  for (const measure of known.get(textAt(row, columns, 'no'))?.measures ?? [])
    for (const label of ['owner', 'lead', 'department', 'deadline', 'evidence'] as const)
      measure[label] ??= textAt(row, columns, label).replace(/\n/g, '、') || null;
  return true;
}

function readRow(
  row: readonly Line[],
  columns: Columns,
  state: State,
  known: Coded,
  told: readonly RawProblem[],
): void {
  const filled = [...new Set(row.map((cell) => cell.plain).filter(Boolean))];
  if (filled.length === 1 && NOTE.test(filled[0]!)) note(filled[0]!, row, state);
  if (filled.length === 0 || isHeadRow(row) || /^(?:合计|总计|小计|备注|注|说明|填表人|制表人)/.test(filled[0]!))
    return;
  if (filled.length === 1 && row.length > 2) {
    section(filled[0]!, state);
    return;
  }
  const aspect = textAt(row, columns, 'aspect').replace(/\n/g, '');
  if (aspect) state.aspect = cleanAspect(aspect);
  const named = known.get(textAt(row, columns, 'problem'))?.problems[0] ?? toldBefore(row, columns, told);
  if (named) Object.assign(state, { problem: named, problemCell: `${named.text}|` });
  else readProblem(row, columns, state);
  readMeasures(row, columns, state);
}

const NOTE = /^(?:备注|注|说明)[：:]\s*/;

/** 注：台账每月30日更新 promises for all rows. */
function note(text: string, row: readonly Line[], { found }: State): void {
  const own = text.replace(NOTE, '');
  found.measures.push(rawMeasure(own, row[0]!.place, { title: headOf(own), onlyWithDuty: true }));
}

/** A list of tasks (任务清单) repeats the problems of the list before it (问题清单). */
function toldBefore(row: readonly Line[], columns: Columns, told: readonly RawProblem[]): RawProblem | undefined {
  const text = textAt(row, columns, 'problem');
  if (!told.length) return undefined;
  return text ? told.find((problem) => problem.text === problemText(markOf(text)?.rest ?? text)) : undefined;
}

function section(text: string, state: State): void {
  state.aspect = cleanAspect(text);
  state.problem = undefined;
  state.problemCell = '';
}

function cleanAspect(text: string): string {
  return (markOf(text)?.rest ?? text).replace(/（共?\d+[个项条].*?）$/, '').replace(/[：。]$/, '');
}

function readProblem(row: readonly Line[], columns: Columns, state: State): void {
  const text = textAt(row, columns, 'problem') || textAt(row, columns, 'example');
  const no = textAt(row, columns, 'no');
  const key = `${no}|${text}`;
  // A merged cell repeats; a blank one goes on with the problem above.
  if (!text || key === state.problemCell) return;
  const same = state.problem && text === state.problemCell.slice(state.problemCell.indexOf('|') + 1);
  state.problemCell = key;
  if (same && (no === '' || !/^\d+$/.test(no) || state.problem!.no !== undefined)) return;
  for (const own of problemsIn(text)) addProblem(own, no, row, columns, state);
}

function problemsIn(text: string): readonly string[] {
  const { lead, items } = numberedItemsOf(text);
  return items.length > 1 && lead === '' && items.length <= 12 && !/(?:比如|例如|如：|具体表现)/.test(text)
    ? items
    : [text];
}

function addProblem(text: string, no: string, row: readonly Line[], columns: Columns, state: State): void {
  const own = markOf(text)?.rest ?? text;
  const example = textAt(row, columns, 'example');
  const problem: RawProblem = {
    no: /^\d+$/.test(no) ? Number(no) : undefined,
    aspect: state.aspect,
    text: problemText(own),
    example: columns.has('problem') && example ? example : exampleOf(own),
    place: row[0]!.place,
  };
  state.found.problems.push(problem);
  state.problem = problem;
}

function readMeasures(row: readonly Line[], columns: Columns, state: State): void {
  const text = textAt(row, columns, 'measure');
  const key = `${state.problemCell}|${text}`;
  if (!text || key === state.measureKey) return;
  state.measureKey = key;
  const texts = textsAt(row, columns, 'measure').flatMap((cell) => {
    const { lead, items } = numberedItemsOf(cell);
    if (items.length < 2) return [markOf(cell)?.rest ?? cell];
    return lead.length > 20 ? [lead, ...items] : items;
  });
  const progress = textAt(row, columns, 'progress');
  for (const own of texts) state.found.measures.push(measureOf(own, progress, row, columns, state));
}

function measureOf(text: string, progress: string, row: readonly Line[], columns: Columns, state: State): RawMeasure {
  const cell = (label: Label): string | null => textAt(row, columns, label).replace(/\n/g, '、') || null;
  const closed =
    /^(?:是|已销号|已完成|完成|已办结|办结|√|✓)$/.test(textAt(row, columns, 'closed')) ||
    /^(?:已完成|已销号|已整改完成|整改完毕|改完了?|办完了?|完成)[。]?$/.test(progress);
  return rawMeasure(text, row[0]!.place, {
    title: headOf(text),
    problems: state.problem ? [state.problem] : [],
    owner: cell('owner'),
    lead: cell('lead'),
    department: cell('department'),
    deadline: cell('deadline'),
    evidence: cell('evidence'),
    closed,
  });
}
