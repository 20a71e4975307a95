import {
  addDays,
  addMonths,
  dateOfDayNumber,
  dayNumberOf,
  type LocalDate,
  lastOfMonth,
  partsOf,
  weekdayOf,
} from '../calendar.ts';
import { type WorkingCalendar, workdayFrom } from '../working-calendar.ts';
import { type Period, periodsBetween } from './period.ts';
import { datesOfRecurrence } from './rrule.ts';
import type { DaySpec, PeriodRule, PeriodUnit, Rule } from './schedule.ts';

/** The days of a rule in [first, last], in order. The cost grows with that span only, wherever it lies. */
export function datesOf(
  rule: Rule,
  calendar: WorkingCalendar,
  first: LocalDate,
  last: LocalDate,
): readonly LocalDate[] {
  if (first > last) return [];
  if (rule.unit === 'day') return stepped(rule.step, rule.anchor, first, last);
  if (rule.unit === 'workday') return stepped(1, undefined, first, last).filter((day) => calendar.isWorkday(day));
  if (rule.unit === 'rrule') return datesOfRecurrence(rule, first, last);
  if (rule.unit === 'feast') return eves(calendar, first, last);
  return inPeriods(rule, calendar, first, last);
}

/** True if the dates depend on which days are worked, so that they are provisional where the calendar is. */
export function needsCalendar(rule: Rule): boolean {
  if (rule.unit === 'workday' || rule.unit === 'feast') return true;
  return 'days' in rule && rule.days.some(({ on }) => on === 'workday' || on === 'feast');
}

/** The place of a day in a period, if the period has it: 31 in June and the fifth Monday of most months do not exist. */
export function dayIn(period: Period, spec: DaySpec, calendar: WorkingCalendar): LocalDate | undefined {
  const span = spec.month === undefined ? period : monthOf(period, spec.month);
  const date = found(span, spec, calendar);
  return date !== undefined && (spec.on === 'feast' || (date >= span.first && date <= span.last)) ? date : undefined;
}

function found(span: Span, spec: DaySpec, calendar: WorkingCalendar): LocalDate | undefined {
  const { n } = spec;
  if (spec.on === 'day') return n > 0 ? addDays(span.first, n - 1) : addDays(span.last, n + 1);
  if (spec.on === 'workday') return nthWorkday(span, n, calendar);
  if (spec.on === 'feast') return besideFeast(spec.feast!, n, partsOf(span.first).year, calendar);
  if (n > 0) return addDays(span.first, ((spec.weekday! - weekdayOf(span.first) + 7) % 7) + 7 * (n - 1));
  return addDays(span.last, -((weekdayOf(span.last) - spec.weekday! + 7) % 7) + 7 * (n + 1));
}

interface Span {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

function monthOf(period: Period, month: number): Span {
  const first = addMonths(period.first, month - 1);
  return { first, last: lastOfMonth(first) };
}

function nthWorkday({ first, last }: Span, n: number, calendar: WorkingCalendar): LocalDate | undefined {
  const step = n > 0 ? 1 : -1;
  let left = Math.abs(n);
  for (let day = n > 0 ? first : last; day >= first && day <= last; day = addDays(day, step)) {
    if (calendar.isWorkday(day) && --left === 0) return day;
  }
  return undefined;
}

/** Beside a holiday of that year (DOMAIN §8.10); undefined if the table does not know it. */
export function besideFeast(name: string, n: number, year: number, calendar: WorkingCalendar): LocalDate | undefined {
  const feast = calendar.feast(name, year);
  if (!feast) return undefined;
  if (n < 0) return addDays(feast.from, -1);
  return n === 0 ? feast.from : workdayFrom(addDays(feast.to, 1), calendar, 1);
}

/** Anything that steps over several periods counts them from the anchor's. */
function inPeriods(rule: PeriodRule, calendar: WorkingCalendar, first: LocalDate, last: LocalDate): LocalDate[] {
  const from = rule.anchor !== undefined && rule.anchor > first ? rule.anchor : first;
  // One period more at each end: the eve of a feast on 1 January lies in the year before.
  const outer = rule.days.some((spec) => spec.on === 'feast') ? addDays(last, 40) : last;
  const days = new Set<LocalDate>();
  for (const period of periodsBetween(rule.unit, from, outer)) {
    if (!isStep(rule, period)) continue;
    for (const spec of rule.days) {
      const day = dayIn(period, spec, calendar);
      if (day !== undefined && day >= from && day <= last) days.add(day);
    }
  }
  return [...days].sort();
}

function isStep(rule: PeriodRule, period: Period): boolean {
  if (rule.step === 1 || rule.anchor === undefined) return true;
  const distance = indexOf(rule.unit, period.first) - indexOf(rule.unit, rule.anchor);
  return distance % rule.step === 0;
}

function indexOf(unit: PeriodUnit, date: LocalDate): number {
  if (unit === 'week') return Math.floor((dayNumberOf(date) + 3) / 7);
  const { year, month } = partsOf(date);
  const months = year * 12 + month - 1;
  return Math.floor(months / { month: 1, quarter: 3, 'half-year': 6, year: 12 }[unit]);
}

function stepped(step: number, anchor: LocalDate | undefined, first: LocalDate, last: LocalDate): LocalDate[] {
  const start = dayNumberOf(anchor ?? first);
  const end = dayNumberOf(last);
  const days: LocalDate[] = [];
  const skip = Math.max(0, Math.ceil((dayNumberOf(first) - start) / step));
  for (let n = start + skip * step; n <= end; n += step) days.push(dateOfDayNumber(n));
  return days;
}

const publicHolidays = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆节'];

/** The last working day before each public holiday. */
function eves(calendar: WorkingCalendar, first: LocalDate, last: LocalDate): LocalDate[] {
  const days = new Set<LocalDate>();
  for (let year = partsOf(first).year; year <= partsOf(addDays(last, 40)).year; year++) {
    for (const name of publicHolidays) {
      const eve = besideFeast(name, -1, year, calendar);
      const day = eve && workdayFrom(eve, calendar, -1);
      if (day && day >= first && day <= last) days.add(day);
    }
  }
  return [...days].sort();
}
