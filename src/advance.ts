import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery } from './app/deliver.ts';
import type { Files } from './app/fetch-files.ts';
import type { Lanes } from './app/lanes.ts';
import type { Clock, WakeKey } from './app/ports.ts';
import type { Instant } from './core/calendar.ts';
import type { OpenStore } from './store/store.ts';

/** The office's clock, moved on by a visitor or a test: everything on the way happens at its own time. */
export interface Advance {
  /** Handles what lies in inbox and outbox until both are empty. */
  settle(): Promise<void>;
  /** Everything that is due up to an office instant, each at its own time. */
  to(until: Instant, moveTo: (at: Instant) => void): Promise<void>;
  isMoving(): boolean;
}

export interface Moved {
  readonly store: OpenStore;
  readonly clock: Clock;
  readonly lanes: Lanes;
  readonly files: Files;
  readonly delivery: Delivery;
  runWake(org: string, wake: WakeKey): Promise<unknown>;
  /** Bells count machine time: after the office's clock was moved they are set anew. */
  rearm(): Promise<void>;
}

/** Wakes of one instant that are run before anything is said. */
const ONE_INSTANT = 1000;
const LOOK_AGAIN_MS = 25;

export function openAdvance({ store, clock, lanes, files, delivery, runWake, rearm }: Moved): Advance {
  let moving = false;

  async function settle(): Promise<void> {
    for (let quiet = 0; quiet < 2; ) {
      await lanes.drain();
      await files.drain();
      await delivery.drain();
      const busy = (await store.inbox.busy()) || (await files.busy()) || (await store.outbox.busy()) || delivery.busy();
      quiet = busy ? 0 : quiet + 1;
      if (busy) await sleep(LOOK_AGAIN_MS);
    }
  }

  async function walk(until: Instant, moveTo: (at: Instant) => void): Promise<void> {
    await settle();
    for (let next = await store.wakes.next(); next && next.at <= until; next = await store.wakes.next()) {
      if (next.at > clock.now()) moveTo(next.at);
      // All that falls on one instant is said in one breath, as by a running bot.
      for (const { org, wake } of await store.wakes.due(clock.now(), ONE_INSTANT)) await runWake(org, wake);
      await settle();
      await store.inbox.beat(clock.now());
    }
    if (until > clock.now()) moveTo(until);
    await store.inbox.beat(clock.now());
    await rearm();
  }

  return {
    settle,
    isMoving: () => moving,
    async to(until, moveTo) {
      moving = true;
      try {
        await walk(until, moveTo);
      } finally {
        moving = false;
      }
    },
  };
}
