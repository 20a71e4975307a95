import { conflict, type Refusal } from './refusal.ts';
import type { SandboxState } from './state.ts';
import type { WireUpdate } from './wire.ts';

// What Telegram leaves out unless `allowed_updates` names it (telegram-bot-api, DEFAULT_ALLOWED_UPDATE_TYPES).
const offByDefault = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

export interface Lifetimes {
  /** How long an undelivered update is kept, in machine milliseconds. Telegram: 24 h. */
  readonly updateMs: number;
  /** How long a tap can be delivered and answered. Telegram: 150 s. */
  readonly tapMs: number;
}

export interface PollRequest {
  readonly offset: number;
  readonly limit: number;
  /** Seconds. */
  readonly timeout: number;
  readonly allowed?: readonly string[];
  readonly signal?: AbortSignal;
}

export interface UpdateQueue {
  push(kind: string, payload: unknown): void;
  poll(request: PollRequest): Promise<WireUpdate[]>;
  pending(): number;
  /** Ends an open long poll with nothing. */
  release(): void;
}

interface Waiter {
  finish(updates: WireUpdate[]): void;
  fail(refusal: Refusal): void;
}

interface QueueOptions {
  readonly state: SandboxState;
  readonly lifetimes: Lifetimes;
  machineNow(): number;
  changed(): void;
}

// A client that asks with the same offset again within half a second gets one update (telegram-bot-api, Client.cpp).
const HASTE_MS = 500;

/** Undelivered updates with Telegram's offsets: an update leaves only when a higher offset is asked for. */
export function openUpdates({ state, lifetimes, machineNow, changed }: QueueOptions): UpdateQueue {
  let waiter: Waiter | undefined;
  let last: { offset: number; at: number } | undefined;

  function push(kind: string, payload: unknown): void {
    if (state.allowedUpdates ? !state.allowedUpdates.includes(kind) : offByDefault.has(kind)) return;
    const ttlMs = kind === 'callback_query' ? lifetimes.tapMs : lifetimes.updateMs;
    const update = { update_id: state.nextUpdateId, [kind]: payload };
    state.nextUpdateId += 1;
    state.updates.push({ at: machineNow(), ttlMs, update });
    changed();
    const woken = waiter;
    // Several updates of one moment (an album) leave together.
    if (woken) setImmediate(() => woken === waiter && woken.finish(take(0, 100)));
  }

  function take(offset: number, limit: number): WireUpdate[] {
    const now = machineNow();
    state.updates = state.updates.filter((queued) => now - queued.at < queued.ttlMs);
    if (offset < 0) state.updates = state.updates.slice(offset);
    if (offset > 0) state.updates = state.updates.filter((queued) => queued.update.update_id >= offset);
    return state.updates.slice(0, limit).map((queued) => queued.update);
  }

  function poll({ offset, limit, timeout, allowed, signal }: PollRequest): Promise<WireUpdate[]> {
    waiter?.fail(conflict('terminated by other getUpdates request; make sure that only one bot instance is running'));
    if (allowed) state.allowedUpdates = allowed.length ? [...allowed] : undefined;
    const hasty = last?.offset === offset && machineNow() - last.at < HASTE_MS;
    last = { offset, at: machineNow() };
    const ready = take(offset, hasty ? 1 : limit);
    changed();
    if (ready.length || timeout <= 0) return Promise.resolve(ready);
    return wait(timeout, limit, signal);
  }

  function wait(timeout: number, limit: number, signal: AbortSignal | undefined): Promise<WireUpdate[]> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => mine.finish([]), timeout * 1000);
      const settle = () => {
        clearTimeout(timer);
        if (waiter === mine) waiter = undefined;
      };
      const mine: Waiter = {
        finish: (updates) => {
          settle();
          resolve(updates.slice(0, limit));
        },
        fail: (refusal) => {
          settle();
          reject(refusal);
        },
      };
      waiter = mine;
      signal?.addEventListener('abort', () => waiter === mine && mine.finish([]), { once: true });
    });
  }

  return { push, poll, pending: () => take(0, Number.MAX_SAFE_INTEGER).length, release: () => waiter?.finish([]) };
}
