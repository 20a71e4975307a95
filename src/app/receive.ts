import { setTimeout as sleep } from 'node:timers/promises';
import { PollFailure, type Update } from '../chat/contract.ts';
import type { Instant } from '../core/calendar.ts';
import type { Chat, InboxStore, Log } from './ports.ts';

export interface ReceiveOptions {
  readonly chat: Pick<Chat, 'poll'>;
  readonly inbox: Pick<InboxStore, 'receive' | 'offset' | 'leasePoll' | 'releasePoll' | 'busy'>;
  /** Updates were stored: whoever handles them may begin. Must not fail. */
  readonly arrived: () => void;
  readonly log: Log;
  /** Name of this process at the lease. */
  readonly worker: string;
  readonly machine: () => Instant;
  /** Waits in machine time; ends early, without failing, when the signal aborts. */
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<void>;
}

export type PollerState = 'stopped' | 'standby' | 'polling' | 'conflict' | 'away' | 'unauthorized';

export interface Receiver {
  start(): void;
  /** Ends the long poll at once and gives the lease back. */
  stop(): Promise<void>;
  /** Whether the backlog of the platform was read and handled, here or by the process that polls (promise 8). */
  caughtUp(): boolean;
  /** For health; `lastPoll` is the machine instant of the last answer. */
  state(): { readonly poller: PollerState; readonly lastPoll: Instant | undefined };
}

const LONG_POLL_SECONDS = 25;
const LEASE_MS = 10_000;
const RENEW_MS = 3_000;
const STANDBY_MS = 1_000;
const SHORT_MS = 250;
const FIRST_BACKOFF_MS = 1_000;
const LONGEST_BACKOFF_MS = 15_000;
/** Longer than a failing first poll of the holder can take; a holder that fails gives the lease away. */
const TRUSTED_HOLDER_MS = 15_000;

/** The only reader of updates. Nothing is confirmed to the platform before it lies in the inbox (promise 2). */
export function openReceiver(options: ReceiveOptions): Receiver {
  const { chat, inbox, log, worker, machine } = options;
  const pause = options.pause ?? pauseFor;
  const stopping = new AbortController();
  let poller: PollerState = 'stopped';
  let lastPoll: Instant | undefined;
  let backlogRead = false;
  let caughtUp = false;
  let holderSince: Instant | undefined;
  let running: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted && poller !== 'unauthorized') {
      try {
        if (await inbox.leasePoll(worker, LEASE_MS)) await pollOnce();
        else await standBy();
        failures = 0;
      } catch (error) {
        if (stopping.signal.aborted) return;
        await backOff(error, failures++);
      }
    }
  }

  async function pollOnce(): Promise<void> {
    holderSince = undefined;
    const offset = await inbox.offset();
    const [began, seconds] = [machine(), secondsToWait()];
    const updates = await whileLeased((signal) => chat.poll(offset, seconds, signal));
    lastPoll = machine();
    // A server or a proxy that does not hold long polls must not be asked a thousand times a second.
    if (updates.length === 0 && seconds > 0 && lastPoll - began < SHORT_MS) await pause(SHORT_MS, stopping.signal);
    if (poller !== 'polling') log.info({ poller: 'polling' }, 'updates are being received');
    poller = 'polling';
    if (updates.length > 0) await store(updates);
    await noteBacklog(updates.length);
  }

  /** If this fails, the next poll asks with the old offset and the platform sends the batch again. */
  async function store(updates: readonly Update[]): Promise<void> {
    await inbox.receive(updates, Math.max(...updates.map(({ id }) => id)) + 1);
    options.arrived();
  }

  /** Timeout 0 until the backlog is read, then short polls until it is handled. */
  function secondsToWait(): number {
    if (caughtUp) return LONG_POLL_SECONDS;
    return backlogRead ? 1 : 0;
  }

  async function noteBacklog(received: number): Promise<void> {
    if (caughtUp) return;
    // A short batch is no proof: an offset asked again within half a second is answered with one update.
    backlogRead ||= received === 0;
    caughtUp = backlogRead && !(await inbox.busy());
    if (caughtUp) log.info({}, 'the backlog is handled');
  }

  /** Another process polls. It is believed to have caught up once it has held on for a while and nothing waits. */
  async function standBy(): Promise<void> {
    poller = 'standby';
    holderSince ??= machine();
    if (machine() - holderSince >= TRUSTED_HOLDER_MS) caughtUp ||= !(await inbox.busy());
    await pause(STANDBY_MS, stopping.signal);
  }

  async function whileLeased<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const lost = new AbortController();
    const renewal = setInterval(async () => {
      const held = await inbox.leasePoll(worker, LEASE_MS).catch(() => false);
      if (!held) lost.abort();
    }, RENEW_MS);
    try {
      return await work(AbortSignal.any([stopping.signal, lost.signal]));
    } finally {
      clearInterval(renewal);
    }
  }

  async function backOff(error: unknown, failures: number): Promise<void> {
    const failure = error instanceof PollFailure ? error : undefined;
    if (failure?.reason === 'unauthorized') {
      poller = 'unauthorized';
      log.error({ why: failure.message }, 'the bot token is refused: no updates are received until it is mended');
      return release();
    }
    poller = failure?.reason === 'conflict' ? 'conflict' : 'away';
    const wait = failure?.retryAfterMs ?? Math.min(FIRST_BACKOFF_MS * 2 ** failures, LONGEST_BACKOFF_MS);
    log.warn({ poller, wait, ...(failure ? { why: failure.message } : { error }) }, 'no updates were received');
    // Another process may have more luck, and must not take this one for a poller that has caught up.
    await release();
    await pause(wait, stopping.signal);
  }

  async function release(): Promise<void> {
    await inbox.releasePoll(worker).catch(() => undefined);
  }

  return {
    start() {
      running = run();
    },
    async stop() {
      stopping.abort();
      // A store that does not answer must not hold up a stop; the lease then runs out by itself.
      await Promise.race([running.then(release), sleep(900)]);
      poller = 'stopped';
    },
    caughtUp: () => caughtUp,
    state: () => ({ poller, lastPoll }),
  };
}

async function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
