import { type PlanProblem, problemAt, within } from '../problem.ts';
import type { PlanRule } from './contract.ts';

/** Nobody is their own superior, directly or in a circle: a ladder must end. Nobody stands in for themself. */
export const superiors: PlanRule = {
  id: 'superiors',
  check({ people }) {
    const above = new Map(people.map(({ value }) => [value.id, value.superior ?? null]));
    const reported = new Set<string>();
    return people.flatMap(({ place, value }): readonly PlanProblem[] => {
      const own =
        value.standIn === value.id ? [problemAt(within(place, 'standIn'), 'own-stand-in', { id: value.id })] : [];
      const circle = circleFrom(value.id, above);
      if (circle.length === 0 || circle.some((id) => reported.has(id))) return own;
      for (const id of circle) reported.add(id);
      return [...own, problemAt(within(place, 'superior'), 'superior-circle', { people: circle })];
    });
  },
};

/** The people met on the way up until the same one comes again; empty if the way ends, or joins a circle above. */
function circleFrom(start: string, above: ReadonlyMap<string, string | null>): readonly string[] {
  const met = [start];
  for (let id = above.get(start); id; id = above.get(id)) {
    if (id === start) return met;
    if (met.includes(id)) return [];
    met.push(id);
  }
  return [];
}
