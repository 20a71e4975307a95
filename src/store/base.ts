import type { Instant } from '../core/calendar.ts';
import type { Connection, Run } from './connection.ts';
import type { Fields } from './fields.ts';
import { rootKeys } from './keys.ts';

/** What every part of the store stands on. */
export interface Base {
  readonly redis: Connection;
  readonly run: Run;
  readonly fields: Fields;
  readonly bot: string;
  readonly machine: () => Instant;
  /** Known organizations; few, so whoever needs all of them asks each in turn instead of keeping a second index. */
  readonly organizations: () => Promise<readonly string[]>;
  /** To be called before the first write for an organization. */
  readonly enlist: (org: string) => Promise<void>;
}

/**
 * An organization is listed before its first key is written: a listed one without keys is harmless, an unlisted one
 * would never be woken.
 */
export function organizationsIn(redis: Connection): Pick<Base, 'organizations' | 'enlist'> {
  const listed = new Set<string>();
  return {
    organizations: async () => (await redis.smembers(rootKeys.organizations)).sort(),
    enlist: async (org) => {
      if (listed.has(org)) return;
      await redis.sadd(rootKeys.organizations, org);
      listed.add(org);
    },
  };
}
