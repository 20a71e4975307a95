import { dateAt, HOUR, type Instant, instantOf } from './calendar.ts';
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

/** Adopted in the evening, that day's work is over. */
const EVENING = 6 * HOUR;

/**
 * A window of which only days off were left at adoption (每周, adopted on a Saturday night) begins with the next one:
 * nobody owes on a Sunday what they first hear of on that day.
 */
export function isSpentAtAdoption(slot: Slot, duty: Duty, { plan, since }: OpeningContext): boolean {
  const adopted = since[duty.id];
  if (!slot.first || slot.timed || duty.from || adopted === undefined) return false;
  const { zone, calendar } = plan.organization;
  return slot.first <= dateAt(adopted, zone) && workdayFrom(dateAt(adopted + EVENING, zone), calendar, 1) > slot.date;
}

export function slotContext(duty: Duty, { plan, since }: OpeningContext): SlotContext {
  const { organization } = plan;
  const adopted = since[duty.id];
  const round = measureIn(plan, duty.measure)?.round ?? plan.round;
  const anchor = duty.from ?? round.feedback ?? dateAt(adopted ?? 0, organization.zone);
  return { organization, anchor };
}
