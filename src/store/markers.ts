import type { Connection } from './connection.ts';
import { rootKeys } from './keys.ts';

export type StoreWorld = 'sandbox' | 'real';

/** The layout that this program reads and writes. */
export const SCHEMA = 1;

/** `migrations[n]` turns a store of schema n into one of schema n + 1; each must bear to run twice. */
const migrations: Readonly<Record<number, (redis: Connection) => Promise<void>>> = {};

/** The store must not be used: written by a newer program, or the other kind of world. */
export class StoreRefused extends Error {
  readonly code: 'store-newer' | 'store-other-world' | 'store-too-old';
  readonly found: string;
  readonly expected: string;
  constructor(code: StoreRefused['code'], found: string, expected: string) {
    super(code);
    this.name = 'StoreRefused';
    this.code = code;
    this.found = found;
    this.expected = expected;
  }
}

/** Marks a fresh store; checks a used one, and brings an older one up to date. Throws `StoreRefused`. */
export async function checkMarkers(redis: Connection, world: StoreWorld): Promise<void> {
  const schema = await mark(redis, rootKeys.schema, String(SCHEMA));
  if (Number(schema) > SCHEMA) throw new StoreRefused('store-newer', schema, String(SCHEMA));
  // The world is asked before anything is migrated: a sandbox must not even touch a real office's store.
  const found = await mark(redis, rootKeys.world, world);
  if (found !== world) throw new StoreRefused('store-other-world', found, world);
  for (let version = Number(schema); version < SCHEMA; version++) await migrate(redis, version);
}

async function migrate(redis: Connection, from: number): Promise<void> {
  const migration = migrations[from];
  if (!migration) throw new StoreRefused('store-too-old', String(from), String(SCHEMA));
  await migration(redis);
  await redis.set(rootKeys.schema, from + 1);
}

async function mark(redis: Connection, key: string, value: string): Promise<string> {
  await redis.set(key, value, 'NX');
  return (await redis.get(key)) ?? value;
}
