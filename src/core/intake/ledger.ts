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
import { faultsIn } from './outline/problems.ts';

interface State {
  readonly found: Findings;
  aspect: string | null;
  problem: RawProblem | undefined;
  /** Further problems that the row answers. */
  also: readonly RawProblem[];
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
  const state: State = { found: before, aspect, problem: undefined, also: [], problemCell: '', measureKey: '' };
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

const CODE = /^(?:[A-Za-z甲乙丙丁戊己庚]{1,2}-?\d{1,3}|\d{1,3}[-.－—]\d{1,3})$/;
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
  const codes = codesIn(textAt(row, columns, 'problem'), known);
  const before = toldBefore(row, columns, told);
  const named = codes ?? (before && [before]);
  if (named)
    Object.assign(state, { problem: named.at(-1), problemCell: `${named[0]?.text}|`, also: named.slice(0, -1) });
  else readProblem(row, columns, state);
  readMeasures(row, columns, state);
}

/** 丙1、丙2 are the problems of an earlier table, 全部 all of them; undefined for words of their own. */
function codesIn(text: string, known: Coded): readonly RawProblem[] | undefined {
  if (!known.size || !text) return undefined;
  if (/^(?:全部|所有|各项|各条)(?:问题)?$/.test(text)) return [];
  const codes = text.split(/[、，,；\s]+/);
  if (!codes.every((code) => known.get(code)?.problems.length)) return undefined;
  return codes.map((code) => known.get(code)!.problems[0]!);
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
  const first = state.found.problems.length;
  for (const own of problemsIn(text)) addProblem(own, no, row, columns, state);
  state.also = state.found.problems.slice(first, -1);
}

function problemsIn(text: string): readonly string[] {
  const { lead, items } = numberedItemsOf(text);
  return items.length > 1 && lead === '' && items.length <= 12 && !/(?:比如|例如|如：|具体表现)/.test(text)
    ? items
    : faultsIn(text);
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
    if (items.length < 2) return linesWithTimes(cell) ?? [markOf(cell)?.rest ?? cell];
    return lead.length > 20 ? [lead, ...items] : items;
  });
  const progress = textAt(row, columns, 'progress');
  const people = textAt(row, columns, 'owner').split('\n');
  const apart = texts.length === 1 && people.length > 1 ? texts[0]!.split('\n') : [];
  // Two lines beside two names: each does its own.
  if (apart.length === people.length)
    for (const [i, own] of apart.entries())
      state.found.measures.push({ ...measureOf(own, progress, row, columns, state), owner: people[i]! });
  else for (const own of texts) state.found.measures.push(measureOf(own, progress, row, columns, state));
}

const TIMED_LINE = /（[^（）]*(?:\d月|[年月]底|\d日|长期|坚持|立行立改|即日)[^（）]*）[。；]?$/;

/** Every line of a cell that ends with its own time (完成换届（4月30日前）) is a promise of its own. */
function linesWithTimes(cell: string): readonly string[] | undefined {
  const lines = cell.split('\n').filter(Boolean);
  return lines.length > 1 && lines.every((line) => TIMED_LINE.test(line)) ? lines : undefined;
}

function measureOf(text: string, progress: string, row: readonly Line[], columns: Columns, state: State): RawMeasure {
  const cell = (label: Label): string | null => textAt(row, columns, label).replace(/\n/g, '、') || null;
  const closed =
    /^(?:是|已销号|已完成|完成|已办结|办结|√|✓)$/.test(textAt(row, columns, 'closed')) ||
    /^(?:已完成|已销号|已整改完成|整改完毕|改完了?|办完了?|完成)[。]?$/.test(progress);
  // 频次 in a column of its own says how often what stands beside it is done.
  const often = cell('frequency');
  return rawMeasure(often && !text.includes(often) ? `${text.replace(/[。；]$/, '')}，${often}` : text, row[0]!.place, {
    title: headOf(text),
    problems: state.problem ? [...state.also, state.problem] : [],
    owner: cell('owner'),
    lead: cell('lead'),
    department: cell('department'),
    deadline: cell('deadline'),
    evidence: cell('evidence'),
    closed,
  });
}
