import type { InboxStore, Update } from '../app/ports.ts';
import type { Base } from './base.ts';
import { gathered } from './gathered.ts';
import { botKeys } from './keys.ts';
import { pack, unpack } from './record.ts';

const SEEN_SECONDS = 72 * 3600;
const POISON_SECONDS = 24 * 3600;
/** How many free lanes are offered to one taking, since another worker may be faster. */
const OFFERED = 16;

/** Calls of one moment that make one trip. */
const together = { most: 64, weightOf: () => 1 };

interface Taken {
  readonly lane: string;
  readonly update: Update;
  readonly tries: number;
}

interface Handled {
  readonly worker: string;
  readonly lane: string;
  readonly updateId: number;
  readonly outcome: 'handled' | 'poison';
}

/**
 * Updates between the platform and us. `tries` of `take` counts how often a head was handed out, this time included:
 * also one whose process died counts, so that an update that kills its process ends as poison too.
 */
export function inboxStore(base: Base): InboxStore {
  const { redis, run, machine } = base;
  const k = botKeys(base.bot);
  const takings = new Map<string, (one: undefined) => Promise<Taken | undefined>>();
  const handled = gathered((batch: readonly Handled[]) => putBack(base, batch), together);
  return {
    async receive(updates, offset) {
      const keys = updates.flatMap((update) => [k.seen(update.id), k.lane(update.lane)]);
      const args = updates.flatMap((update) => [update.lane, `${update.id} ${pack(update)}`]);
      await run('receive', [k.offset, k.lanes, ...keys], [offset, machine(), SEEN_SECONDS, ...args]);
    },
    offset: async () => Number((await redis.get(k.offset)) ?? 0),
    take(worker, leaseMs) {
      const key = `${worker} ${leaseMs}`;
      const taking = takings.get(key) ?? gathered((batch) => take(base, worker, leaseMs, batch.length), together);
      takings.set(key, taking);
      return taking(undefined);
    },
    handled: (worker, lane, updateId, outcome) => handled({ worker, lane, updateId, outcome }),
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

/** As many heads as are wanted; fewer where there are no more. */
async function take(
  { redis, run, bot, machine }: Base,
  worker: string,
  leaseMs: number,
  wanted: number,
): Promise<readonly (Taken | undefined)[]> {
  const k = botKeys(bot);
  for (;;) {
    const now = machine();
    const free = await redis.zrangebyscore(k.lanes, '-inf', now, 'LIMIT', 0, wanted + OFFERED);
    if (free.length === 0) return [];
    const keys = [k.lanes, k.leases, k.tries, ...free.map(k.lane)];
    const taken = (await run('take', keys, [worker, now, leaseMs, wanted, ...free])) as readonly [
      string,
      string,
      number,
    ][];
    if (taken.length === 0) continue;
    return taken.map(([lane, stored, tries]) => {
      return { lane, update: unpack<Update>(stored.slice(stored.indexOf(' ') + 1)), tries };
    });
  }
}

async function putBack({ run, bot, machine }: Base, batch: readonly Handled[]): Promise<readonly undefined[]> {
  const k = botKeys(bot);
  const args = batch.flatMap(({ worker, lane, updateId, outcome }) => [
    ...[worker, lane, updateId],
    outcome === 'poison' ? 1 : 0,
  ]);
  const keys = [k.lanes, k.leases, k.tries, k.poison, ...batch.map(({ lane }) => k.lane(lane))];
  await run('handled', keys, [machine(), POISON_SECONDS, ...args]);
  return [];
}
