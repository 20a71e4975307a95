import { problemAt, within } from '../problem.ts';
import { ladderTargets } from '../shape.ts';
import type { PlanRule } from './contract.ts';

/** Words that the plan file or the ledger uses where a person's id may stand. */
const reserved: ReadonlySet<string> = new Set([...ladderTargets, 'none', 'auto', 'bot', 'file', 'post']);

export const reservedIds: PlanRule = {
  id: 'reserved-ids',
  check: ({ people }) =>
    people
      .filter(({ value }) => reserved.has(value.id))
      .map(({ place, value }) => problemAt(within(place, 'id'), 'reserved-id', { id: value.id })),
};
