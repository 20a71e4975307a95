import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

// dayjs is used for arithmetic on plain dates at UTC midnight only. Adding to a zoned dayjs value keeps the
// old offset across a clock change, so wall time becomes an instant in one step, in `instantOf`.
dayjs.extend(utc);

/** A calendar day without zone, `YYYY-MM-DD`. Compares correctly as a string. */
export type LocalDate = `${number}-${number}-${number}`;
/** A wall-clock time, `HH:MM`, 24 hours. Compares correctly as a string. */
export type LocalTime = `${number}:${number}`;
/** Epoch milliseconds, UTC. */
export type Instant = number;
/** An IANA zone name, such as `Asia/Shanghai`. */
export type Zone = string;
/** ISO weekday: Monday 1 … Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
const QUARTER = 15 * MINUTE;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

export function partsOf(date: LocalDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The day, or undefined if the calendar has none (31 April, month 13). */
export function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}` as LocalDate;
}

export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Reads `YYYY-MM-DD`, refusing days that do not exist. */
export function readDate(text: string): LocalDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dateOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

// A year of two hundred measures asks for these two some ten million times: integers only, no Date, no new strings.

/** Days since 1970-01-01. */
export function dayNumberOf(date: LocalDate): number {
  const year = 1000 * digit(date, 0) + 100 * digit(date, 1) + 10 * digit(date, 2) + digit(date, 3);
  const month = 10 * digit(date, 5) + digit(date, 6);
  // The civil calendar in eras of 400 years that begin on 1 March.
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear =
    Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + 10 * digit(date, 8) + digit(date, 9) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function digit(text: string, place: number): number {
  return text.charCodeAt(place) - 48;
}

const days = new Map<number, LocalDate>();
const MOST_DAYS = 20_000;

export function dateOfDayNumber(n: number): LocalDate {
  const known = days.get(n);
  if (known !== undefined) return known;
  if (days.size > MOST_DAYS) days.clear();
  const date = civilDay(n);
  days.set(n, date);
  return date;
}

function civilDay(n: number): LocalDate {
  const z = n + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return `${pad(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4)}-${pad(month)}-${pad(day)}` as LocalDate;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/** Whole days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** The same day `months` on, or that month's last day if it has none. Always count from the anchor, never chain. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return dayjs.utc(date).add(months, 'month').format('YYYY-MM-DD') as LocalDate;
}

export function weekdayOf(date: LocalDate): Weekday {
  return (((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Monday of the week that holds the date: weeks run Monday to Sunday. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

export function lastOfMonth(date: LocalDate): LocalDate {
  const { year, month } = partsOf(date);
  return dateOf(year, month, daysIn(year, month))!;
}

const formats = new Map<Zone, Intl.DateTimeFormat>();

function formatOf(zone: Zone): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

export function isZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

// Clocks change on quarter hours, and never twice within a day of UTC: a day that begins and ends with one offset has
// that offset throughout. Pure memos.
const offsets = new Map<Zone, { readonly days: Int32Array; readonly quarters: Map<number, number> }>();
/** To the year 2107; before 1970 and after it each quarter hour is looked up. */
const DAYS_KEPT = 50_000;
const unknown = 2 ** 31 - 1;
const mixed = unknown - 1;

/** What the zone's wall clock is ahead of UTC at that instant, in milliseconds. */
export function offsetAt(instant: Instant, zone: Zone): number {
  const inZone = offsets.get(zone) ?? newZone(zone);
  const day = Math.floor(instant / DAY);
  const known = inZone.days[day];
  if (known === undefined || known === mixed) return offsetInQuarter(Math.floor(instant / QUARTER), zone);
  if (known !== unknown) return known;
  const begins = offsetInQuarter((day * DAY) / QUARTER, zone);
  inZone.days[day] = begins === offsetInQuarter(((day + 1) * DAY) / QUARTER, zone) ? begins : mixed;
  return offsetAt(instant, zone);
}

function newZone(zone: Zone) {
  const made = { days: new Int32Array(DAYS_KEPT).fill(unknown), quarters: new Map<number, number>() };
  // A name that is no zone throws before anything is kept of it.
  formatOf(zone);
  offsets.set(zone, made);
  return made;
}

function offsetInQuarter(quarter: number, zone: Zone): number {
  const { quarters } = offsets.get(zone)!;
  const known = quarters.get(quarter);
  if (known !== undefined) return known;
  const at = quarter * QUARTER;
  const f: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) f[type] = Number(value);
  const offset = Date.UTC(f.year!, f.month! - 1, f.day!, f.hour!, f.minute!, f.second!) - at;
  if (quarters.size > 50_000) quarters.clear();
  quarters.set(quarter, offset);
  return offset;
}

/**
 * The instant of a wall-clock time. A time that does not exist (the gap in spring) moves on by the gap;
 * one that exists twice (autumn) is the first of the two (RFC 5545 §3.3.5).
 */
export function instantOf(date: LocalDate, time: LocalTime, zone: Zone, seconds = 0): Instant {
  const wall = dayNumberOf(date) * DAY + minutesOf(time) * MINUTE + seconds * SECOND;
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  const early = wall - before;
  if (offsetAt(early, zone) === before) return early;
  const late = wall - after;
  return offsetAt(late, zone) === after ? late : early;
}

function minutesOf(time: LocalTime): number {
  return 600 * digit(time, 0) + 60 * digit(time, 1) + 10 * digit(time, 3) + digit(time, 4);
}

/** The wall clock of a zone at an instant. */
export function localOf(
  instant: Instant,
  zone: Zone,
): { readonly date: LocalDate; readonly time: LocalTime; readonly seconds: number } {
  const wall = instant + offsetAt(instant, zone);
  const inDay = ((wall % DAY) + DAY) % DAY;
  const time = timeOfMinute(Math.floor(inDay / MINUTE));
  return { date: dateOfDayNumber(Math.floor(wall / DAY)), time, seconds: Math.floor((inDay % MINUTE) / SECOND) };
}

const times: LocalTime[] = [];

function timeOfMinute(n: number): LocalTime {
  times[n] ??= `${pad(Math.floor(n / 60))}:${pad(n % 60)}` as LocalTime;
  return times[n];
}

export function dateAt(instant: Instant, zone: Zone): LocalDate {
  return dateOfDayNumber(Math.floor((instant + offsetAt(instant, zone)) / DAY));
}

/** The first instant of the next day: what is due on a day is late from here on. */
export function endOfDay(date: LocalDate, zone: Zone): Instant {
  return instantOf(addDays(date, 1), '00:00', zone);
}

/** ISO 8601 in the zone with seconds and offset: `2026-03-02T09:00:00+08:00`. */
export function isoOf(instant: Instant, zone: Zone): string {
  const { date, time, seconds } = localOf(instant, zone);
  const minutes = Math.round(offsetAt(instant, zone) / MINUTE);
  const sign = minutes < 0 ? '-' : '+';
  const size = Math.abs(minutes);
  return `${date}T${time}:${pad(seconds)}${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Reads an ISO date or date-time; a day alone is 00:00, and without an offset it is read in the zone. */
export function readInstant(text: string, zone: Zone): Instant | undefined {
  const match = ISO.exec(text.trim());
  const date = match && readDate(match[1]!);
  if (!date) return undefined;
  const [hour, minute, second] = [Number(match[2] ?? 0), Number(match[3] ?? 0), Number(match[4] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const time = `${pad(hour)}:${pad(minute)}` as LocalTime;
  const millis = Number((match[5] ?? '0').padEnd(3, '0'));
  const offset = match[6];
  if (!offset) return instantOf(date, time, zone, second) + millis;
  const size = offset === 'Z' ? 0 : Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return instantOf(date, time, 'UTC', second) + millis - (offset[0] === '-' ? -size : size) * MINUTE;
}
