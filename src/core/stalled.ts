import { secretaryOf } from './ladder.ts';
import type { OccurrenceFacts } from './occurrence.ts';
import type { Duty, PersonId, Plan } from './plan/plan.ts';

/** One place that was visited so many times in a row without getting better. */
export interface Stalled {
  /** As the duty's checklist names it; `#trend` where there is only one. */
  readonly item: string;
  readonly visits: number;
}

/**
 * 没有起色: the places that were not better for `stalledAfter` visits in a row, the newest included. Each has its own
 * row, so that one that moves hides no other; it is told each time the number is reached anew, not at every visit after
 * it. Visits at which nobody named its trend are skipped.
 */
export function stalledIn({ stalledAfter }: Duty, visits: readonly OccurrenceFacts[]): readonly Stalled[] {
  if (stalledAfter === undefined) return [];
  const told = visits.filter((f) => f.settled?.how === 'done').sort((a, b) => a.scheduled - b.scheduled);
  const places = [...new Set(told.at(-1)?.checks?.map((c) => c.item) ?? [])];
  return places
    .map((item) => ({ item, visits: withoutMovement(item, told) }))
    .filter((one) => one.visits > 0 && one.visits % stalledAfter === 0);
}

function withoutMovement(item: string, visits: readonly OccurrenceFacts[]): number {
  const trends = visits.flatMap((f) => f.checks?.find((c) => c.item === item)?.answer ?? []);
  return trends.length - 1 - trends.lastIndexOf('better');
}

/** The lead; a lead who went there in person knows, so that the head hears it, and of the head's own the secretary. */
export function stalledHearer({ measure }: Duty, visitor: PersonId, plan: Plan): PersonId | null {
  const lead = plan.measures.find((m) => m.id === measure)?.lead ?? null;
  return [lead, plan.organization.head, secretaryOf(plan)].find((one) => one !== null && one !== visitor) ?? null;
}
