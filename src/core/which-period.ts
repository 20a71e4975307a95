import { dateAt, daysBetween, type LocalDate } from './calendar.ts';
import { type OccurrenceFacts, startOf } from './occurrence.ts';
import type { Where } from './standing.ts';

/**
 * Which of several periods of one duty a deed of that day counts for. The n-th of N in one period: the first that is
 * still owed. Several periods: the one that the day lies in, if no other may take it; else all that may, to be asked.
 */
export function periodsFor(
  facts: readonly OccurrenceFacts[],
  day: LocalDate,
  where: Where,
): { readonly sure: readonly OccurrenceFacts[]; readonly ask: readonly OccurrenceFacts[] } {
  const series = new Map<string, OccurrenceFacts[]>();
  for (const one of facts) {
    const key = [one.duty, one.person, one.counterpart ?? ''].join(' ');
    series.set(key, [...(series.get(key) ?? []), one]);
  }
  const picked = [...series.values()].map((group) => inSeries(group, day, where));
  const unsure = picked.filter((p) => p.length > 1).flat();
  return { sure: picked.filter((p) => p.length === 1).flat(), ask: unsure };
}

/**
 * May a deed of that day be the next one's, although the late one is still owed? Within its window or its days of early
 * credit it may; where any time is early enough, once it is the nearer of the two.
 */
export function isWithinReach(late: OccurrenceFacts, next: OccurrenceFacts, day: LocalDate, { zone }: Where): boolean {
  if (next.creditFrom > 0) return day >= dateAt(next.creditFrom, zone);
  return daysBetween(day, dateAt(next.scheduled, zone)) <= daysBetween(dateAt(late.due - 1, zone), day);
}

function inSeries(group: readonly OccurrenceFacts[], day: LocalDate, where: Where): readonly OccurrenceFacts[] {
  const periods = new Map<string, OccurrenceFacts>();
  for (const one of [...group].sort((a, b) => a.due - b.due || numberOf(a) - numberOf(b))) {
    const period = one.slot.replace(/\.\d+$/, '');
    if (!periods.has(period)) periods.set(period, one);
  }
  const firsts = [...periods.values()];
  // An event of that very day is the one that is told of.
  const held = firsts.filter((f) => f.gathering && dateAt(startOf(f), where.zone) === day);
  if (held.length > 0) return held;
  const may = firsts.filter((f) => mayCount(f, day, where));
  if (may.length === 0) return firsts.slice(-1);
  // A day before the window of one began belongs to the other; within both, the person knows better.
  return may;
}

const numberOf = ({ slot }: OccurrenceFacts): number => Number(/\.(\d+)$/.exec(slot)?.[1] ?? 0);

function mayCount(facts: OccurrenceFacts, day: LocalDate, where: Where): boolean {
  const from = facts.gathering ? startOf(facts) : facts.creditFrom;
  return day >= dateAt(from, where.zone);
}
