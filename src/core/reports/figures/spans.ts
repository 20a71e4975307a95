import {
  addDays,
  addMonths,
  dateOf,
  daysBetween,
  endOfDay,
  type Instant,
  instantOf,
  type LocalDate,
  lastOfMonth,
  mondayOf,
  partsOf,
  readDate,
  type Zone,
} from '../../calendar.ts';

/** Whole days, both included. */
export interface Days {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/**
 * The days as a half-open span of instants. What is due on a day is late from the next midnight on, and that midnight
 * is its `due`: so a day reaches one millisecond into the next, and spans that touch share nothing.
 */
export function instantsOf({ first, last }: Days, zone: Zone): { readonly from: Instant; readonly to: Instant } {
  return { from: instantOf(first, '00:00', zone) + 1, to: endOfDay(last, zone) + 1 };
}

/** Reads `2026-06`, `2026-W13`, `2026-Q2`, `2026-H1`, `2026` and `2026-06-01..2026-06-30`; undefined for anything else. */
export function readSpan(text: string): Days | undefined {
  const match = /^(\d{4})(?:-(?:(\d{2})|W(\d{2})|Q([1-4])|H([12])))?$/.exec(text.trim());
  if (!match) return readRange(text);
  const [year, month, week, quarter, half] = match.slice(1).map(Number) as [number, number, number, number, number];
  if (match[2]) return months(dateOf(year, month, 1), 1);
  if (match[3]) return weekNo(year, week);
  if (match[4]) return months(dateOf(year, quarter * 3 - 2, 1), 3);
  if (match[5]) return months(dateOf(year, half * 6 - 5, 1), 6);
  return months(dateOf(year, 1, 1), 12);
}

function readRange(text: string): Days | undefined {
  const [first, last, more] = text.trim().split('..').map(readDate);
  return first && last && first <= last && more === undefined ? { first, last } : undefined;
}

function months(first: LocalDate | undefined, count: number): Days | undefined {
  return first && { first, last: addDays(addMonths(first, count), -1) };
}

/** ISO week: the week of 4 January is the first. */
function weekNo(year: number, week: number): Days | undefined {
  const fourth = dateOf(year, 1, 4);
  if (!fourth || week < 1) return undefined;
  const first = addDays(mondayOf(fourth), 7 * (week - 1));
  // The Thursday decides which year a week belongs to.
  return partsOf(addDays(first, 3)).year === year ? { first, last: addDays(first, 6) } : undefined;
}

export function weekOf(day: LocalDate): Days {
  const first = mondayOf(day);
  return { first, last: addDays(first, 6) };
}

export function monthOf(day: LocalDate): Days {
  return { first: `${day.slice(0, 8)}01` as LocalDate, last: lastOfMonth(day) };
}

export function quarterOf(day: LocalDate): Days {
  const { year, month } = partsOf(day);
  return months(dateOf(year, Math.floor((month - 1) / 3) * 3 + 1, 1), 3)!;
}

/** The weeks of a span, Monday to Sunday; one that crosses its first or last day is cut there. */
export function weeksIn(days: Days): readonly Days[] {
  return cut(days, (day) => weekOf(day).last);
}

/** The months of a span, cut at its first and last day. */
export function monthsIn(days: Days): readonly Days[] {
  return cut(days, lastOfMonth);
}

function cut({ first, last }: Days, endOf: (day: LocalDate) => LocalDate): readonly Days[] {
  const parts: Days[] = [];
  for (let day = first; day <= last; day = addDays(parts.at(-1)!.last, 1)) {
    const end = endOf(day);
    parts.push({ first: day, last: end < last ? end : last });
  }
  return parts;
}

export function lengthOf({ first, last }: Days): number {
  return daysBetween(first, last) + 1;
}
