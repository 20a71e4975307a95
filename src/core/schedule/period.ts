import {
  addDays,
  addMonths,
  dateOf,
  dateOfDayNumber,
  dayNumberOf,
  type LocalDate,
  lastOfMonth,
  mondayOf,
  partsOf,
} from '../calendar.ts';

/** The windows of quota and window duties (DESIGN §2 "Occurrence", DOMAIN §2). */
export const windows = ['day', 'week', 'half-month', 'month', 'quarter', 'half-year', 'year'] as const;
export type Window = (typeof windows)[number];

export interface Period {
  /** `2026-03-25`, `2026-W13`, `2026-03b`, `2026-03`, `2026-Q1`, `2026-H1`, `2026`. */
  readonly slot: string;
  readonly first: LocalDate;
  readonly last: LocalDate;
}

// A pure memo: windows are asked for again and again.
const known = new Map(windows.map((window) => [window, new Map<LocalDate, Period>()]));
const MOST = 20_000;

/** The window that holds the date. Weeks run Monday to Sunday and are numbered by ISO 8601. */
export function periodOf(window: Window, date: LocalDate): Period {
  const ofWindow = known.get(window)!;
  const remembered = ofWindow.get(date);
  if (remembered !== undefined) return remembered;
  if (ofWindow.size > MOST) ofWindow.clear();
  const period = reckoned(window, date);
  ofWindow.set(date, period);
  return period;
}

function reckoned(window: Window, date: LocalDate): Period {
  if (window === 'day') return { slot: date, first: date, last: date };
  if (window === 'week') return weekOf(date);
  if (window === 'half-month') return halfMonthOf(date);
  const size = monthsIn[window];
  const { year, month } = partsOf(date);
  const index = Math.floor((month - 1) / size);
  const first = dateOf(year, index * size + 1, 1)!;
  return { slot: slotOf(window, year, index), first, last: lastOfMonth(addMonths(first, size - 1)) };
}

/** Which window a slot names, without the number behind it (`2026-Q1.2`), if the date lies in it: 本季度. */
export function currentWindow(slot: string, date: LocalDate): Window | undefined {
  return windows.find((window) => periodOf(window, date).slot === slot.replace(/\.\d+$/, ''));
}

/** The window after the one that holds the date. */
export function nextPeriod(window: Window, date: LocalDate): Period {
  return periodOf(window, addDays(periodOf(window, date).last, 1));
}

/** The windows that touch [from, to], in order. */
export function periodsBetween(window: Window, from: LocalDate, to: LocalDate): readonly Period[] {
  const found: Period[] = [];
  for (let p = periodOf(window, from); p.first <= to; p = nextPeriod(window, p.last)) found.push(p);
  return found;
}

const monthsIn = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

function slotOf(window: keyof typeof monthsIn, year: number, index: number): string {
  if (window === 'year') return `${year}`;
  if (window === 'quarter') return `${year}-Q${index + 1}`;
  if (window === 'half-year') return `${year}-H${index + 1}`;
  return `${year}-${String(index + 1).padStart(2, '0')}`;
}

function halfMonthOf(date: LocalDate): Period {
  const { year, month, day } = partsOf(date);
  const slot = date.slice(0, 7);
  return day <= 15
    ? { slot: `${slot}a`, first: dateOf(year, month, 1)!, last: dateOf(year, month, 15)! }
    : { slot: `${slot}b`, first: dateOf(year, month, 16)!, last: lastOfMonth(date) };
}

function weekOf(date: LocalDate): Period {
  const first = mondayOf(date);
  const monday = dayNumberOf(first);
  const year = partsOf(dateOfDayNumber(monday + 3)).year;
  // ISO 8601: week 1 is the one that holds 4 January.
  const week = (monday - dayNumberOf(mondayOf(dateOf(year, 1, 4)!))) / 7 + 1;
  return { slot: `${year}-W${String(week).padStart(2, '0')}`, first, last: addDays(first, 6) };
}
