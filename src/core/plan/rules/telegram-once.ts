import { problemAt, within } from '../problem.ts';
import type { PlanRule } from './contract.ts';

/** A chat is one person or one group: otherwise one would answer for another. */
export const telegramOnce: PlanRule = {
  id: 'telegram-once',
  check({ people, groups }) {
    const owners = new Map<number, string>();
    return [...people, ...groups].flatMap(({ place, value }) => {
      if (value.telegram === undefined) return [];
      const other = owners.get(value.telegram);
      if (other === undefined) owners.set(value.telegram, value.id);
      return other === undefined
        ? []
        : [problemAt(within(place, 'telegram'), 'telegram-twice', { telegram: String(value.telegram), other })];
    });
  },
};
