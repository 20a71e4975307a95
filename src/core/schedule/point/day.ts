import {
  addDays,
  type DateParts,
  instantOf,
  type LocalDate,
  type LocalTime,
  localOf,
  mondayOf,
  partsOf,
} from '../../calendar.ts';
import { noSuchDay, type Problem, problem, type ReadingContext } from '../reading.ts';
import type { Token } from '../tokens.ts';
import { type Asking, one, type Point } from './asking.ts';

export function dayPoint(date: LocalDate | undefined, written?: DateParts): Point | Problem {
  if (date !== undefined) return { first: date, last: date };
  return noSuchDay(written?.month ?? 0, written?.day ?? 0, written?.year);
}

export function weekPoint(n: number, weekday: number | undefined, { today }: Asking): Point {
  const monday = addDays(mondayOf(today), 7 * n);
  if (weekday === undefined) return { first: monday, last: addDays(monday, 6), before: true };
  const day = addDays(monday, weekday - 1);
  return { first: day, last: day };
}

export function weekdayPoint(weekday: number, tokens: readonly Token[], asking: Asking): Point {
  const before = tokens.some(({ t }) => t === 'before') && asking.time === undefined;
  const day = firstDay(asking, before, (date) => addDays(mondayOf(date), weekday - 1) === date);
  return { first: day, last: day, ...(before ? {} : { notes: ['weekday-once'] }) };
}

/** The day on which a clock time comes next. */
export function nextDayOf(time: LocalTime, context: ReadingContext): LocalDate {
  const today = localOf(context.from, context.zone).date;
  return firstDay({ ...context, today, anchorDay: today, time }, false, () => true);
}

/** The first day from today on that fits, today only if its hour is still to come or the day itself is the deadline. */
function firstDay(asking: Asking, todayCounts: boolean, fits: (date: LocalDate) => boolean): LocalDate {
  const hour = asking.time ?? '09:00';
  let day = asking.today;
  if (!todayCounts && instantOf(day, hour, asking.zone) <= asking.from) day = addDays(day, 1);
  for (let tries = 0; tries < 3000 && !fits(day); tries++) day = addDays(day, 1);
  return day;
}

/** 15日 alone: the next 15th. */
export function bareDays(tokens: readonly Token[], asking: Asking): Point | Problem | undefined {
  const days = one(tokens, 'days');
  if (!days) return undefined;
  const n = days.ns.at(-1)!;
  if (!(n >= 1 && n <= 31)) return problem('impossible-date', 'schedule-problem-date', String(n));
  const start = asking.anchor ?? asking.today;
  const counts = asking.time === undefined;
  const day = firstDay({ ...asking, today: start }, counts, (date) => partsOf(date).day === n);
  return { first: day, last: day, notes: ['day-alone'], ...(days.window ? { before: true } : {}) };
}
