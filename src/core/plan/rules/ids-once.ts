import type { Item } from '../draft.ts';
import { type PlanProblem, problemAt, within } from '../problem.ts';
import type { PlanRule } from './contract.ts';

/** Ids are unique among their like; those of duties in the whole plan, over all rounds; so are problem numbers. */
export const idsOnce: PlanRule = {
  id: 'ids-once',
  check: (draft) => [
    ...[
      draft.departments,
      draft.posts,
      draft.groups,
      draft.reports,
      draft.people,
      draft.problems,
      draft.measures,
    ].flatMap((list) => doubled<{ readonly id: string }>(list, 'id', ({ id }) => id)),
    ...doubled(
      draft.measures.flatMap(({ duties }) => duties),
      'id',
      ({ id }) => id,
    ),
    // The feedback letters of two rounds each begin with number 1.
    ...(draft.rounds.length > 1 ? [] : doubled(draft.problems, 'no', ({ no }) => no)),
  ],
};

function doubled<T>(
  items: readonly Item<T>[],
  key: string,
  idOf: (value: T) => string | number | undefined,
): readonly PlanProblem[] {
  const seen = new Set<string | number>();
  return items.flatMap(({ place, value }) => {
    const id = idOf(value);
    if (id === undefined) return [];
    if (seen.has(id)) return [problemAt(within(place, key), `duplicate-${key}`, { [key]: String(id) })];
    seen.add(id);
    return [];
  });
}
