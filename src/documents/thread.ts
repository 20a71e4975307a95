import { Worker } from 'node:worker_threads';
import type { Instant } from '../core/calendar.ts';
import type { IntakeContext } from '../core/intake/index.ts';
import type { PlanText } from '../core/plan/read.ts';
import { limits } from './refusal.ts';

/** What the thread of `read-worker.mjs` can be asked. */
export type Task =
  | { readonly bytes: Uint8Array; readonly name: string; readonly intake?: IntakeContext }
  | { readonly foresee: { readonly files: readonly PlanText[]; readonly from: Instant; readonly to: Instant } };

/** How a thread can end without an answer. */
export type Failing = 'timeout' | 'memory' | 'died';

type Answer<T> = { readonly value: T } | { readonly failing: Failing };

/** A thread takes a second to load what it needs: one that answered well waits so long for the next task. */
const IDLE_MS = 60_000;
/** Several papers come at once, and what follows each of them is asked at once again. */
const MOST_IDLE = 4;
/** Seconds that a thread may take to load what it needs, besides those of its task. */
const LOADING = 60;
const idle: { readonly worker: Worker; readonly timer: NodeJS.Timeout }[] = [];

/** Runs one task in a thread of its own, with limits on memory and on the time it works; a thread that fails is ended. */
export async function inThread<T>(task: Task, seconds: number = limits.seconds): Promise<Answer<T>> {
  const worker = takeIdle() ?? started();
  worker.ref();
  const limit = timeLimit();
  limit.set(seconds + LOADING);
  try {
    const answer = await Promise.race([answerOf<T>(worker, task, () => limit.set(seconds)), limit.over]);
    if ('value' in answer) keep(worker);
    else await worker.terminate();
    return answer;
  } catch (error) {
    await worker.terminate();
    throw error;
  } finally {
    limit.clear();
  }
}

function timeLimit() {
  let timer: NodeJS.Timeout | undefined;
  let end = () => {};
  const over = new Promise<{ readonly failing: 'timeout' }>((resolve) => {
    end = () => resolve({ failing: 'timeout' });
  });
  return {
    over,
    clear: () => clearTimeout(timer),
    set(seconds: number) {
      clearTimeout(timer);
      timer = setTimeout(end, seconds * 1000);
    },
  };
}

function started(): Worker {
  return new Worker(new URL('./read-worker.mjs', import.meta.url), {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, stackSizeMb: 8 },
  });
}

/** The one that answered last: it has loaded most, and the others may end. */
function takeIdle(): Worker | undefined {
  const found = idle.pop();
  if (found) clearTimeout(found.timer);
  if (found) silence(found.worker);
  return found?.worker;
}

/** Keeps a few threads for the next tasks; they hold up no end of the process. */
function keep(worker: Worker): void {
  silence(worker);
  if (idle.length >= MOST_IDLE) {
    void worker.terminate();
    return;
  }
  worker.unref();
  const forget = (): void => {
    const at = idle.findIndex((one) => one.worker === worker);
    if (at >= 0) clearTimeout(idle.splice(at, 1)[0]!.timer);
  };
  const ended = (): void => {
    forget();
    silence(worker);
    void worker.terminate();
  };
  idle.push({ worker, timer: setTimeout(ended, IDLE_MS).unref() });
  // One that dies while it waits is nobody's answer.
  worker.once('error', forget);
  worker.once('exit', forget);
}

function silence(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

/** A thread that runs out of memory or dies was given more than it can hold. */
function answerOf<T>(worker: Worker, task: Task, begun: () => void): Promise<Answer<T>> {
  return new Promise((resolve, reject) => {
    worker.on('message', (said: { readonly begun: true } | { readonly value: T }) =>
      'value' in said ? resolve({ value: said.value }) : begun(),
    );
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ failing: 'memory' }) : reject(error),
    );
    worker.once('exit', () => resolve({ failing: 'died' }));
    worker.postMessage(task);
  });
}
