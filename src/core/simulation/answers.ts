import { occurrencesAfter } from '../after-event.ts';
import type { Instant } from '../calendar.ts';
import type { OccurrenceFacts, OccurrenceId } from '../occurrence.ts';
import { canBeDone } from '../standing.ts';
import { keep, type SimulatedOffice } from './office.ts';

/** The answer comes at once, or as soon as the thing has begun. */
export function promise({ alarms }: SimulatedOffice, facts: OccurrenceFacts, now: Instant): void {
  const may = canBeDone(facts, now) === 'yes';
  const begins = facts.gathering ? Math.max(facts.scheduled, facts.creditFrom) : facts.creditFrom;
  alarms.set(`answer/${facts.id}`, may ? now + 1 : begins);
}

/** Whoever was asked reports it done. */
export function answer(office: SimulatedOffice, id: OccurrenceId, now: Instant): void {
  const facts = office.facts.get(id);
  if (!facts || facts.settled) return;
  const settled = { how: 'done', at: now, by: facts.asked, source: `foreseen:${id}` } as const;
  keep(office, office.measures.get(facts.measure)!, { ...facts, settled });
  openFollowing(office, facts, now);
}

/** 会后N个工作日内: the first report of a gathering opens what waits for it, once. */
function openFollowing(office: SimulatedOffice, { duty, kind, slot }: OccurrenceFacts, now: Instant): void {
  const context = { plan: office.question.plan, planVersion: 1, since: office.since };
  for (const waiting of [...(office.following.get(duty) ?? []), ...(office.following.get(kind) ?? [])]) {
    const state = office.measures.get(waiting.measure)!;
    const fresh = occurrencesAfter(waiting, { slot: `e${slot}-${duty}`, at: now }, context);
    for (const facts of fresh.filter(({ id }) => !state.existing.has(id))) keep(office, state, facts);
    office.alarms.set(`measure/${waiting.measure}`, now + 1);
  }
}
