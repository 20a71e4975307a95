import { type PlanProblem, problemAt, within } from '../problem.ts';
import type { PlanRule } from './contract.ts';

/** An absence ends after it begins, and two of one person do not overlap. */
export const absences: PlanRule = {
  id: 'absences',
  check: ({ people }) =>
    people.flatMap(({ place, value: { away = [] } }) =>
      away.flatMap(({ from, to }, i): readonly PlanProblem[] => {
        const here = within(place, 'away', i);
        if (to < from) return [problemAt(within(here, 'to'), 'ends-before-it-begins', { from, to })];
        const clash = away.slice(0, i).find((other) => other.from <= to && from <= other.to);
        return clash ? [problemAt(here, 'absences-overlap', { from: clash.from, to: clash.to })] : [];
      }),
    ),
};
