import type { InboxStore, Update } from '../app/ports.ts';
import type { Base } from './base.ts';
import { botKeys } from './keys.ts';
import { pack, unpack } from './record.ts';

const SEEN_SECONDS = 72 * 3600;
const POISON_SECONDS = 24 * 3600;
/** How many free lanes are offered to one taking, since another worker may be faster. */
const OFFERED = 16;

/**
 * Updates between the platform and us. `tries` of `take` counts how often a head was handed out, this time included:
 * also one whose process died counts, so that an update that kills its process ends as poison too.
 */
export function inboxStore(base: Base): InboxStore {
  const { redis, run, machine } = base;
  const k = botKeys(base.bot);
  return {
    async receive(updates, offset) {
      const keys = updates.flatMap((update) => [k.seen(update.id), k.lane(update.lane)]);
      const args = updates.flatMap((update) => [update.lane, `${update.id} ${pack(update)}`]);
      await run('receive', [k.offset, k.lanes, ...keys], [offset, machine(), SEEN_SECONDS, ...args]);
    },
    offset: async () => Number((await redis.get(k.offset)) ?? 0),
    take: (worker, leaseMs) => take(base, worker, leaseMs),
    async handled(worker, lane, updateId, outcome) {
      const keys = [k.lanes, k.leases, k.tries, k.lane(lane), k.poison];
      await run('handled', keys, [worker, lane, updateId, machine(), outcome === 'poison' ? 1 : 0, POISON_SECONDS]);
    },
    async failed(worker, lane) {
      await run('failed', [k.lanes, k.leases], [worker, lane, machine()]);
    },
    busy: async () => (await redis.zcard(k.lanes)) > 0,
    leasePoll: async (worker, leaseMs) =>
      (await run('lease', [k.poll], [worker, Math.max(1, Math.ceil(leaseMs))])) === 1,
    async releasePoll(worker) {
      await run('lease', [k.poll], [worker, 0]);
    },
    async alive() {
      const at = await redis.get(k.alive);
      return at === null ? undefined : Number(at);
    },
    async beat(now) {
      await redis.set(k.alive, now);
    },
  };
}

async function take({ redis, run, bot, machine }: Base, worker: string, leaseMs: number) {
  const k = botKeys(bot);
  for (;;) {
    const now = machine();
    const free = await redis.zrangebyscore(k.lanes, '-inf', now, 'LIMIT', 0, OFFERED);
    if (free.length === 0) return undefined;
    const keys = [k.lanes, k.leases, k.tries, ...free.map(k.lane)];
    const taken = (await run('take', keys, [worker, now, leaseMs, ...free])) as
      | readonly [string, string, number]
      | null;
    if (taken === null) continue;
    const [lane, stored, tries] = taken;
    return { lane, update: unpack<Update>(stored.slice(stored.indexOf(' ') + 1)), tries };
  }
}
