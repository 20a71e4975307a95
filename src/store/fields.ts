import type { Connection } from './connection.ts';
import { gathered } from './gathered.ts';

/**
 * One field of some hashes of one hash tag, in the order of the keys, and never of a later one before an earlier one.
 * Read with what others ask of the same hashes in the same moment.
 */
export type Fields = (keys: readonly string[], field: string) => Promise<readonly (string | null)[]>;

const MOST = 500;

export function openFields(redis: Connection): Fields {
  const all = new Map<string, (field: string) => Promise<readonly (string | null)[]>>();
  async function read(keys: readonly string[], fields: readonly string[]) {
    const found = await Promise.all(keys.map((key) => redis.hmget(key, ...fields)));
    return fields.map((_, i) => found.map((values) => values[i] ?? null));
  }
  return (keys, field) => {
    const name = keys.join(' ');
    const one = all.get(name) ?? gathered((fields) => read(keys, fields), { most: MOST, weightOf: () => 1 });
    all.set(name, one);
    return one(field);
  };
}
