import { addDays, dateOf, dayNumberOf, daysIn, type LocalDate, partsOf, type Weekday, weekdayOf } from '../calendar.ts';
import { type Period, periodsBetween } from './period.ts';

export const frequencies = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const;
export type Frequency = keyof typeof frequencies;

export interface ByDay {
  readonly weekday: Weekday;
  /** The n-th of the month or year, from the end if negative; every one without it. */
  readonly n?: number;
}

/** The dates of an RFC 5545 RRULE without its clock part. Days that a month does not have are skipped, as there. */
export interface RecurrenceRule {
  readonly unit: 'rrule';
  readonly freq: Frequency;
  readonly interval: number;
  /** DTSTART's day: INTERVAL and COUNT are counted from here, and there is nothing before it. */
  readonly start?: LocalDate;
  readonly byDay?: readonly ByDay[];
  readonly byMonthDay?: readonly number[];
  readonly byMonth?: readonly number[];
  readonly bySetPos?: readonly number[];
  /** How many days in all, from `start`. */
  readonly count?: number;
}

/** The days of the rule in [first, last], in order. With COUNT the cost grows with the count instead. */
export function datesOfRecurrence(rule: RecurrenceRule, first: LocalDate, last: LocalDate): readonly LocalDate[] {
  const start = rule.start;
  if (rule.count === undefined || start === undefined) return between(rule, later(first, start), last);
  const counted = firstDays(rule, start, rule.count, last);
  return counted.filter((day) => day >= first && day <= last);
}

function firstDays(rule: RecurrenceRule, start: LocalDate, count: number, last: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let from = start; days.length < count && from <= last; from = addDays(from, 400)) {
    const to = addDays(from, 399);
    days.push(...between(rule, from, to < last ? to : last));
  }
  return days.slice(0, count);
}

function between(rule: RecurrenceRule, first: LocalDate, last: LocalDate): readonly LocalDate[] {
  if (first > last) return [];
  const days: LocalDate[] = [];
  for (const period of periodsBetween(frequencies[rule.freq], first, last)) {
    if (isStep(rule, period)) days.push(...chosen(rule, candidates(rule, period)));
  }
  return days.filter((day) => day >= first && day <= last);
}

function candidates(rule: RecurrenceRule, period: Period): readonly LocalDate[] {
  if (rule.freq === 'DAILY' || rule.freq === 'WEEKLY') {
    return daysFrom(period.first, period.last).filter((day) => fits(rule, day, period));
  }
  const { year, month } = partsOf(period.first);
  const months = rule.freq === 'MONTHLY' ? [month] : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const wanted = months.filter((m) => rule.byMonth === undefined || rule.byMonth.includes(m));
  return wanted.flatMap((m) => {
    const span = { first: dateOf(year, m, 1)!, last: dateOf(year, m, daysIn(year, m))! };
    // RFC 5545: in a yearly rule the n-th weekday counts within the month if BYMONTH is given, else within the year.
    const scope = rule.freq === 'YEARLY' && rule.byMonth === undefined ? period : span;
    return daysFrom(span.first, span.last).filter((day) => fits(rule, day, scope));
  });
}

interface Span {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

function fits(rule: RecurrenceRule, day: LocalDate, scope: Span): boolean {
  const { year, month, day: n } = partsOf(day);
  if (rule.byMonth !== undefined && !rule.byMonth.includes(month)) return false;
  if (rule.byMonthDay !== undefined && !rule.byMonthDay.some((d) => d === n || daysIn(year, month) + 1 + d === n)) {
    return false;
  }
  return rule.byDay === undefined || rule.byDay.some((by) => isByDay(by, day, scope));
}

function isByDay({ weekday, n }: ByDay, day: LocalDate, { first, last }: Span): boolean {
  if (weekdayOf(day) !== weekday) return false;
  if (n === undefined) return true;
  const distance = n > 0 ? dayNumberOf(day) - dayNumberOf(first) : dayNumberOf(last) - dayNumberOf(day);
  return Math.floor(distance / 7) + 1 === Math.abs(n);
}

function chosen(rule: RecurrenceRule, days: readonly LocalDate[]): readonly LocalDate[] {
  if (rule.bySetPos === undefined) return days;
  const places = rule.bySetPos.map((n) => (n > 0 ? n - 1 : days.length + n));
  return days.filter((_, place) => places.includes(place));
}

function isStep(rule: RecurrenceRule, period: Period): boolean {
  if (rule.interval === 1 || rule.start === undefined) return true;
  return (indexOf(rule.freq, period.first) - indexOf(rule.freq, rule.start)) % rule.interval === 0;
}

function indexOf(freq: Frequency, date: LocalDate): number {
  if (freq === 'DAILY') return dayNumberOf(date);
  if (freq === 'WEEKLY') return Math.floor((dayNumberOf(date) + 3) / 7);
  const { year, month } = partsOf(date);
  return freq === 'MONTHLY' ? year * 12 + month : year;
}

function daysFrom(first: LocalDate, last: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

function later(a: LocalDate, b: LocalDate | undefined): LocalDate {
  return b !== undefined && b > a ? b : a;
}
