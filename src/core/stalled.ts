import type { OccurrenceFacts } from './occurrence.ts';
import type { Duty } from './plan/plan.ts';

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
