import { addDays, addMonths, dateOf, type LocalTime, localOf, weekdayOf } from '../../calendar.ts';
import { isProblem, type Problem, problem, type ReadingContext } from '../reading.ts';
import type { Token } from '../tokens.ts';
import { type Asking, one, type Point } from './asking.ts';
import { dayPoint, weekdayPoint, weekPoint } from './day.ts';
import { feastPoint } from './feast.ts';
import { periodPoint } from './period.ts';
import { spanPoint } from './span.ts';

/** The day or period that the tokens point at; undefined if they point at none. */
export function pointOf(
  tokens: readonly Token[],
  context: ReadingContext,
  time?: LocalTime,
): Point | Problem | undefined {
  const today = localOf(context.from, context.zone).date;
  const asking = { ...context, today, anchorDay: context.anchor ?? today, time };
  const range = tokens.findIndex(({ t }, at) => t === 'range' && tokens[at + 1]?.t !== 'clock');
  if (range > 0) return rangeOf(tokens.slice(0, range), tokens.slice(range + 1), asking);
  const before = tokens.some(({ t }) => t === 'before');
  const point = plainPoint(tokens, asking);
  const mismatch = point && !isProblem(point) ? weekdayMismatch(tokens, point) : undefined;
  if (mismatch) return mismatch;
  return point === undefined || isProblem(point) ? point : { ...point, ...(before ? { before: true } : {}) };
}

/** From one day to another: the last day counts, and the year and month of the first serve both. */
function rangeOf(left: readonly Token[], right: readonly Token[], asking: Asking): Point | Problem | undefined {
  const from = pointOf(left, asking, asking.time);
  if (from === undefined || isProblem(from)) return from;
  const to = pointOf(right, { ...asking, anchor: from.first }, asking.time);
  if (to === undefined || isProblem(to)) return to;
  const span = { before: true, notes: ['window-last'] } as const;
  // 3月1日至15日, asked on the 10th, is the one under way.
  const last = addMonths(to.last, -12);
  const isNamed = left.some(({ t }) => t === 'year' || t === 'relative' || t === 'date');
  if (!isNamed && from.first > asking.today && last >= asking.today)
    return { first: addMonths(from.first, -12), last, ...span };
  return { first: from.first, last: to.last, ...span };
}

/** 3月20日（周五）: a weekday beside a date must be that date's. */
function weekdayMismatch(tokens: readonly Token[], { last }: Point): Problem | undefined {
  const weekday = one(tokens, 'weekday');
  if (!weekday || weekday.days.includes(weekdayOf(last))) return undefined;
  return problem('impossible-date', 'schedule-problem-weekday', last);
}

const names: readonly Token['t'][] = [
  'weekday',
  'nth',
  'days',
  'month-days',
  'months',
  'month-in',
  'third',
  'end',
  'year',
  'relative',
  'quarter',
  'half',
  'date',
  'in',
  'feast',
];

/** True if the tokens name a day in a way that the reading would leave out: better ask than read by halves. */
function namesMore(tokens: readonly Token[], ...allowed: readonly Token['t'][]): boolean {
  const kinds = tokens.filter(({ t }) => names.includes(t));
  return kinds.some(({ t }) => !allowed.includes(t)) || kinds.filter(({ t }) => t === 'date' || t === 'in').length > 1;
}

const twoDates = (): Problem => problem('ambiguous', 'schedule-problem-two-cadences');

function plainPoint(tokens: readonly Token[], asking: Asking): Point | Problem | undefined {
  const within = one(tokens, 'in');
  const feast = one(tokens, 'feast');
  if (within && namesMore(tokens, 'in', 'feast', 'year')) return twoDates();
  if (within) return spanPoint(within, feast, tokens, asking);
  const date = one(tokens, 'date');
  if (date && namesMore(tokens, 'date', 'weekday')) return twoDates();
  if (date) return dayPoint(dateOf(date.year, date.month, date.day), date);
  if (feast && namesMore(tokens, 'feast', 'year', 'relative')) return twoDates();
  if (feast) return feastPoint(feast, tokens, asking);
  const relative = tokens.filter((token) => token.t === 'relative');
  const day = relative.find(({ unit }) => unit === 'day');
  if (day && namesMore(tokens, 'relative', 'weekday')) return twoDates();
  if (day) return dayPoint(addDays(asking.today, day.n));
  const week = relative.find(({ unit }) => unit === 'week');
  const weekday = one(tokens, 'weekday');
  if (week && namesMore(tokens, 'relative', 'weekday', 'end')) return twoDates();
  if (week) return weekPoint(week.n, weekday?.days[0], asking);
  if (weekday && !namesMore(tokens, 'weekday')) return weekdayPoint(weekday.days[0]!, tokens, asking);
  return periodPoint(tokens, asking);
}
