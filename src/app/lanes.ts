import { setTimeout as sleep } from 'node:timers/promises';
import type { Event } from '../chat/contract.ts';
import { openDrain } from './drain.ts';
import type { InboxStore, Log, Update } from './ports.ts';

export interface LanesOptions {
  readonly inbox: Pick<InboxStore, 'take' | 'handled' | 'failed'>;
  /** The platform's reading of its own JSON. */
  readonly read: (update: Update) => Event;
  readonly handle: (event: Event) => Promise<void>;
  /** One apology to whoever wrote, after their update was put aside. */
  readonly apologize: (event: Event) => Promise<void>;
  readonly log: Log;
  readonly worker: string;
  /** Lanes handled at the same time by this process. */
  readonly atOnce?: number;
  readonly pause?: (ms: number) => Promise<void>;
}

export interface Lanes {
  /** Handles until nothing waits that this process may take. Joins a drain under way, but never misses what came later. */
  drain(): Promise<void>;
  /** Takes nothing more; resolves when what was begun is finished. */
  stop(): Promise<void>;
}

/** So many that the store is never waited for: they read and write side by side. */
const AT_ONCE = 24;
/** Handling takes milliseconds: it never waits for a file, a report or a send. */
const LANE_LEASE_MS = 30_000;
const TRIES = 5;
const FIRST_PAUSE_MS = 200;

/** Hands stored updates on, in order within a chat, several chats at once. */
export function openLanes(options: LanesOptions): Lanes {
  const { inbox, log, worker } = options;
  const pause = options.pause ?? ((ms: number) => sleep(ms));
  const { drain, stop, stopped } = openDrain(round);

  async function round(): Promise<void> {
    const results = await Promise.allSettled(Array.from({ length: options.atOnce ?? AT_ONCE }, walk));
    const broken = results.find((result) => result.status === 'rejected');
    // Only the store can fail here: what was taken comes back when its lease ends.
    if (broken) throw broken.reason;
  }

  async function walk(): Promise<void> {
    while (!stopped()) {
      const head = await inbox.take(worker, LANE_LEASE_MS);
      if (!head) return;
      await step(head.lane, head.update, head.tries);
    }
  }

  async function step(lane: string, update: Update, tries: number): Promise<void> {
    try {
      await options.handle(options.read(update));
    } catch (error) {
      return fail(lane, update, tries, error);
    }
    await inbox.handled(worker, lane, update.id, 'handled');
  }

  async function fail(lane: string, update: Update, tries: number, error: unknown): Promise<void> {
    log.error({ error, update: update.id, lane, tries }, 'an update could not be handled');
    if (tries < TRIES) {
      // The lane is kept meanwhile: later words of the same chat must not overtake.
      await pause(FIRST_PAUSE_MS * 2 ** (tries - 1));
      return inbox.failed(worker, lane);
    }
    // Before the lane goes on: the apology must not come after the answer to what was written next.
    await apologize(update);
    await inbox.handled(worker, lane, update.id, 'poison');
  }

  async function apologize(update: Update): Promise<void> {
    try {
      await options.apologize(options.read(update));
    } catch (error) {
      log.error({ error, update: update.id }, 'the apology failed too');
    }
  }

  return { drain, stop };
}
