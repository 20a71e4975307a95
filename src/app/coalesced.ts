import { setTimeout as sleep } from 'node:timers/promises';

/** Calls that come so soon after one another are one: machine milliseconds. */
export const GATHER_MS = 25;

/** Calls made while one is under way, and those that come soon after, are answered by one more. */
export function coalesced<Key>(call: (key: Key) => Promise<void>): (key: Key) => Promise<void> {
  const current = new Map<Key, Promise<void>>();
  const following = new Map<Key, Promise<void>>();
  function run(key: Key): Promise<void> {
    const promise = call(key).finally(() => current.delete(key));
    current.set(key, promise);
    return promise;
  }
  async function followUp(key: Key, before: Promise<void>): Promise<void> {
    await before;
    await sleep(GATHER_MS);
    // From here on a call comes too late for this one.
    following.delete(key);
    return run(key);
  }
  return (key) => {
    const after = following.get(key);
    if (after) return after;
    const now = current.get(key);
    if (!now) return run(key);
    const next = followUp(key, now);
    following.set(key, next);
    return next;
  };
}
