import { addDays, DAY, type Instant, instantOf, type LocalDate, localOf, mondayOf } from './calendar.ts';
import type { Duty, Organization } from './plan/plan.ts';
import { occurrencesBetween } from './schedule/occurrences.ts';
import { periodOf, periodsBetween, type Window } from './schedule/period.ts';

/** One date on which a duty falls, before it is anybody's. */
export interface Slot {
  readonly slot: string;
  /** When it is due by rule; of a window, its last day. Without a time of day: 09:00, when the bot speaks. */
  readonly at: Instant;
  readonly date: LocalDate;
  readonly timed: boolean;
  /** Given as one date-time. */
  readonly exact: boolean;
  /** A one-off deadline or date. */
  readonly once?: true;
  /** First day of the window, if the duty may be done on any of several days. */
  readonly first?: LocalDate;
}

/** Where and since when a duty is read. */
export interface SlotContext {
  readonly organization: Organization;
  /** Day from which relative phrases count: the duty's `from`, else the feedback, else its first adoption. */
  readonly anchor: LocalDate;
}

const nine = '09:00';

/** Slots whose scheduled instant lies in (from, to], in order; none outside the duty's `from` and `until`. */
export function slotsBetween(duty: Duty, context: SlotContext, from: Instant, to: Instant): readonly Slot[] {
  if (to <= from) return [];
  if (from === Number.NEGATIVE_INFINITY) return slotsOf(duty, context, from, to);
  const { slots } = knownSlots(duty, context, from, to);
  return slots.slice(firstAfter(slots, from), firstAfter(slots, to));
}

interface Known extends SlotContext {
  readonly from: Instant;
  readonly to: Instant;
  readonly slots: readonly Slot[];
}

// Every wake asks for nearly the same slots as the one before. A pure memo, gone with its plan.
const known = new WeakMap<Duty, Known>();
const AHEAD = 100 * DAY;

/** Read once: a later question goes on where the last one ended. */
function knownSlots(duty: Duty, context: SlotContext, from: Instant, to: Instant): Known {
  const { organization, anchor } = context;
  const before = known.get(duty);
  const isSame = before?.organization === organization && before.anchor === anchor && before.from <= from;
  if (isSame && before.to >= to) return before;
  const reach = to + AHEAD;
  const slots = isSame
    ? [...before.slots, ...slotsOf(duty, context, before.to, reach)]
    : slotsOf(duty, context, from, reach);
  const read = { organization, anchor, from: isSame ? before.from : from, to: reach, slots };
  known.set(duty, read);
  return read;
}

/** The place of the first slot later than that instant. */
function firstAfter(slots: readonly Slot[], at: Instant): number {
  let [low, high] = [0, slots.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (slots[middle]!.at <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function slotsOf(duty: Duty, context: SlotContext, from: Instant, to: Instant): readonly Slot[] {
  return rawSlots(duty, context, from, to).filter(
    ({ date, first }) => (!duty.from || date >= duty.from) && (!duty.until || (first ?? date) <= duty.until),
  );
}

/** The first slot scheduled strictly later than that instant, looking ahead as far as the schedule itself does. */
export function slotAfter(duty: Duty, context: SlotContext, after: Instant): Slot | undefined {
  if (duty.timing.type === 'after') return undefined;
  for (const days of [40, 400, 1500]) {
    const { slots } = knownSlots(duty, context, after, after + days * DAY);
    const next = slots[firstAfter(slots, after)];
    if (next) return next;
  }
  return undefined;
}

function rawSlots(duty: Duty, context: SlotContext, from: Instant, to: Instant): readonly Slot[] {
  if (to <= from || duty.timing.type === 'after') return [];
  if (duty.remind.type === 'weekly-line') return weeklyQuestions(context, from, to);
  if (duty.timing.type === 'quota')
    return quotaSlots(duty.timing.quota.per, duty.timing.quota.count, duty, context, from, to);
  const { zone, calendar } = context.organization;
  const { schedule } = duty.timing;
  const where = { zone, calendar, anchor: context.anchor, shift: duty.shift };
  return occurrencesBetween(schedule, where, from, to).map(({ slot, at, date, timed }) => {
    const window = schedule.kind === 'recurring' ? schedule.window : undefined;
    const exact = schedule.kind === 'once' && timed && !schedule.before;
    const one = { slot, at, date, timed, exact, ...(schedule.kind === 'once' ? { once: true as const } : {}) };
    return window && !timed ? { ...one, first: periodOf(window, date).first } : one;
  });
}

/** N per period: N slots `<period>.1` … `.N` that share one window; a single one has no number. */
function quotaSlots(
  per: Window,
  count: number,
  duty: Duty,
  context: SlotContext,
  from: Instant,
  to: Instant,
): readonly Slot[] {
  const { zone } = context.organization;
  const periods = periodsBetween(per, localOf(from, zone).date, localOf(to, zone).date);
  return periods.flatMap(({ slot, first, last }) => {
    const at = instantOf(last, nine, zone);
    if (at <= from || at > to) return [];
    const opens = duty.from && duty.from > first && duty.from <= last ? duty.from : first;
    const one = { at, date: last, timed: false, exact: false, first: opens };
    return count === 1
      ? [{ ...one, slot }]
      : Array.from({ length: count }, (_, i) => ({ ...one, slot: `${slot}.${i + 1}` }));
  });
}

/** Daily self-study: last week's days, asked on Monday at 09:00 (or at the office's bundle hour). */
function weeklyQuestions({ organization }: SlotContext, from: Instant, to: Instant): readonly Slot[] {
  const { zone, bundle } = organization;
  const found: Slot[] = [];
  for (let monday = mondayOf(localOf(from, zone).date); ; monday = addDays(monday, 7)) {
    const at = instantOf(monday, bundle ?? nine, zone);
    if (at > to) return found;
    const week = periodOf('week', addDays(monday, -7));
    if (at > from) found.push({ slot: week.slot, at, date: monday, timed: false, exact: false, first: week.first });
  }
}

/** Every day or every working day. */
export function isDaily({ timing }: Duty): boolean {
  if (timing.type !== 'schedule' || timing.schedule.kind !== 'recurring') return false;
  const { rule } = timing.schedule;
  return rule.unit === 'workday' || (rule.unit === 'day' && rule.step === 1);
}
