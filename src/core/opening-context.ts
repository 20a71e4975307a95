import { DAY, dateAt, endOfDay, HOUR, type Instant, instantOf, type LocalDate } from './calendar.ts';
import { measureIn } from './plan/look-up.ts';
import type { Duty, Plan } from './plan/plan.ts';
import type { Slot, SlotContext } from './slots.ts';
import { workdayFrom } from './working-calendar.ts';

/** Where occurrences open: the plan they belong to, and since when each of its duties is the office's. */
export interface OpeningContext {
  readonly plan: Plan;
  readonly planVersion: number;
  /** First adoption of each duty: earlier dates are history. */
  readonly since: Readonly<Record<string, Instant>>;
}

/** From when a duty counts: its `from`, else its first adoption (DESIGN §4.1). */
export function countsFrom(duty: Duty, { plan, since }: OpeningContext): Instant {
  if (duty.from) return instantOf(duty.from, '00:00', plan.organization.zone) - 1;
  return since[duty.id] ?? Number.POSITIVE_INFINITY;
}

/** From nine, when the bot speaks, to midnight: adopted later than that, the day's work has begun without it. */
const AFTER_NINE = 15 * HOUR;

/** No run of days off is longer. */
const LONGEST_LEAVE = 32 * DAY;

/** The first working day that belongs to what was adopted from its morning on. */
function firstWholeDay(adopted: Instant, { zone, calendar }: Plan['organization']): LocalDate {
  return workdayFrom(dateAt(adopted + AFTER_NINE - 1, zone), calendar, 1);
}

/**
 * Windows in which no whole working day was left at adoption (每周, adopted on a Friday afternoon; 每天, on a day off) are
 * not asked for, the next one is: nobody owes by Sunday what they first hear of on Friday evening or on that day.
 */
export function isSpentAtAdoption(slot: Slot, duty: Duty, { plan, since }: OpeningContext): boolean {
  const adopted = since[duty.id];
  if (!slot.first || slot.timed || duty.from || adopted === undefined) return false;
  // The usual case by far costs no calendar.
  return slot.at - adopted < LONGEST_LEAVE && firstWholeDay(adopted, plan.organization) > slot.date;
}

/**
 * What is due by a day that cannot wait for a next one (a date, 每月最后一天) is owed as written, and nobody is overdue
 * before the first whole working day after its adoption is over. What has a clock time is left to the minute.
 */
export function graceAtAdoption(
  { timed }: Slot,
  due: Instant,
  duty: Duty,
  context: OpeningContext,
): Instant | undefined {
  const adopted = context.since[duty.id];
  if (timed || adopted === undefined || due <= adopted || due - adopted > LONGEST_LEAVE) return undefined;
  const { organization } = context.plan;
  const end = endOfDay(firstWholeDay(adopted, organization), organization.zone);
  return due < end ? end : undefined;
}

export function slotContext(duty: Duty, { plan, since }: OpeningContext): SlotContext {
  const { organization } = plan;
  const adopted = since[duty.id];
  const round = measureIn(plan, duty.measure)?.round ?? plan.round;
  const anchor = duty.from ?? round.feedback ?? dateAt(adopted ?? 0, organization.zone);
  return { organization, anchor };
}
