import { setTimeout as sleep } from 'node:timers/promises';
import { DelayedError, Job, Queue, Worker } from 'bullmq';
import { coalesced } from '../src/app/coalesced.ts';
import { gatheredSets } from '../src/app/gathered-sets.ts';
import type { Clock, Log, Timer, WakeKey } from '../src/app/ports.ts';
import type { Instant } from '../src/core/calendar.ts';
import type { Bell, Bells, DueWake } from './contract.ts';

export interface WorkerOptions {
  readonly url: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** Runs a wake and answers where it stands in the store afterwards, or null if it is gone. */
  readonly wakes: (org: string, wake: WakeKey) => Promise<Instant | null>;
  readonly deliver: () => Promise<void>;
  readonly inbox: () => Promise<void>;
  readonly ticks: readonly Tick[];
  /** For how long work belongs to a process that died: machine milliseconds. */
  readonly lockMs?: number;
}

export interface Tick {
  readonly id: string;
  /** Machine milliseconds between the end of a run and the next start. */
  readonly everyMs: number;
  readonly run: () => Promise<void>;
}

export interface Bellringer extends Bells {
  /** Neither call fails, nor waits for a Redis that is away: a bell that is lost is found by reconcile. */
  readonly timer: Timer;
  start(): void;
  /** Takes nothing new and waits for what was begun, at most so many machine milliseconds. */
  close(graceMs: number): Promise<void>;
}

const PREFIX = '{jobs}';
const WAKES = 'wakes';
const BELLS = 'bells';
const WAKES_AT_ONCE = 32;
/** A wake whose run threw: reconcile tries it sooner, this is for the case that nobody else does. */
const RETRY_MS = 60_000;
/** A process that dies gives its work back within 20 s, and any number of deaths fails no job (measured). */
const LOCK_MS = 15_000;
const never = Number.POSITIVE_INFINITY;
const CHASE_MS = 100;
const CHASES = 50;

interface WakeData {
  readonly org: string;
  readonly wake: WakeKey;
}

/**
 * The bells, on BullMQ. One job per wake, so one per measure, which re-arms itself (`moveToDelayed`) instead of being
 * planned anew: adding an id that still exists is silently ignored. The truth is in the store; a bell that rings too
 * early or twice does no harm, a bell that is late or lost is found by reconcile.
 */
export function openWorker(options: WorkerOptions): Bellringer {
  const { clock, log } = options;
  const wakeQueue = new Queue<WakeData>(WAKES, queueOptions(options.url));
  const bellQueue = new Queue(BELLS, queueOptions(options.url));
  const wakeWorker = new Worker<WakeData>(WAKES, runWake, workerOptions(options, WAKES_AT_ONCE));
  const bellWorker = new Worker(BELLS, runBell, workerOptions(options, 2));
  const all = [wakeQueue, bellQueue, wakeWorker, bellWorker];
  const closing = new AbortController();
  const ticking: Promise<void>[] = [];
  /** Runs of this process, with the earliest instant that was set meanwhile. */
  const running = new Map<string, Instant>();
  const set = gatheredSets(clock, setNow);
  for (const queue of [wakeQueue, bellQueue]) queue.on('error', report);
  for (const worker of [wakeWorker, bellWorker]) worker.on('error', report);

  function report(error: Error): void {
    log.warn({ error }, 'the queue reports');
  }

  async function runWake(job: Job<WakeData>, token?: string): Promise<void> {
    const { org, wake } = job.data;
    const id = idOf(org, wake);
    running.set(id, never);
    const next = await nextOf(org, wake);
    const at = Math.min(next, running.get(id) ?? never);
    if (at !== never) await job.moveToDelayed(Date.now() + delayTo(at), token);
    // What was set between the last two lines; from here on `arm` finds the job delayed, or chases its end.
    const late = running.get(id) ?? never;
    running.delete(id);
    if (late < at) await arm(org, wake, late);
    if (at !== never) throw new DelayedError();
  }

  async function nextOf(org: string, wake: WakeKey): Promise<Instant> {
    try {
      return (await options.wakes(org, wake)) ?? never;
    } catch (error) {
      log.error({ error, org, wake }, 'a wake failed');
      return clock.now() + RETRY_MS;
    }
  }

  async function runBell({ name }: Job): Promise<void> {
    const run = { deliver: options.deliver, inbox: options.inbox }[name as Bell];
    await run().catch((error: unknown) => log.error({ error, bell: name }, 'a bell failed'));
  }

  /** BullMQ counts in machine time: the office's delay at the moment of arming (two clocks, DESIGN §3). */
  function delayTo(at: Instant): number {
    return Math.max(0, Math.ceil(at - clock.now()));
  }

  async function arm(org: string, wake: WakeKey, at: Instant): Promise<void> {
    const id = idOf(org, wake);
    const ran = running.get(id);
    if (ran !== undefined) {
      running.set(id, Math.min(ran, at));
      return;
    }
    const found = await move(id, { org, wake }, at);
    if (found === 'missing') await wakeQueue.add('wake', { org, wake }, { jobId: id, delay: delayTo(at), ...removed });
    if (found === 'running') void chase(org, wake, at).catch((error: unknown) => warnLost(error, { org, wake }));
  }

  async function move(id: string, data: WakeData, at: Instant): Promise<'moved' | 'missing' | 'waiting' | 'running'> {
    const job = new Job(wakeQueue, 'wake', data, {}, id);
    try {
      await job.changeDelay(delayTo(at));
      return 'moved';
    } catch (error) {
      const state = await wakeQueue.getJobState(id);
      if (state === 'unknown') return 'missing';
      // It will run in a moment and read the truth.
      if (state === 'waiting' || state === 'prioritized') return 'waiting';
      if (state === 'active' || state === 'delayed') return 'running';
      throw error;
    }
  }

  /** Another process runs this wake and may have read the store before it changed: see that its bell is early enough. */
  async function chase(org: string, wake: WakeKey, at: Instant): Promise<void> {
    const id = idOf(org, wake);
    for (let round = 0; round < CHASES && !closing.signal.aborted; round++) {
      await sleep(CHASE_MS, undefined, { ref: false });
      const state = await wakeQueue.getJobState(id);
      if (state === 'active') continue;
      if (state === 'unknown' || (state === 'delayed' && (await ringsAfter(id, at)))) await arm(org, wake, at);
      return;
    }
  }

  async function ringsAfter(id: string, at: Instant): Promise<boolean> {
    const client = await wakeQueue.getBackend().client;
    const score = await client.zscore(wakeQueue.toKey('delayed'), id);
    // BullMQ keeps the millisecond in the upper bits, a counter in the lower twelve.
    return score !== null && Math.floor(Number(score) / 0x1000) > Date.now() + delayTo(at);
  }

  async function setNow(org: string, wake: WakeKey, at: Instant): Promise<void> {
    if (closing.signal.aborted) return;
    await arm(org, wake, at).catch((error: unknown) => warnLost(error, { org, wake }));
  }

  const ring = coalesced(async (bell: Bell) => {
    if (closing.signal.aborted) return;
    // At most one run at a time and one more after it, over all processes.
    const deduplication = { id: bell, keepLastIfActive: true };
    await bellQueue.add(bell, {}, { deduplication, ...removed }).catch((error: unknown) => warnLost(error, { bell }));
  });

  function warnLost(error: unknown, what: object): void {
    log.warn({ error, ...what }, 'a bell was not set');
  }

  /**
   * Ticks are plain intervals of every process and not Job Schedulers: reconcile is the net under BullMQ and must
   * not hang from it, and whatever ticks may run twice.
   */
  async function tick({ id, everyMs, run }: Tick): Promise<void> {
    while (!closing.signal.aborted) {
      await run().catch((error: unknown) => log.error({ error, tick: id }, 'a tick failed'));
      await sleep(everyMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  async function rearm(wakes: readonly DueWake[]): Promise<void> {
    const rest = wakes.values();
    const walk = async (): Promise<void> => {
      for (const { org, wake, at } of rest) await arm(org, wake, at);
    };
    await Promise.all(Array.from({ length: WAKES_AT_ONCE }, walk));
    const client = await wakeQueue.getBackend().client;
    await client.set(armedKey(wakeQueue), '1');
  }

  async function needsRearm(): Promise<boolean> {
    const client = await wakeQueue.getBackend().client;
    return (await client.get(armedKey(wakeQueue))) === null;
  }

  async function runNow(org: string, wake: WakeKey): Promise<void> {
    const next = await nextOf(org, wake);
    if (next !== never) await set(org, wake, next);
  }

  async function isQueued(org: string, wake: WakeKey): Promise<boolean> {
    const id = idOf(org, wake);
    return running.has(id) || (await wakeQueue.getJobState(id)) === 'waiting';
  }

  return {
    timer: { set, ring },
    needsRearm,
    rearm,
    runNow,
    isQueued,
    start() {
      for (const worker of [wakeWorker, bellWorker])
        void worker.run().catch((error: unknown) => log.error({ error }, 'a worker ended'));
      ticking.push(...options.ticks.map(tick));
    },
    async close(graceMs) {
      closing.abort();
      const drained = Promise.all([...ticking, wakeWorker.close(), bellWorker.close()]);
      const inTime = await Promise.race([drained.then(() => true), sleep(graceMs, false, { ref: false })]);
      if (!inTime) log.warn({ graceMs }, 'some work was not finished in time: it is taken up again');
      for (const part of inTime ? [wakeQueue, bellQueue] : all) hangUp(part);
    },
  };
}

/** Drops the connections at once. BullMQ's own ways wait for a farewell, which a Redis that is away never gives. */
function hangUp(part: Queue | Worker): void {
  const { client, blockingClient } = part.getBackend();
  for (const connection of [client, blockingClient]) connection?.then((one) => one.disconnect()).catch(() => undefined);
}

/** Slugs hold no dot, and BullMQ forbids the colon: the id can be read back and no two wakes share one. */
function idOf(org: string, wake: WakeKey): string {
  const [kind, id] = wake.split('/');
  return kind === 'measure' ? `${org}.${id}` : `${org}.${kind}.${id}`;
}

/** Under the queue's own prefix, so that it goes when they go. */
function armedKey(queue: Queue): string {
  return queue.toKey('armed');
}

/** A finished job must leave its id free for the next planning. */
const removed = { removeOnComplete: true, removeOnFail: true };

/** Commands of one turn travel together: thousands of measures may wake in one second. */
const together = { enableAutoPipelining: true };

function queueOptions(url: string) {
  // Whoever sets a bell has recorded already and must not wait for a Redis that is away.
  return {
    prefix: PREFIX,
    connection: { url, enableOfflineQueue: false, ...together },
    streams: { events: { maxLen: 100 } },
  };
}

function workerOptions({ url, lockMs = LOCK_MS }: WorkerOptions, concurrency: number) {
  return {
    prefix: PREFIX,
    connection: { url, maxRetriesPerRequest: null, ...together },
    concurrency,
    autorun: false,
    lockDuration: lockMs,
    stalledInterval: Math.ceil(lockMs / 3),
    maxStalledCount: 10,
  };
}
