import { dateAt, type Instant, type Zone } from './calendar.ts';
import { personOf } from './holder.ts';
import type { OccurrenceFacts } from './occurrence.ts';
import type { Duty, PersonId, Plan } from './plan/plan.ts';
import { periodOf } from './schedule/period.ts';

/** One row of the matrix: whom this person has talked with in the period, and whom not yet. */
export interface CoverageRow {
  readonly duty: Duty;
  readonly person: PersonId;
  /** `2026-Q1`, or the slot that is open if the duty is no quota. */
  readonly period: string;
  readonly cells: readonly { readonly counterpart: PersonId; readonly done: number; readonly wanted: number }[];
}

/** Who × whom in the period that holds the instant (`facts`: all talks due or settled in it). */
export function talkCoverage(plan: Plan, facts: readonly OccurrenceFacts[], at: Instant): readonly CoverageRow[] {
  const { zone } = plan.organization;
  const duties = plan.measures.flatMap((m) => m.duties).filter((d) => d.kind === 'talk' && d.timing.type === 'quota');
  return duties.flatMap((duty) =>
    duty.who.map((holder) => rowOf(duty, personOf(holder), facts, at, zone)).filter(({ cells }) => cells.length > 0),
  );
}

function rowOf(duty: Duty, person: PersonId, facts: readonly OccurrenceFacts[], at: Instant, zone: Zone): CoverageRow {
  const quota = duty.timing.type === 'quota' ? duty.timing.quota : { count: 1, per: 'month' as const };
  const period = periodOf(quota.per, dateAt(at, zone)).slot;
  const mine = facts.filter(
    (f) => f.duty === duty.id && f.person === person && (f.slot === period || f.slot.startsWith(`${period}.`)),
  );
  const cells = duty.with
    .filter((id) => id !== person)
    .map((counterpart) => {
      const found = mine.filter((f) => f.counterpart === counterpart && f.settled?.how !== 'void');
      const excused = found.filter((f) => f.settled?.how === 'excused').length;
      const done = found.filter((f) => f.settled?.how === 'done').length;
      return { counterpart, done, wanted: quota.count - excused };
    });
  return { duty, person, period, cells };
}
