import data from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { assumedYear } from './assumed-holidays.ts';
import { addDays, type LocalDate, partsOf } from './calendar.ts';
import { missingIn } from './holiday-notice.ts';
import { movingFeasts } from './lunar-feasts.ts';
import type { Feast, HolidayTable } from './working-calendar.ts';
import type { YearTable } from './year-table.ts';

export { assumedYear } from './assumed-holidays.ts';
export { type NoticeProblem, type NoticeReading, readNotice } from './holiday-notice.ts';
export { readYearTable, textOfYearTable } from './year-table.ts';

let official: HolidayTable | undefined;

/**
 * The State Council's notices as far as chinese-days holds them, from its data file only: its functions read the
 * host's zone. Beyond its last year come the days that the law fixes and the days that probably join them
 * (`probable`): days off, so that nobody is reminded on them unawares, and provisional, so that nobody relies on it.
 */
export function officialTable(): HolidayTable {
  official ??= withAssumed(dataTable());
  return official;
}

/**
 * The table with years replaced by the office's own import (next year's notice, a correction). A year that lacks a
 * holiday stays provisional, with the days that are assumed for it: they must not become working days in silence.
 */
export function withYears(table: HolidayTable, years: readonly YearTable[]): HolidayTable {
  const merged = years.reduce(withTold, table);
  const whole = years.filter(({ feasts }) => missingIn(feasts).length === 0).map(({ year }) => year);
  let lastYear = table.lastYear;
  for (const year of whole.sort()) if (year === lastYear + 1) lastYear = year;
  return { ...merged, lastYear };
}

function withTold(table: HolidayTable, told: YearTable): HolidayTable {
  const assumed = told.year > table.lastYear ? assumedYear(told.year) : undefined;
  const lacking = new Set(missingIn(told.feasts));
  const isTold = (feast: Feast): boolean => told.feasts.some((one) => one.from <= feast.to && feast.from <= one.to);
  const added = (assumed?.feasts ?? []).filter((feast) => lacking.has(feast.name) && !isTold(feast));
  if (added.length === 0) return withYear(table, told);
  const merged = withYear(table, { ...told, feasts: [...told.feasts, ...added] });
  const days = new Set(added.flatMap(daysOf));
  const probable = (assumed?.probable ?? []).filter((day) => days.has(day));
  return { ...merged, probable: new Set([...(merged.probable ?? []), ...probable]) };
}

/** What the table holds about one year, for export and for showing it back. */
export function yearOf(table: HolidayTable, year: number): YearTable {
  return {
    year,
    feasts: table.feasts.filter((feast) => partsOf(feast.to).year === year),
    workDays: [...table.workDays].filter((day) => partsOf(day).year === year).sort(),
  };
}

function withYear(table: HolidayTable, { year, feasts, workDays }: YearTable): HolidayTable {
  const other = (day: LocalDate): boolean => partsOf(day).year !== year;
  const daysOff = new Set([...table.daysOff].filter(other));
  for (const feast of feasts) for (const day of daysOf(feast)) daysOff.add(day);
  return {
    lastYear: table.lastYear,
    daysOff,
    workDays: new Set([...[...table.workDays].filter(other), ...workDays]),
    probable: new Set([...(table.probable ?? [])].filter(other)),
    feasts: [...table.feasts.filter((feast) => other(feast.to)), ...feasts].sort((a, b) => (a.from < b.from ? -1 : 1)),
  };
}

function dataTable(): HolidayTable {
  const names = new Map<LocalDate, string>();
  for (const [day, value] of Object.entries(data.holidays)) names.set(day as LocalDate, value.split(',')[1] ?? '');
  const workDays = Object.keys(data.workdays) as LocalDate[];
  const lastYear = Math.max(...[...names.keys()].map((day) => partsOf(day).year));
  return { lastYear, daysOff: new Set(names.keys()), workDays: new Set(workDays), feasts: feastsOf(names) };
}

/** Days off that touch are one holiday, and every feast in it begins with it: 2025 国庆节 and 中秋 are 1–8 October. */
function feastsOf(names: ReadonlyMap<LocalDate, string>): readonly Feast[] {
  const feasts: Feast[] = [];
  for (const day of [...names.keys()].sort()) {
    if (names.has(addDays(day, -1))) continue;
    const inside: LocalDate[] = [];
    for (let at = day; names.has(at); at = addDays(at, 1)) inside.push(at);
    for (const name of new Set(inside.map((at) => names.get(at)!)))
      feasts.push({ name, from: day, to: inside.at(-1)! });
  }
  return feasts;
}

function withAssumed(table: HolidayTable): HolidayTable {
  let result = table;
  const probable = new Set<LocalDate>();
  for (const year of Object.keys(movingFeasts).map(Number)) {
    if (year <= table.lastYear) continue;
    const assumed = assumedYear(year)!;
    result = withYear(result, assumed);
    for (const day of assumed.probable) probable.add(day);
  }
  return { ...result, lastYear: table.lastYear, probable };
}

function daysOf(feast: Feast): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = feast.from; day <= feast.to; day = addDays(day, 1)) days.push(day);
  return days;
}
