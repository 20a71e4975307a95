import {
  addDays,
  addMonths,
  DAY,
  dateAt,
  type Instant,
  instantOf,
  type LocalDate,
  type LocalTime,
  MINUTE,
  type Zone,
} from '../calendar.ts';
import { type WorkingCalendar, workdayFrom } from '../working-calendar.ts';
import { datesOf } from './dates.ts';
import { periodOf } from './period.ts';
import type { Once, PeriodRule, Recurring, Rule, Schedule, Shift } from './schedule.ts';

/** When the bot speaks on a day for which no clock time is written (DOMAIN §8.2). */
export const speakingTime: LocalTime = '09:00';

export interface Place {
  readonly zone: Zone;
  readonly calendar: WorkingCalendar;
  /** Restarts every-N rules here (the duty's `from`); without it they count from the day they were read. */
  readonly anchor?: LocalDate;
  /** The duty's rule for days off; a rule in the phrase itself wins. */
  readonly shift?: Shift;
}

export interface Occurrence {
  /** DESIGN §2: a day, day and time, or window. Names the day before any shift, so that ids stay what they were. */
  readonly slot: string;
  readonly at: Instant;
  /** The day it falls on, after any shift. */
  readonly date: LocalDate;
  /** False: `at` is only when the bot speaks, and it is due by the end of `date`. */
  readonly timed: boolean;
}

/** What falls in (from, to], strictly increasing. */
export function occurrencesBetween(
  schedule: Schedule,
  place: Place,
  from: Instant,
  to: Instant,
): readonly Occurrence[] {
  if (schedule.kind === 'ongoing' || to <= from) return [];
  if (schedule.kind === 'recurring') return recurringBetween(schedule, place, from, to);
  const only = onlyOccurrence(schedule, place);
  return only.at > from && only.at <= to ? [only] : [];
}

/** The next one strictly later than `after`; undefined if there is none within the calendar's reach (about 40 years). */
export function nextOf(schedule: Schedule, place: Place, after: Instant): Instant | undefined {
  let from = after;
  for (const days of [45, 400, 3000, 12_000]) {
    const to = from + days * DAY;
    const [first] = occurrencesBetween(schedule, place, from, to);
    if (first) return first.at;
    from = to;
  }
  return undefined;
}

/** The first `count` strictly later than `after`. */
export function nextFew(schedule: Schedule, place: Place, after: Instant, count: number): readonly Instant[] {
  const found: Instant[] = [];
  for (let at = nextOf(schedule, place, after); at !== undefined && found.length < count; ) {
    found.push(at);
    at = nextOf(schedule, place, at);
  }
  return found;
}

function onlyOccurrence(once: Once, { zone }: Place): Occurrence {
  const time = once.time ?? speakingTime;
  const at =
    once.offset === undefined
      ? instantOf(once.date, time, zone, once.seconds)
      : instantOf(once.date, time, 'UTC', once.seconds) - once.offset * MINUTE;
  const timed = once.time !== undefined;
  const date = once.offset === undefined ? once.date : dateAt(at, zone);
  return { slot: timed ? timeSlot(once.date, time) : once.date, at, date, timed };
}

function recurringBetween(schedule: Recurring, place: Place, from: Instant, to: Instant): readonly Occurrence[] {
  const shift = schedule.shift ?? place.shift ?? 'none';
  const slack = shift === 'none' || shift === 'skip' ? 1 : longestHoliday;
  const first = latest(addDays(dateAt(from, place.zone), -slack), schedule.since);
  const last = earliest(addDays(dateAt(to, place.zone), slack), schedule.until);
  const days = datesOf(anchored(schedule, place), place.calendar, first, last);
  const held = shift === 'skip' ? days.filter((day) => place.calendar.isWorkday(day)) : days;
  const all = held.flatMap((day) => onDay(schedule, day, moved(day, shift, place.calendar), place.zone));
  return increasing(all).filter(({ at }) => at > from && at <= to);
}

/** No run of days off is longer; a shift never reaches further. */
const longestHoliday = 25;

function moved(day: LocalDate, shift: Shift, calendar: WorkingCalendar): LocalDate {
  return shift === 'none' || shift === 'skip' ? day : workdayFrom(day, calendar, shift === 'next' ? 1 : -1);
}

function onDay(schedule: Recurring, planned: LocalDate, date: LocalDate, zone: Zone): readonly Occurrence[] {
  const timed = schedule.times.length > 0;
  return (timed ? schedule.times : [speakingTime]).map((time) => ({
    slot: slotOf(schedule, planned, time),
    at: instantOf(date, time, zone),
    date,
    timed,
  }));
}

function slotOf(schedule: Recurring, planned: LocalDate, time: LocalTime): string {
  if (schedule.times.length > 1) return timeSlot(planned, time);
  return schedule.window === undefined ? planned : periodOf(schedule.window, planned).slot;
}

function timeSlot(date: LocalDate, time: LocalTime): string {
  return `${date}T${time.replace(':', '')}`;
}

/** Shifts and clock changes can bring two to one instant: the one that belongs on that day stays, else the first. */
function increasing(all: readonly Occurrence[]): readonly Occurrence[] {
  const byInstant = new Map<Instant, Occurrence>();
  for (const one of all) {
    const other = byInstant.get(one.at);
    if (!other || one.slot.startsWith(one.date)) byInstant.set(one.at, one);
  }
  return [...byInstant.values()].sort((a, b) => a.at - b.at);
}

/** Every-N rules restart at the caller's anchor, unless the phrase itself says from when. */
function anchored({ rule, since }: Recurring, { anchor, calendar }: Place): Rule {
  if (anchor === undefined || since !== undefined) return rule;
  if (rule.unit === 'rrule') return { ...rule, start: anchor };
  if (rule.unit === 'workday' || rule.unit === 'feast' || rule.step === 1) return rule;
  if (rule.unit === 'day') return { ...rule, anchor };
  // 每两个月 without a day follows the calendar (February, April …), wherever it starts.
  const whole = rule.days.every((spec) => spec.on === 'day' && spec.n === -1);
  const free = whole ? { ...rule, anchor: longBefore(rule) } : { ...rule, step: 1, anchor };
  const [first] = datesOf(free, calendar, anchor, addDays(anchor, 4000));
  return { ...rule, anchor: first ?? anchor };
}

/** A day in step with the rule's anchor, decades earlier. */
function longBefore({ unit, step, anchor }: PeriodRule): LocalDate {
  const months = { week: 0, month: 1, quarter: 3, 'half-year': 6, year: 12 }[unit];
  return addMonths(anchor!, -step * months * Math.ceil(600 / (step * Math.max(1, months))));
}

function latest(a: LocalDate, b: LocalDate | undefined): LocalDate {
  return b !== undefined && b > a ? b : a;
}

function earliest(a: LocalDate, b: LocalDate | undefined): LocalDate {
  return b !== undefined && b < a ? b : a;
}
