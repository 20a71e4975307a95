import type { OccurrenceFacts } from '../core/occurrence.ts';
import type { World } from './ports.ts';

/**
 * The world for one decision: what it asks of the store twice is read once, so that it also decides on one state of
 * things. What it then writes is compared with what lies there (`moved`), and a new decision reads anew.
 */
export function readingOnce(world: World): World {
  const { ledger, outbox } = world.store;
  const facts = new Map<string, Promise<OccurrenceFacts | undefined>>();
  const keyOf = (org: string, id: string) => `${org} ${id}`;

  const askedOf = once(async (org: string, person: string) => {
    const found = await ledger.askedOf(org, person);
    for (const f of found) if (!facts.has(keyOf(org, f.id))) facts.set(keyOf(org, f.id), Promise.resolve(f));
    return found;
  });

  async function occurrences(org: string, ids: readonly string[]): Promise<readonly OccurrenceFacts[]> {
    const fresh = ids.filter((id) => !facts.has(keyOf(org, id)));
    if (fresh.length > 0) {
      const reading = ledger.occurrences(org, fresh).then((found) => new Map(found.map((f) => [f.id, f])));
      const one = async (id: string) => (await reading).get(id);
      for (const id of fresh) facts.set(keyOf(org, id), one(id));
    }
    return (await Promise.all(ids.map((id) => facts.get(keyOf(org, id))))).filter((f) => f !== undefined);
  }

  const { measure, head } = ledger;
  const { lastList, byMessage } = outbox;
  return {
    ...world,
    store: {
      ...world.store,
      ledger: { ...ledger, askedOf, occurrences, measure: once(measure), head: once(head) },
      outbox: { ...outbox, lastList: once(lastList), byMessage: once(byMessage) },
    },
  };
}

function once<A extends readonly (string | number)[], R>(read: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  const known = new Map<string, Promise<R>>();
  return (...args) => {
    const key = args.join(' ');
    const answer = known.get(key) ?? read(...args);
    known.set(key, answer);
    return answer;
  };
}
