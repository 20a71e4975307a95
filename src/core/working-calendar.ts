import { addDays, type LocalDate, weekdayOf } from './calendar.ts';

/** A public holiday with all its days off, in order. */
export interface Feast {
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Days that differ from Monday-to-Friday, year by year, as data. */
export interface HolidayTable {
  /** Last year for which the official notice is in the table; beyond it every date is provisional. */
  readonly lastYear: number;
  readonly daysOff: ReadonlySet<LocalDate>;
  readonly workDays: ReadonlySet<LocalDate>;
  readonly feasts: readonly Feast[];
  /** Days off beyond the last year that no law fixes: they stand in `daysOff` too, until the notice says. */
  readonly probable?: ReadonlySet<LocalDate>;
}

/** Which days an office works. A value: pass it to whoever needs it. */
export interface WorkingCalendar {
  isWorkday(date: LocalDate): boolean;
  /** True beyond the table's last year: weekdays and fixed feasts are known, 调休 is not. */
  isProvisional(date: LocalDate): boolean;
  /** True for a day taken as off only because it has been so in other years; the notice may make it a working day. */
  probablyOff(date: LocalDate): boolean;
  readonly lastYear: number;
  /** The feast of that name (国庆节, 春节 …) in that year; undefined if unknown. */
  feast(name: string, year: number): Feast | undefined;
}

export interface CalendarOverrides {
  readonly daysOff?: readonly LocalDate[];
  readonly workDays?: readonly LocalDate[];
}

/** The calendar of an office: the official table, with the office's own exceptions on top. */
export function workingCalendar(table: HolidayTable, overrides: CalendarOverrides = {}): WorkingCalendar {
  const off = new Set(overrides.daysOff ?? []);
  const work = new Set(overrides.workDays ?? []);
  const decide = (date: LocalDate) => {
    if (off.has(date)) return false;
    if (work.has(date)) return true;
    if (table.daysOff.has(date)) return false;
    return table.workDays.has(date) || weekdayOf(date) <= 5;
  };
  // A pure memo: every wake counts working days.
  const known = new Map<LocalDate, boolean>();
  return {
    lastYear: table.lastYear,
    isWorkday(date) {
      const before = known.get(date);
      if (before !== undefined) return before;
      const is = decide(date);
      known.set(date, is);
      return is;
    },
    isProvisional: (date) => Number(date.slice(0, 4)) > table.lastYear,
    probablyOff: (date) => !off.has(date) && !work.has(date) && (table.probable?.has(date) ?? false),
    // By its last day: 元旦 may begin in the December before.
    feast: (name, year) =>
      table.feasts.find((f) => feastKey(f.name) === feastKey(name) && f.to.startsWith(String(year))),
  };
}

const otherNames: Readonly<Record<string, string>> = { 五一: '劳动', 十一: '国庆', 新年: '元旦', 过年: '春' };

/** 国庆节, 国庆 and 十一 are one feast. */
function feastKey(name: string): string {
  const short = name.replace(/节$/, '');
  return otherNames[short] ?? short;
}

/** The table of `calendar: none`: Monday to Friday, no feasts, never provisional. */
export const plainWeek: HolidayTable = { lastYear: 9999, daysOff: new Set(), workDays: new Set(), feasts: [] };

/** The first working day on or after (`step` 1) or on or before (`step` -1) the date. */
export function workdayFrom(date: LocalDate, calendar: WorkingCalendar, step: 1 | -1): LocalDate {
  let day = date;
  // A run of days off is at most a few weeks; a broken override must not hang the bot.
  for (let i = 0; i < 400 && !calendar.isWorkday(day); i++) day = addDays(day, step);
  return day;
}

/** The n-th working day after the date (before it, if n is negative); the date itself is not counted. */
export function addWorkdays(date: LocalDate, n: number, calendar: WorkingCalendar): LocalDate {
  const step = n < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(n); left > 0; left--) day = workdayFrom(addDays(day, step), calendar, step);
  return day;
}

/** Working days in (from, to]; 0 if `to` is not later. */
export function workdaysBetween(from: LocalDate, to: LocalDate, calendar: WorkingCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorkday(day)) count++;
  return count;
}
