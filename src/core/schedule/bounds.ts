import type { LocalDate } from '../calendar.ts';
import type { Point } from './point/asking.ts';
import { pointOf } from './point/point.ts';
import { isProblem, type Problem, problem, type ReadingContext } from './reading.ts';
import type { Token } from './tokens.ts';

export interface Bounds {
  readonly tokens: readonly Token[];
  readonly since: LocalDate | undefined;
  readonly until: LocalDate | undefined;
  readonly first: LocalDate | undefined;
}

const opensPoint = new Set<Token['t']>(['year', 'date', 'relative']);
const joinsPoint = new Set<Token['t']>([
  ...opensPoint,
  'months',
  'month-days',
  'days',
  'quarter',
  'half',
  'end',
  'third',
  'before',
]);

/** 自2026年4月1日起, 至2026年12月31日, 2026年底前, 本季度, 首次…: dated parts bound the repetition and are not part of it. */
export function boundsOf(all: readonly Token[], context: ReadingContext): Bounds | Problem {
  const rest: Token[] = [];
  let since: LocalDate | undefined;
  let until: LocalDate | undefined;
  let first: LocalDate | undefined;
  for (let at = 0; at < all.length; ) {
    if (!opensPoint.has(all[at]!.t) && !startsHere(all, at, since)) {
      rest.push(all[at]!);
      at++;
      continue;
    }
    let end = at;
    while (end < all.length && joins(all, at, end)) end++;
    const run = all.slice(at, end);
    const point = pointOf(run, since === undefined ? context : { ...context, anchor: since });
    if (point === undefined) return problem('ambiguous', 'schedule-problem-two-cadences');
    if (isProblem(point)) return point;
    const role = roleOf(all, at, end, run);
    if (role === 'first') first = point.first;
    else if (role === 'since') since = point.first;
    else if (role === 'until') until = point.last;
    else {
      if (since === undefined) since = isWhole(point) ? point.first : undefined;
      until = point.last;
    }
    at = all[end]?.t === 'since' || all[end]?.t === 'range' || all[end]?.t === 'first' ? end + 1 : end;
    dropMarker(rest);
  }
  return { tokens: rest, since, until, first };
}

/** 从6月起: a month without a year opens a bound only before 起; 年底前 is one beside anything that repeats within the year. */
function startsHere(all: readonly Token[], at: number, since: LocalDate | undefined): boolean {
  const token = all[at]!;
  if (token.t === 'end' && token.unit === 'year') return all.some((t) => t.t === 'every' && t.unit !== 'year');
  if (all[at]!.t !== 'months' && all[at]!.t !== 'month-days') return false;
  const before = all[at - 1]?.t;
  if (before === 'range' && since !== undefined) return true;
  return all[at + 1]?.t === 'since' || before === 'since' || before === 'until' || before === 'first';
}

/** A weekday belongs to the bound only in 下周一; elsewhere it is what repeats. */
function joins(all: readonly Token[], at: number, end: number): boolean {
  const { t } = all[end]!;
  if (t === 'noise' || joinsPoint.has(t)) return true;
  const before = all.slice(at, end).findLast((token) => token.t !== 'noise');
  return t === 'weekday' && before?.t === 'relative' && before.unit === 'week';
}

function isWhole(point: Point): boolean {
  return point.first < point.last;
}

type Role = 'first' | 'since' | 'until' | 'both';

function roleOf(all: readonly Token[], at: number, end: number, run: readonly Token[]): Role {
  const before = all.slice(0, at).findLast(({ t }) => t !== 'noise')?.t;
  const after = all[end]?.t;
  if (before === 'first' || after === 'first') return 'first';
  if (before === 'since' || after === 'since' || after === 'range') return 'since';
  if (before === 'until' || before === 'range' || run.some(({ t }) => t === 'before')) return 'until';
  return 'both';
}

/** The word that told what the bound is (至, 首次) has done its work. */
function dropMarker(rest: Token[]): void {
  while (rest.length > 0 && ['first', 'since', 'until', 'range', 'noise', 'sep'].includes(rest.at(-1)!.t)) rest.pop();
}
