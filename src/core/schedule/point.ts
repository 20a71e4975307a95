import {
  addDays,
  addMonths,
  dateOf,
  daysIn,
  HOUR,
  instantOf,
  type LocalDate,
  type LocalTime,
  localOf,
  MINUTE,
  mondayOf,
  partsOf,
  weekdayOf,
} from '../calendar.ts';
import { addWorkdays } from '../working-calendar.ts';
import { besideFeast, dayIn } from './dates.ts';
import { type Period, periodOf } from './period.ts';
import { isProblem, type Problem, problem, type ReadingContext } from './reading.ts';
import type { PeriodUnit } from './schedule.ts';
import { specsOf } from './specs.ts';
import type { NoteCode, Token } from './tokens.ts';

/** What a phrase without a cadence points at: a day, or a period whose last day is the deadline. */
export interface Point {
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly before?: true;
  readonly time?: LocalTime;
  readonly notes?: readonly NoteCode[];
}

interface Asking extends ReadingContext {
  readonly today: LocalDate;
  readonly anchorDay: LocalDate;
  /** The time that the phrase names, if any: a bare weekday or day whose time has passed today means the next one. */
  readonly time: LocalTime | undefined;
}

type Of<T extends Token['t']> = Extract<Token, { t: T }>;

function one<T extends Token['t']>(tokens: readonly Token[], t: T): Of<T> | undefined {
  return tokens.find((token): token is Of<T> => token.t === t);
}

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
  if (date) return dayPoint(dateOf(date.year, date.month, date.day), `${date.year}-${date.month}-${date.day}`);
  if (feast && namesMore(tokens, 'feast', 'year', 'relative')) return twoDates();
  if (feast) return feastPoint(feast, tokens, asking);
  const relative = tokens.filter((token) => token.t === 'relative');
  const day = relative.find(({ unit }) => unit === 'day');
  if (day && namesMore(tokens, 'relative', 'weekday')) return twoDates();
  if (day) return dayPoint(addDays(asking.today, day.n), '');
  const week = relative.find(({ unit }) => unit === 'week');
  const weekday = one(tokens, 'weekday');
  if (week && namesMore(tokens, 'relative', 'weekday', 'end')) return twoDates();
  if (week) return weekPoint(week.n, weekday?.days[0], asking);
  if (weekday && !namesMore(tokens, 'weekday')) return weekdayPoint(weekday.days[0]!, tokens, asking);
  return periodPoint(tokens, asking);
}

function dayPoint(date: LocalDate | undefined, word: string): Point | Problem {
  return date === undefined ? problem('impossible-date', 'schedule-problem-date', word) : { first: date, last: date };
}

/** N个月内, N个工作日内, N天后: the first day is not counted (DOMAIN §8.9). */
function spanPoint(
  { n, unit, days, later }: Of<'in'>,
  feast: Of<'feast'> | undefined,
  tokens: readonly Token[],
  asking: Asking,
): Point | Problem | undefined {
  if (!(n >= 0) || n > 3000) return problem('impossible-count', 'schedule-problem-count', String(n));
  const notes: NoteCode[] = one(tokens, 'event')?.event === 'feedback' && !asking.anchor ? ['feedback-anchor'] : [];
  if (unit === 'hour' || unit === 'minute') {
    const at = localOf(asking.from + n * (unit === 'hour' ? HOUR : MINUTE), asking.zone);
    return { first: at.date, last: at.date, time: at.time, ...(later ? {} : { before: true }) };
  }
  const start = spanStart(feast, tokens, asking);
  if (isProblem(start)) return start;
  const size = { week: 7, day: 1, month: 1, quarter: 3, 'half-year': 6, year: 12, workday: 1 }[unit];
  const months = unit === 'month' || unit === 'quarter' || unit === 'half-year' || unit === 'year';
  const plain = months ? addMonths(start.date, n * size) : addDays(start.date, n * size);
  const last = unit === 'workday' ? addWorkdays(start.date, n, asking.calendar) : addDays(plain, days ?? 0);
  return { first: start.date, last, notes, ...(later ? {} : { before: true }) };
}

function spanStart(
  feast: Of<'feast'> | undefined,
  tokens: readonly Token[],
  asking: Asking,
): { readonly date: LocalDate } | Problem {
  if (!feast) return { date: one(tokens, 'event')?.event === 'meeting' ? asking.today : asking.anchorDay };
  const point = feastPoint(feast, tokens, asking);
  return isProblem(point) ? point : { date: addDays(point.last, -1) };
}

/** 国庆节前 = the last day before the holiday begins (DOMAIN §8.10); the next one, unless the phrase names the year. */
function feastPoint({ name, n }: Of<'feast'>, tokens: readonly Token[], asking: Asking): Point | Problem {
  const named = yearOf(tokens, asking);
  const first = partsOf(asking.anchorDay).year;
  for (const year of named === undefined ? [first, first + 1] : [named]) {
    const date = besideFeast(name, n, year, asking.calendar);
    if (date === undefined) return problem('no-feast', 'schedule-problem-feast', name);
    if (named === undefined && date < asking.anchorDay) continue;
    const notes: NoteCode[] = asking.calendar.isProvisional(date) ? ['provisional'] : [];
    return { first: date, last: date, notes, ...(n < 0 ? { before: true } : {}) };
  }
  return problem('no-feast', 'schedule-problem-feast', name);
}

function weekPoint(n: number, weekday: number | undefined, { today }: Asking): Point {
  const monday = addDays(mondayOf(today), 7 * n);
  if (weekday === undefined) return { first: monday, last: addDays(monday, 6), before: true };
  const day = addDays(monday, weekday - 1);
  return { first: day, last: day };
}

function weekdayPoint(weekday: number, tokens: readonly Token[], asking: Asking): Point {
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

function yearOf(tokens: readonly Token[], { anchorDay }: Asking): number | undefined {
  const year = one(tokens, 'year');
  if (year) return year.year;
  const relative = tokens.find((token) => token.t === 'relative' && token.unit === 'year');
  return relative?.t === 'relative' ? partsOf(anchorDay).year + relative.n : undefined;
}

interface Unit {
  readonly unit: PeriodUnit;
  /** The place of the period in its year, from 1; undefined = told by the anchor and `n`. */
  readonly index?: number;
  readonly n?: number;
}

/** A month, quarter, half-year or year, or a day inside one. */
function periodPoint(tokens: readonly Token[], asking: Asking): Point | Problem | undefined {
  const unit = unitOf(tokens);
  if (!unit) return bareDays(tokens, asking);
  const monthDay = one(tokens, 'month-days');
  if (unit.index !== undefined && (unit.index < 1 || unit.index > perYear[unit.unit])) {
    return problem('impossible-date', 'schedule-problem-date', String(unit.index));
  }
  if (monthDay?.ns.some((n) => n < 1 || n > (monthDay.month === 2 ? 29 : daysIn(2000, monthDay.month)))) {
    return problem('impossible-date', 'schedule-problem-date', `${monthDay.month}-${monthDay.ns.join(',')}`);
  }
  const inside = insideOf(tokens, unit.unit);
  if (isProblem(inside)) return inside;
  if (inside.specs.length === 0 && one(tokens, 'weekday')) return problem('ambiguous', 'schedule-problem-which-week');
  return inPeriod(unit, inside, tokens, asking);
}

const perYear = { week: 53, month: 12, quarter: 4, 'half-year': 2, year: 1 } as const;

function unitOf(tokens: readonly Token[]): Unit | undefined {
  const monthDay = one(tokens, 'month-days');
  if (monthDay) return { unit: 'month', index: monthDay.month };
  const months = one(tokens, 'months');
  if (months) return { unit: 'month', index: months.ns.at(-1)! };
  const quarter = one(tokens, 'quarter');
  if (quarter) return { unit: 'quarter', index: quarter.n };
  const half = one(tokens, 'half');
  if (half) return { unit: 'half-year', index: half.n };
  const next = tokens.find((token) => token.t === 'month-in' && token.n === 0);
  if (next) return { unit: 'month', n: 1 };
  const relatives = tokens.filter((token) => token.t === 'relative' && token.unit !== 'day');
  const finest = (['month', 'quarter', 'half-year'] as const).find((unit) =>
    relatives.some((r) => r.t === 'relative' && r.unit === unit),
  );
  const end = one(tokens, 'end');
  if (finest)
    return {
      unit: finest,
      n: relatives.find((r) => r.t === 'relative' && r.unit === finest && r.n !== 0)
        ? (relatives[0] as Of<'relative'>).n
        : 0,
    };
  if (end?.unit && end.unit !== 'year' && end.unit !== 'week') return { unit: end.unit, n: 0 };
  if (one(tokens, 'year') || relatives.length > 0 || end?.unit === 'year') return { unit: 'year', index: 1 };
  return undefined;
}

function insideOf(tokens: readonly Token[], unit: PeriodUnit): ReturnType<typeof specsOf> {
  const within = tokens.filter(
    ({ t }) => t === 'days' || t === 'month-days' || t === 'nth' || t === 'third' || t === 'end' || t === 'month-in',
  );
  const flat = within.flatMap((token): Token[] => {
    if (token.t === 'month-days')
      return [{ t: 'days', ns: token.ns.slice(-1), ...(token.window ? { window: true } : {}) }];
    if (token.t === 'month-in' && token.n === 0) return [];
    return [token];
  });
  return specsOf(flat, unit);
}

function inPeriod(
  unit: Unit,
  inside: Exclude<ReturnType<typeof specsOf>, Problem>,
  tokens: readonly Token[],
  asking: Asking,
): Point | Problem {
  const spec = inside.specs.at(-1);
  for (const period of candidates(unit, yearOf(tokens, asking), asking)) {
    const day = spec ? dayIn(period, spec, asking.calendar) : period.last;
    if (day === undefined) continue;
    const open = unit.index !== undefined && yearOf(tokens, asking) === undefined && unit.unit !== 'year';
    if (open && (day < asking.anchorDay || isPast(day, asking))) continue;
    const whole = spec === undefined;
    const notes: NoteCode[] = [...inside.notes, ...(whole && one(tokens, 'months') ? (['month-alone'] as const) : [])];
    return { first: whole ? period.first : day, last: day, notes, ...(whole || inside.window ? { before: true } : {}) };
  }
  return problem('impossible-date', 'schedule-problem-date', String(unit.index ?? ''));
}

/** A clock time of today that has gone by: a yearless date then means the next one (DOMAIN §8.1). */
function isPast(day: LocalDate, { anchor, today, time, zone, from }: Asking): boolean {
  return anchor === undefined && day === today && time !== undefined && instantOf(day, time, zone) <= from;
}

function candidates(unit: Unit, year: number | undefined, { anchorDay }: Asking): readonly Period[] {
  if (unit.index === undefined) {
    const size = { week: 0, month: 1, quarter: 3, 'half-year': 6, year: 12 }[unit.unit];
    return [periodOf(unit.unit, addMonths(`${anchorDay.slice(0, 7)}-01` as LocalDate, (unit.n ?? 0) * size))];
  }
  const first = partsOf(anchorDay).year;
  const years = year === undefined ? Array.from({ length: 9 }, (_, i) => first + i) : [year];
  const month = { week: 1, month: unit.index, quarter: unit.index * 3, 'half-year': unit.index * 6, year: 12 }[
    unit.unit
  ];
  return years.flatMap((y) => {
    const day = dateOf(y, month, 1);
    return day === undefined ? [] : [periodOf(unit.unit, day)];
  });
}

/** 15日 alone: the next 15th. */
function bareDays(tokens: readonly Token[], asking: Asking): Point | Problem | undefined {
  const days = one(tokens, 'days');
  if (!days) return undefined;
  const n = days.ns.at(-1)!;
  if (!(n >= 1 && n <= 31)) return problem('impossible-date', 'schedule-problem-date', String(n));
  const start = asking.anchor ?? asking.today;
  const counts = asking.time === undefined;
  const day = firstDay({ ...asking, today: start }, counts, (date) => partsOf(date).day === n);
  return { first: day, last: day, notes: ['day-alone'], ...(days.window ? { before: true } : {}) };
}
