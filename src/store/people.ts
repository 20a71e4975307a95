import { randomBytes } from 'node:crypto';
import type { Connection, Run } from './connection.ts';
import { orgKeys } from './keys.ts';

/** The two-way list of people and their keys in the ledger. A key, once given, never changes. */
export interface PeopleKeys {
  /** A key for each, given now where a person has none. */
  keysOf(org: string, people: Iterable<string>): Promise<ReadonlyMap<string, string>>;
  /** Who is behind each key; refreshed if one of `wanted` is not known here yet. */
  peopleBehind(org: string, wanted: Iterable<string>): Promise<ReadonlyMap<string, string>>;
}

interface Known {
  readonly keys: Map<string, string>;
  readonly people: Map<string, string>;
}

export function peopleKeys(redis: Connection, run: Run): PeopleKeys {
  const caches = new Map<string, Known>();
  const cacheOf = (org: string): Known => {
    const known = caches.get(org) ?? { keys: new Map(), people: new Map() };
    caches.set(org, known);
    return known;
  };
  return {
    async keysOf(org, people) {
      const known = cacheOf(org);
      const missing = [...people].filter((person) => !known.keys.has(person));
      if (missing.length > 0) await giveKeys(run, org, missing, known);
      return known.keys;
    },
    async peopleBehind(org, wanted) {
      const known = cacheOf(org);
      if ([...wanted].some((key) => !known.people.has(key))) await readKeys(redis, org, known);
      return known.people;
    },
  };
}

async function giveKeys(run: Run, org: string, people: readonly string[], known: Known): Promise<void> {
  const candidates = people.flatMap((person) => [person, newKey()]);
  const keys = (await run('people', [orgKeys(org).people], candidates)) as readonly string[];
  people.forEach((person, i) => {
    remember(known, person, keys[i]!);
  });
}

async function readKeys(redis: Connection, org: string, known: Known): Promise<void> {
  const all = await redis.hgetall(orgKeys(org).people);
  for (const [field, key] of Object.entries(all)) {
    if (field.startsWith('id:')) remember(known, field.slice(3), key);
  }
}

function remember(known: Known, person: string, key: string): void {
  known.keys.set(person, key);
  known.people.set(key, person);
}

/** Letters and digits only: a key stands inside ids where `.`, `-` and `+` mean something. */
function newKey(): string {
  return `k${randomBytes(8).toString('hex')}`;
}
