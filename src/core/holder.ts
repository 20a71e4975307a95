import type { Duty, Holder, PersonId } from './plan/plan.ts';

/** Whose occurrence it is: a person, or the holder of a post that is empty now. */
export function personOf(holder: Holder): PersonId {
  return 'person' in holder ? holder.person : `post.${holder.post}`;
}

/** One occurrence of every slot of a duty: whose it is, and with whom. */
export interface Pair {
  readonly person: PersonId;
  readonly counterpart: PersonId | undefined;
  /** How many of this person's occurrences in a slot, this one included, are paced one after another. */
  readonly left: number;
}

// A pure memo: a duty never changes, and every slot asks for the same pairs.
const known = new WeakMap<Duty, readonly Pair[]>();

export function pairsOf(duty: Duty): readonly Pair[] {
  const pairs = known.get(duty) ?? pairsIn(duty);
  known.set(duty, pairs);
  return pairs;
}

function pairsIn(duty: Duty): readonly Pair[] {
  const pairs = duty.who.flatMap((holder) =>
    counterpartsOf(duty, holder).map((counterpart) => ({ person: personOf(holder), counterpart })),
  );
  return pairs.map((pair, i) => ({ ...pair, left: pairs.slice(i).filter((p) => p.person === pair.person).length }));
}

/** `with` never includes oneself. */
function counterpartsOf(duty: Duty, holder: Holder): readonly (PersonId | undefined)[] {
  if (duty.with.length === 0) return [undefined];
  return duty.with.filter((id) => !('person' in holder) || id !== holder.person);
}
