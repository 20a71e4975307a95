import { Worker } from 'node:worker_threads';
import type { IntakeContext } from '../core/intake/index.ts';
import type { DraftResult, ReadResult } from './read-bytes.ts';
import { limits, type Refusal } from './refusal.ts';

export type { DraftResult, ReadResult } from './read-bytes.ts';
export type { Refusal, RefusalCode } from './refusal.ts';

/**
 * Reads a docx, xlsx, txt or md file in a thread of its own, with limits on size, memory and time (20 s).
 * A file that cannot be read is a refusal; nothing else happens and nothing outside the bytes is looked up.
 */
export function readDocument(bytes: Uint8Array, name: string, seconds?: number): Promise<ReadResult> {
  return inThread<ReadResult>({ bytes, name }, seconds);
}

/** Reads a file and drafts a plan of it (core/intake), both in the thread and within the limits of `readDocument`. */
export function readDraft(
  bytes: Uint8Array,
  name: string,
  context: IntakeContext,
  seconds?: number,
): Promise<DraftResult> {
  return inThread<DraftResult>({ bytes, name, intake: context }, seconds);
}

interface Task {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly intake?: IntakeContext;
}

type Refusing = { readonly refusal: Refusal };

async function inThread<T>(task: Task, seconds: number = limits.seconds): Promise<T | Refusing> {
  if (task.bytes.length > limits.file) return { refusal: { code: 'too-big', limit: limits.file / 1024 / 1024 } };
  const worker = new Worker(new URL('./read-worker.mjs', import.meta.url), {
    workerData: { ...task, bytes: Uint8Array.from(task.bytes) },
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, stackSizeMb: 8 },
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Refusing>((resolve) => {
    timer = setTimeout(() => resolve({ refusal: { code: 'timeout', limit: seconds } }), seconds * 1000);
  });
  try {
    return await Promise.race([answerOf<T>(worker), late]);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** A thread that runs out of memory or dies was given a file too large for it. */
function answerOf<T>(worker: Worker): Promise<T | Refusing> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ refusal: { code: 'bomb' } }) : reject(error),
    );
    worker.once('exit', () => resolve({ refusal: { code: 'broken' } }));
  });
}
