import {
  addDays,
  dateAt,
  type LocalDate,
  type LocalTime,
  partsOf,
  readDate,
  readInstant,
  type Weekday,
  weekdayOf,
} from '../calendar.ts';
import { isProblem, type Problem, problem, type ReadingContext } from './reading.ts';
import { type ByDay, type Frequency, frequencies, type RecurrenceRule } from './rrule.ts';
import type { Recurring } from './schedule.ts';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const known = new Set(
  'FREQ INTERVAL BYDAY BYMONTHDAY BYMONTH BYHOUR BYMINUTE BYSECOND BYSETPOS COUNT UNTIL WKST DTSTART'.split(' '),
);

type Parts = ReadonlyMap<string, string>;

/**
 * Reads `RRULE:…` (RFC 5545, daily to yearly). What is not supported is refused, never ignored. DTSTART is the asking
 * day unless written; without BYHOUR the bot speaks at 09:00 (DOMAIN §8.2).
 */
export function readRecurrence(text: string, context: ReadingContext): { readonly schedule: Recurring } | Problem {
  const parts = partsOfRule(text);
  if (isProblem(parts)) return parts;
  const start = startOf(parts, context);
  const times = timesOf(parts);
  const rule = start && ruleOf(parts, start.date);
  if (!start || !times || !rule) return refusal(text);
  const until = untilOf(parts, context);
  if (until === null) return refusal(text);
  const all = times.length === 0 && start.time ? [start.time] : times;
  const count = numbers(parts.get('COUNT'), 1, 5000);
  if (count === null || (count && (until || count.length > 1 || count[0]! % Math.max(1, all.length) !== 0)))
    return refusal(text);
  const counted = count ? { count: count[0]! / Math.max(1, all.length) } : {};
  const fixed =
    rule.interval > 1 || count || parts.has('DTSTART')
      ? { start: firstDay(rule, start.date, all, context, !!count) }
      : {};
  return {
    schedule: { kind: 'recurring', rule: { ...rule, ...fixed, ...counted }, times: all, ...(until ? { until } : {}) },
  };
}

function refusal(text: string): Problem {
  return problem('rrule', 'schedule-problem-rrule', text.slice(0, 60));
}

function partsOfRule(text: string): Parts | Problem {
  const start = /^DTSTART(?:;[^:\s]*)?:(\S+)\s+/i.exec(text);
  const body = text.slice(start?.[0].length ?? 0).replace(/^RRULE:/i, '');
  const parts = new Map<string, string>(start ? [['DTSTART', start[1]!.toUpperCase()]] : []);
  for (const pair of body.trim().replace(/;$/, '').split(';')) {
    const [name, value] = pair
      .toUpperCase()
      .split('=')
      .map((side) => side.trim());
    if (!name || !value || !known.has(name) || parts.has(name)) return refusal(pair);
    parts.set(name, value);
  }
  return parts;
}

function ruleOf(parts: Parts, start: LocalDate): RecurrenceRule | undefined {
  const freq = parts.get('FREQ') as Frequency | undefined;
  if (!freq || !(freq in frequencies)) return undefined;
  const interval = numbers(parts.get('INTERVAL'), 1, 1000);
  const byDay = byDayOf(parts.get('BYDAY'), freq);
  const byMonthDay = signed(parts.get('BYMONTHDAY'), 31);
  const byMonth = numbers(parts.get('BYMONTH'), 1, 12);
  const bySetPos = signed(parts.get('BYSETPOS'), 366);
  if (interval === null || byDay === null || byMonthDay === null || byMonth === null || bySetPos === null)
    return undefined;
  if ((interval?.length ?? 1) > 1 || !weekStartFits(parts, freq, interval?.[0] ?? 1)) return undefined;
  if (freq === 'WEEKLY' && byMonthDay) return undefined;
  if (bySetPos && (freq === 'DAILY' || !(byDay || byMonthDay || byMonth))) return undefined;
  const given = { byDay, byMonthDay, byMonth, bySetPos };
  return {
    unit: 'rrule',
    freq,
    interval: interval?.[0] ?? 1,
    ...present({ ...given, ...implied(freq, given, start) }),
  };
}

interface By {
  readonly byDay?: readonly ByDay[] | undefined;
  readonly byMonthDay?: readonly number[] | undefined;
  readonly byMonth?: readonly number[] | undefined;
  readonly bySetPos?: readonly number[] | undefined;
}

/** RFC 5545: what the rule does not say is taken from DTSTART. */
function implied(freq: Frequency, { byDay, byMonthDay, byMonth }: By, start: LocalDate): By {
  const { month, day } = partsOf(start);
  if (freq === 'WEEKLY' && !byDay) return { byDay: [{ weekday: weekdayOf(start) }] };
  if (freq === 'MONTHLY' && !byDay && !byMonthDay) return { byMonthDay: [day] };
  if (freq !== 'YEARLY' || byDay) return {};
  if (byMonthDay) return {};
  return { byMonthDay: [day], ...(byMonth ? {} : { byMonth: [month] }) };
}

function present(by: By): By {
  return Object.fromEntries(Object.entries(by).filter(([, value]) => value !== undefined));
}

function byDayOf(text: string | undefined, freq: Frequency): readonly ByDay[] | undefined | null {
  if (text === undefined) return undefined;
  const days: ByDay[] = [];
  for (const part of text.split(',')) {
    const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(part);
    if (!match) return null;
    const weekday = (weekdays.indexOf(match[2] as 'MO') + 1) as Weekday;
    if (match[1] === undefined) days.push({ weekday });
    else {
      const n = Number(match[1]);
      const most = freq === 'MONTHLY' ? 5 : freq === 'YEARLY' ? 53 : 0;
      if (n === 0 || Math.abs(n) > most) return null;
      days.push({ weekday, n });
    }
  }
  return days;
}

function timesOf(parts: Parts): readonly LocalTime[] | undefined {
  const hours = numbers(parts.get('BYHOUR'), 0, 23);
  const minutes = numbers(parts.get('BYMINUTE'), 0, 59);
  const seconds = numbers(parts.get('BYSECOND'), 0, 0);
  if (hours === null || minutes === null || seconds === null) return undefined;
  if (!hours && !minutes) return [];
  const pad = (n: number): string => String(n).padStart(2, '0');
  const times = (hours ?? [9]).flatMap((hour) =>
    (minutes ?? [0]).map((minute) => `${pad(hour)}:${pad(minute)}` as LocalTime),
  );
  return [...new Set(times)].sort();
}

function weekStartFits(parts: Parts, freq: Frequency, interval: number): boolean {
  const start = parts.get('WKST');
  return (
    start === undefined ||
    start === 'MO' ||
    (/^(SU|TU|WE|TH|FR|SA)$/.test(start) && !(freq === 'WEEKLY' && interval > 1))
  );
}

function startOf(
  parts: Parts,
  context: ReadingContext,
): { readonly date: LocalDate; readonly time?: LocalTime } | undefined {
  const text = parts.get('DTSTART');
  if (text === undefined) return { date: dateAt(context.from, context.zone) };
  const match = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2})(?::?\d{2})?)?$/.exec(text);
  const date = match && readDate(`${match[1]}-${match[2]}-${match[3]}`);
  if (!date) return undefined;
  return match[4] ? { date, time: `${match[4]}:${match[5]}` as LocalTime } : { date };
}

/** COUNT begins with the first time that is still to come; INTERVAL counts from the asking day's own period. */
function firstDay(
  rule: RecurrenceRule,
  start: LocalDate,
  times: readonly LocalTime[],
  context: ReadingContext,
  counts: boolean,
): LocalDate {
  if (!counts || rule.interval > 1 || start !== dateAt(context.from, context.zone)) return start;
  const spoken = readInstant(`${start}T${times[0] ?? '09:00'}:00`, context.zone)!;
  return spoken <= context.from ? addDays(start, 1) : start;
}

/** UNTIL is the last day that counts; undefined without one, null if unreadable. */
function untilOf(parts: Parts, context: ReadingContext): LocalDate | undefined | null {
  const text = parts.get('UNTIL');
  if (text === undefined) return undefined;
  const match = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})(Z?))?$/.exec(text);
  if (!match) return null;
  const date = readDate(`${match[1]}-${match[2]}-${match[3]}`);
  if (!date || !match[4]) return date ?? null;
  const at = readInstant(`${date}T${match[4]}:${match[5]}:${match[6]}${match[7]}`, context.zone);
  if (at === undefined) return null;
  const last = dateAt(at, context.zone);
  const spoken = readInstant(`${last}T${timesOf(parts)?.at(-1) ?? '09:00'}:00`, context.zone)!;
  return spoken > at ? addDays(last, -1) : last;
}

/** Numbers in a list within bounds; undefined if absent, null if wrong. */
function numbers(text: string | undefined, least: number, most: number): readonly number[] | undefined | null {
  if (text === undefined) return undefined;
  const all = text.split(',').map((part) => (/^[+-]?\d{1,4}$/.test(part) ? Number(part) : Number.NaN));
  return all.every((n) => n >= least && n <= most) ? [...new Set(all)].sort((a, b) => a - b) : null;
}

function signed(text: string | undefined, most: number): readonly number[] | undefined | null {
  const all = numbers(text, -most, most);
  return all?.includes(0) ? null : all;
}
