import type { WakeKey, WakeStore } from '../app/ports.ts';
import type { Base } from './base.ts';
import { orgKeys } from './keys.ts';

interface Wake {
  readonly org: string;
  readonly wake: WakeKey;
  readonly at: number;
}

/** Wakes lie with their organization alone: each is asked in turn, so that no second index can go astray. */
export function wakeStore({ redis, organizations, enlist }: Base): WakeStore {
  const wakesOf = async (org: string, now: string, limit: number): Promise<readonly Wake[]> => {
    const found = await redis.zrangebyscore(orgKeys(org).wakes, '-inf', now, 'WITHSCORES', 'LIMIT', 0, limit);
    return pairs(found).map((pair) => ({ org, ...pair }));
  };
  const earliest = async (now: string, limit: number): Promise<readonly Wake[]> => {
    const all = await Promise.all((await organizations()).map((org) => wakesOf(org, now, limit)));
    return all
      .flat()
      .sort((a, b) => a.at - b.at)
      .slice(0, limit);
  };
  return {
    due: (now, limit) => earliest(String(now), limit),
    next: async () => (await earliest('+inf', 1))[0],
    all: async (org) => pairs(await redis.zrange(orgKeys(org).wakes, '0', '-1', 'WITHSCORES')),
    async set(org, wake, at) {
      await enlist(org);
      if (at === null) await redis.zrem(orgKeys(org).wakes, wake);
      else await redis.zadd(orgKeys(org).wakes, at, wake);
    },
  };
}

function pairs(reply: readonly string[]): readonly { wake: WakeKey; at: number }[] {
  return reply.flatMap((member, i) => (i % 2 === 0 ? [{ wake: member as WakeKey, at: Number(reply[i + 1]) }] : []));
}
