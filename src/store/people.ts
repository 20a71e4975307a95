import { randomBytes } from 'node:crypto';
import type { Connection, Run } from './connection.ts';
import { orgKeys } from './keys.ts';

/** Both ways between the people of an organization and their keys in its ledger. */
export interface KnownPeople {
  readonly keys: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

/** A key, once given, never changes: what is known need not be asked again. */
export interface PeopleKeys {
  /** What this process knows so far; the same maps grow with `give` and `refresh`. */
  known(org: string): KnownPeople;
  /** A key for each, given now where a person has none. */
  give(org: string, people: Iterable<string>): Promise<void>;
  refresh(org: string): Promise<void>;
}

interface Known {
  readonly keys: Map<string, string>;
  readonly people: Map<string, string>;
}

export function peopleKeys(redis: Connection, run: Run): PeopleKeys {
  const all = new Map<string, Known>();
  const known = (org: string): Known => {
    const found = all.get(org) ?? { keys: new Map(), people: new Map() };
    all.set(org, found);
    return found;
  };
  return {
    known,
    give: (org, people) => giveKeys(run, org, [...people], known(org)),
    refresh: (org) => readKeys(redis, org, known(org)),
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
