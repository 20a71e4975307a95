import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../core/calendar.ts';
import { GATHER_MS } from './coalesced.ts';
import type { Clock, WakeKey } from './ports.ts';

/** What rings at once reads all of its measure: what else happens there within this time waits for one run more. */
const SAME_RUN_MS = 400;

type Set = (org: string, wake: WakeKey, at: Instant) => Promise<void>;

interface Setting {
  /** The instant of one bell more, if it was set again within the time that is gathered. */
  next: Instant | undefined;
  readonly over: Promise<unknown>;
  done: Promise<void>;
}

/** Bells set for one wake within a short time are one, or two: a hundred people may report on one measure at once. */
export function gatheredSets(clock: Pick<Clock, 'now'>, setNow: Set): Set {
  const setting = new Map<string, Setting>();

  /** The first sets the bell; what follows closely is gathered: a hundred people who report on one measure ring it twice. */
  function set(org: string, wake: WakeKey, at: Instant): Promise<void> {
    const before = setting.get(keyOf(org, wake));
    if (!before) return open(org, wake, at);
    if (before.next === undefined) before.done = before.over.then(() => open(org, wake, before.next!));
    // The last word counts, but what is due already is not put off again.
    const isDue = before.next !== undefined && before.next <= clock.now();
    before.next = isDue ? Math.min(before.next!, at) : at;
    return before.done;
  }

  function open(org: string, wake: WakeKey, at: Instant): Promise<void> {
    const id = keyOf(org, wake);
    const over = sleep(at <= clock.now() ? SAME_RUN_MS : GATHER_MS, undefined, { ref: false });
    const one: Setting = { next: undefined, over, done: setNow(org, wake, at) };
    setting.set(id, one);
    void over.then(() => one.next === undefined && setting.delete(id));
    return one.done;
  }

  return set;
}

const keyOf = (org: string, wake: WakeKey): string => `${org} ${wake}`;
