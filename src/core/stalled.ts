import { secretaryOf } from './ladder.ts';
import type { OccurrenceFacts } from './occurrence.ts';
import type { Duty, PersonId, Plan } from './plan/plan.ts';

/**
 * 没有起色: over how many visits in a row nothing was better anywhere, this one included. Visits whose trend nobody
 * named are skipped. In order of their scheduled times.
 */
export function withoutMovement(visits: readonly OccurrenceFacts[]): number {
  const told = [...visits]
    .filter((f) => f.settled?.how === 'done' && f.checks?.length)
    .sort((a, b) => a.scheduled - b.scheduled);
  const last = told.findLastIndex((f) => f.checks!.some((c) => c.answer === 'better'));
  return told.length - 1 - last;
}

/** Whether the lead hears of it now: each time the number is reached anew, not at every visit after it. */
export function isStalled({ stalledAfter }: Duty, visits: readonly OccurrenceFacts[]): boolean {
  const n = withoutMovement(visits);
  return stalledAfter !== undefined && n > 0 && n % stalledAfter === 0;
}

/** The lead; a lead who went there in person knows, so that the head hears it, and of the head's own the secretary. */
export function stalledHearer({ measure }: Duty, visitor: PersonId, plan: Plan): PersonId | null {
  const lead = plan.measures.find((m) => m.id === measure)?.lead ?? null;
  return [lead, plan.organization.head, secretaryOf(plan)].find((one) => one !== null && one !== visitor) ?? null;
}
