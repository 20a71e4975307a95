import { assumedYear } from './assumed-holidays.ts';
import { addDays, dateOf, type LocalDate, partsOf, weekdayOf } from './calendar.ts';
import { feastNamesIn } from './holiday-notice.ts';
import type { Feast } from './working-calendar.ts';
import type { YearTable } from './year-table.ts';

/**
 * A year's days off as a table holds them. One row per holiday (节日, 放假时间, 调休上班, 天数) becomes the sentences of a
 * notice, so that weekdays and counts are checked as in one; one row per day (日期, 放假 or 上班) becomes the year itself.
 */
export type Sheet =
  | { readonly kind: 'sentences'; readonly text: string }
  | { readonly kind: 'year'; readonly table: YearTable };

type Row = readonly string[];

/** Reads such a table; undefined if it is about something else. `year` counts where the rows name none. */
export function readHolidayRows(rows: readonly Row[], year?: number): Sheet | undefined {
  const plain = rows.map((row) => row.map(plainDates));
  const days = plain.slice(0, MOST_DAYS).flatMap((row) => dayIn(row, year));
  return days.length < 3 ? byHoliday(plain) : daily(days);
}

const DATE = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/;

/** 2027-01-01, 2027/1/1 and 1.1 as a notice writes them. */
function plainDates(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[~～—–−]/g, '-')
    .replace(/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00)?)?/g, '$1年$2月$3日')
    .replace(/(?<![\d.])(\d{1,2})[./](\d{1,2})(?![\d.])/g, '$1月$2日')
    .trim();
}

const OFF = /^(?:放假|休息|休假|放|休|假|假日|节假日|法定节假日|公休|off|holiday|day off)$/i;
const WORK = /^(?:上班|补班|班|调休|调休上班|调休补班|补假上班|work|working day|workday)$/i;

interface Day {
  readonly date: LocalDate;
  readonly off: boolean;
  readonly names: readonly string[];
}

const MOST_DAYS = 400;

/** A day that is off in one row and worked in another makes the table unreadable. */
function daily(days: readonly Day[]): Sheet | undefined {
  const year = mostOf(days.map(({ date }) => partsOf(date).year))!;
  const off = new Map(days.filter((day) => day.off).map((day) => [day.date, day.names]));
  const workDays = days.filter(({ date, off: isOff }) => !isOff && weekdayOf(date) > 5).map(({ date }) => date);
  const feasts = runsOf([...off.keys()].sort()).flatMap((run) => feastsOf(run, off, year));
  if (feasts.length === 0 || workDays.some((day) => off.has(day))) return undefined;
  return { kind: 'year', table: { year, feasts, workDays: [...new Set(workDays)].sort() } };
}

function dayIn(row: Row, hint: number | undefined): readonly Day[] {
  const dates = row.flatMap((cell) => DATE.exec(cell) ?? []);
  const said = row.find((cell) => OFF.test(cell) || WORK.test(cell));
  const match = row.map((cell) => DATE.exec(cell)).find((found) => found !== null);
  if (!match || !said || dates.length > 4) return [];
  const date = dateOf(Number(match[1] ?? hint ?? 0), Number(match[2]), Number(match[3]));
  return date ? [{ date, off: OFF.test(said), names: row.flatMap((cell) => feastNamesIn(cell)) }] : [];
}

function mostOf(years: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function runsOf(days: readonly LocalDate[]): readonly (readonly LocalDate[])[] {
  const runs: LocalDate[][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && addDays(last.at(-1)!, 1) === day) last.push(day);
    else runs.push([day]);
  }
  return runs;
}

/** A weekend by itself is no holiday; a run that no row names is known by the day that the law fixes in it. */
function feastsOf(
  run: readonly LocalDate[],
  names: ReadonlyMap<LocalDate, readonly string[]>,
  year: number,
): readonly Feast[] {
  const [from, to] = [run[0]!, run.at(-1)!];
  const written = new Set(run.flatMap((day) => names.get(day) ?? []));
  if (written.size > 0) return [...written].map((name) => ({ name, from, to }));
  if (run.every((day) => weekdayOf(day) > 5)) return [];
  const known = (assumedYear(year)?.feasts ?? []).filter((feast) => feast.from <= to && feast.to >= from);
  return known.map(({ name }) => ({ name, from, to }));
}

interface Columns {
  readonly off: readonly number[];
  readonly work: readonly number[];
  readonly count: number;
}

function byHoliday(rows: readonly Row[]): Sheet | undefined {
  const columns = columnsOf(rows);
  const sentences = rows.flatMap((row) => sentenceOf(row, columns));
  return sentences.length < 3 ? undefined : { kind: 'sentences', text: sentences.join('\n') };
}

/** Which column holds what, by the words above it: 放假时间 (or 开始, 结束), 调休上班, 天数. */
function columnsOf(rows: readonly Row[]): Columns | undefined {
  const head = rows.find(
    (row) => !row.some((cell) => DATE.test(cell)) && row.some((cell) => /上班|补班|调休/.test(cell)),
  );
  if (!head) return undefined;
  const places = (form: RegExp, not: RegExp): number[] =>
    head.flatMap((cell, at) => (form.test(cell) && !not.test(cell) ? [at] : []));
  return {
    off: places(/放假|休假|假期|时间|日期|开始|结束|起|止/, /上班|补班|天数|名称/),
    work: places(/上班|补班|调休/, /放假|天数/),
    count: head.findIndex((cell) => /天数|共/.test(cell)),
  };
}

function sentenceOf(row: Row, columns: Columns | undefined): readonly string[] {
  const name = row.find((cell) => feastNamesIn(cell).length > 0 && !DATE.test(cell));
  const dated = row.flatMap((cell, at) => (DATE.test(cell) ? [at] : []));
  if (!name || dated.length === 0) return [];
  const isWork = (at: number): boolean => (columns ? columns.work.includes(at) : at !== dated[0]);
  const off = dated.filter((at) => !isWork(at) && (columns ? columns.off.includes(at) : true)).map((at) => row[at]!);
  const work = dated.filter(isWork).map((at) => row[at]!.replace(/上班|补班/g, ''));
  if (off.length === 0) return [];
  const span = [...new Set(off)]
    .slice(0, 2)
    .join('至')
    .replace(/放假|调休|,?共?\d+天/g, '');
  const count = /^(\d{1,2})天?$/.exec(columns && columns.count >= 0 ? (row[columns.count] ?? '') : '')?.[1];
  const worked = work.length > 0 ? `${[...new Set(work)].join('、').replace(/[;,\s/]+/g, '、')}上班。` : '';
  return [`${name}:${span}放假${count ? `,共${count}天` : ''}。${worked}`.replace(/\s/g, '')];
}
