import { dateAt, type Instant, instantOf, type LocalDate, localOf, MINUTE, mondayOf } from './calendar.ts';
import { addDuration, type Duration } from './duration.ts';
import type { Reminder } from './occurrence.ts';
import type { OpeningContext } from './opening-context.ts';
import type { Duty, Organization } from './plan/plan.ts';
import { isDaily, type Slot } from './slots.ts';
import { addWorkdays, workdayFrom } from './working-calendar.ts';

const soonAfterStart = 30 * MINUTE;

/**
 * The reminders of an occurrence in order of time, moved off days on which the office rests; `left` as in `Pair`.
 */
export function remindersOf(duty: Duty, slot: Slot, context: OpeningContext, left: number): readonly Reminder[] {
  const { organization } = context.plan;
  const raw =
    duty.remind.type === 'offsets'
      ? offsetReminders(duty, slot, duty.remind.offsets, organization)
      : duty.remind.type === 'paced'
        ? pacedReminders(slot, left, organization)
        : [slot.at];
  const placed = slot.exact
    ? raw
    : withWeek(
        raw
          .filter((at) => !duty.own || duty.remind.type !== 'offsets' || isSpoken(at, duty, organization))
          .map((at) => placedReminder(at, duty, slot, organization)),
        duty,
        slot,
        organization,
      );
  const kept = [...new Set(notBefore(placed, duty, slot, context))].sort((a, b) => a - b);
  return kept.map((at, i) => ({ key: `r${i}`, at }));
}

/**
 * What would have been said before the duty counted at all is said when it begins to count, at an hour at which the
 * bot speaks; unless it is said on that very day anyway.
 */
function notBefore(
  placed: readonly Instant[],
  duty: Duty,
  slot: Slot,
  { plan, since }: OpeningContext,
): readonly Instant[] {
  const { zone, bundle } = plan.organization;
  const morning = duty.from ? instantOf(duty.from, bundle ?? '09:00', zone) : Number.NEGATIVE_INFINITY;
  const begin = Math.max(morning, since[duty.id] ?? Number.NEGATIVE_INFINITY);
  const later = placed.filter((at) => at >= begin);
  if (later.length === placed.length) return placed;
  const spoken = firstSpoken(begin, duty, slot, plan.organization);
  const sameDay = !duty.gathering && later.some((at) => dateAt(at, zone) === dateAt(spoken, zone));
  return sameDay ? later : [spoken, ...later];
}

/** A plan adopted on a Saturday night asks nobody on Sunday, unless the thing itself comes before the next morning. */
function firstSpoken(begin: Instant, duty: Duty, slot: Slot, { zone, calendar, bundle }: Organization): Instant {
  const day = dateAt(begin, zone);
  if (duty.daysOff || slot.exact || calendar.isWorkday(day)) return begin;
  const next = workdayFrom(day, calendar, 1);
  const morning = instantOf(next, bundle ?? '09:00', zone);
  const isInTime = slot.timed ? morning < slot.at : next <= slot.date;
  return isInTime ? morning : begin;
}

/** One's own daily study is asked on the day itself or not at all: never on a day off, never for it on another day. */
function isSpoken(at: Instant, duty: Duty, { zone, calendar }: Organization): boolean {
  return duty.daysOff || calendar.isWorkday(dateAt(at, zone));
}

/**
 * A whole day's reminder comes at the office's hour. One that would fall on a day off comes on the last working day
 * before, at the hour of the bot, so that one message lists what falls due in a holiday; what is asked after the start
 * of an event stays.
 */
function placedReminder(at: Instant, duty: Duty, slot: Slot, { zone, calendar, bundle }: Organization): Instant {
  const { date, time } = localOf(at, zone);
  const whole = bundle && !slot.timed ? bundle : time;
  const stays = duty.daysOff || calendar.isWorkday(date) || (slot.timed && at >= slot.at);
  if (stays) return instantOf(date, whole, zone);
  const step = duty.remind.type === 'weekly-line' ? 1 : -1;
  return instantOf(workdayFrom(date, calendar, step), bundle ?? '09:00', zone);
}

/**
 * Where the office bundles, the week's first working day announces what is due later in that week; what would be said
 * once more on that same day is left out. A daily duty is announced day by day.
 */
function withWeek(
  placed: readonly Instant[],
  duty: Duty,
  slot: Slot,
  { zone, calendar, bundle }: Organization,
): readonly Instant[] {
  const first = workdayFrom(mondayOf(slot.date), calendar, 1);
  if (!bundle || first >= slot.date || duty.remind.type === 'weekly-line' || isDaily(duty)) return placed;
  return [instantOf(first, bundle, zone), ...placed.filter((at) => dateAt(at, zone) !== first)];
}

/** For a gathering that no offset asks about after its start, one question half an hour after it began. */
function offsetReminders(duty: Duty, slot: Slot, offsets: readonly Duration[], organization: Organization): Instant[] {
  const at = offsets.map((offset) => addDuration(slot.at, offset, organization));
  return duty.gathering && offsets.every((o) => o.n < 0) ? [...at, slot.at + soonAfterStart] : at;
}

/**
 * Windows and quotas: the first day; the day on which three working days remain for each one still to do; the last
 * three working days (DESIGN §5).
 */
function pacedReminders(slot: Slot, left: number, { zone, calendar }: Organization): Instant[] {
  const last = workdayFrom(slot.date, calendar, -1);
  const first = slot.first ?? addWorkdays(last, -10, calendar);
  const days: LocalDate[] = [
    workdayFrom(first, calendar, 1),
    addWorkdays(last, 1 - 3 * left, calendar),
    addWorkdays(last, -2, calendar),
    addWorkdays(last, -1, calendar),
    last,
  ];
  return days.filter((day) => day >= first && day <= slot.date).map((day) => instantOf(day, '09:00', zone));
}
