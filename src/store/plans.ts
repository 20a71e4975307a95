import type { PlanStore } from '../app/ports.ts';
import type { PlanVersion } from '../core/plan/plan.ts';
import type { Base } from './base.ts';
import { orgKeys } from './keys.ts';
import { pack, unpack } from './record.ts';

export function planStore({ redis, run, enlist }: Base): PlanStore {
  const version = async (org: string, number: number): Promise<PlanVersion | undefined> => {
    const found = await redis.hget(orgKeys(org).plans, String(number));
    return found === null ? undefined : { ...unpack<Omit<PlanVersion, 'version'>>(found), version: number };
  };
  return {
    async adopt(org, expected, plan, duties) {
      await enlist(org);
      const k = orgKeys(org);
      const answer = await run('adopt', [k.plans, k.since], [expected, pack(plan), plan.adoptedAt, ...duties]);
      return answer === 'moved' ? 'moved' : Number(answer);
    },
    async current(org) {
      const current = await redis.hget(orgKeys(org).plans, 'current');
      return current === null ? undefined : version(org, Number(current));
    },
    currentVersion: async (org) => Number((await redis.hget(orgKeys(org).plans, 'current')) ?? 0),
    version,
    async since(org) {
      const all = await redis.hgetall(orgKeys(org).since);
      return Object.fromEntries(Object.entries(all).map(([duty, at]) => [duty, Number(at)]));
    },
  };
}
