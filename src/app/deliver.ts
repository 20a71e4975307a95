import type { Recipient } from '../core/notice.ts';
import { openDrain } from './drain.ts';
import type { Offices } from './office.ts';
import type { World } from './ports.ts';
import { deliverTo, lookAt } from './recipient.ts';
import type { Slot } from './send.ts';

export interface Delivery {
  /** Says everything that may be said now; joins a drain under way. */
  drain(): Promise<void>;
  /** Begins no further message, and what waits at a gate stays frozen; resolves when those under way are finished. */
  stop(): Promise<void>;
  busy(): boolean;
}

/** At 200 ms a call, six in flight reach the platform's 30 a second; it is also what a crash can leave ambiguous. */
const AT_ONCE = 8;
/** Recipients prepared at the same time: the store reads and writes for many of them at once. */
const PREPARED = 48;
/** So many places must be free before new recipients are looked at, so that they are looked at together. */
const TOGETHER = 16;
/** While a message waits at a gate, others are not kept waiting for longer than this: machine milliseconds. */
const LOOK_AGAIN_MS = 250;

/** Empties the outbox: what waits for a recipient becomes one message, is frozen, and only then sent. */
export function openDelivery(world: World, offices: Offices, atOnce = AT_ONCE): Delivery {
  const taken = new Set<string>();
  const finished = openSignal();
  const ending = new AbortController();
  const means = { slot: openSlots(atOnce), ending: ending.signal };
  const { drain, stop, busy, stopped } = openDrain(round);

  async function round(): Promise<void> {
    for (let waited = true; ; ) {
      const room = PREPARED - taken.size;
      const begin = !stopped() && room > 0 && (waited || room >= TOGETHER);
      for (const [org, recipients] of begin ? await freshOnes(room) : []) start(org, recipients);
      if (taken.size === 0) return;
      waited = await finished.orAfter(LOOK_AGAIN_MS);
    }
  }

  async function freshOnes(room: number): Promise<ReadonlyMap<string, readonly Recipient[]>> {
    const ready = await world.store.outbox.ready(world.clock.machine(), taken.size + room);
    const fresh = ready.filter(({ org, to }) => !taken.has(`${org}/${to}`)).slice(0, room);
    const orgs = [...new Set(fresh.map(({ org }) => org))];
    return new Map(orgs.map((org) => [org, fresh.filter((one) => one.org === org).map(({ to }) => to)]));
  }

  function start(org: string, recipients: readonly Recipient[]): void {
    const looking = lookAt(world, offices, org, recipients);
    for (const to of recipients) {
      const key = `${org}/${to}`;
      taken.add(key);
      void one(org, to, looking).finally(() => {
        taken.delete(key);
        finished.ring();
      });
    }
  }

  async function one(org: string, to: Recipient, looking: ReturnType<typeof lookAt>): Promise<void> {
    try {
      const { office, looked } = await looking;
      await deliverTo(world, office, org, looked.get(to)!, means);
    } catch (error) {
      world.log.error({ error, org }, 'a delivery failed unexpectedly');
      const later = world.clock.machine() + 5000;
      await world.store.outbox.defer(org, to, later).catch((again: unknown) => {
        world.log.error({ error: again, org }, 'a delivery could not be put off');
      });
    }
  }

  return {
    drain,
    stop() {
      ending.abort();
      return stop();
    },
    busy,
  };
}

/** So many requests under way, the others in line. */
function openSlots(places: number): Slot {
  const line: (() => void)[] = [];
  let free = places;
  return async (request) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => line.push(resolve));
    try {
      return await request();
    } finally {
      const next = line.shift();
      if (next) next();
      else free++;
    }
  };
}

/** One waits, many ring. */
function openSignal() {
  let heard = () => {};
  return {
    ring: () => heard(),
    /** True if nobody rang for so many machine milliseconds. */
    orAfter: (ms: number) =>
      new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(true), ms);
        heard = () => {
          clearTimeout(timer);
          resolve(false);
        };
      }),
  };
}
