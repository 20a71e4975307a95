import { dateAt, type Zone } from './calendar.ts';
import type { OccurrenceFacts } from './occurrence.ts';
import type { Duty, PersonId } from './plan/plan.ts';
import { periodOf } from './schedule/period.ts';

/** How much of a duty's sum (每年累计不少于12天) one person has done in the period of that instant. */
export interface Sum {
  readonly done: number;
  readonly wanted: number;
  readonly unit: 'h' | 'd';
  /** `2026`, `2026-H1` … */
  readonly period: string;
}

/** A day for each one that was attended or made up, hours as they were told. Undefined where the plan asks for no sum. */
export function sumOf(
  duty: Duty,
  person: PersonId,
  all: readonly OccurrenceFacts[],
  at: number,
  zone: Zone,
): Sum | undefined {
  // One's own study is summed up over the year also where the plan asks for no sum: for oneself.
  const asked = duty.amount ?? (duty.own ? { n: 0, unit: 'd' as const, per: 'year' as const } : undefined);
  if (!asked) return undefined;
  const { n: wanted, unit, per } = asked;
  const { slot, first, last } = periodOf(per, dateAt(at, zone));
  const mine = all.filter((f) => {
    const day = f.settled?.carriedOut ?? dateAt(f.settled?.at ?? 0, zone);
    return f.duty === duty.id && f.person === person && f.settled?.how === 'done' && day >= first && day <= last;
  });
  const done = mine.reduce((sum, { settled }) => sum + (settled?.amount ?? (unit === 'd' ? 1 : 0)), 0);
  return { done, wanted, unit, period: slot };
}
