import { Worker } from 'node:worker_threads';
import type { ReadResult } from './read-bytes.ts';
import { limits } from './refusal.ts';

export type { ReadResult } from './read-bytes.ts';
export type { Refusal, RefusalCode } from './refusal.ts';

/**
 * Reads a docx, xlsx, txt or md file in a thread of its own, with limits on size, memory and time (20 s).
 * A file that cannot be read is a refusal; nothing else happens and nothing outside the bytes is looked up.
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  seconds: number = limits.seconds,
): Promise<ReadResult> {
  if (bytes.length > limits.file) return { refusal: { code: 'too-big', limit: limits.file / 1024 / 1024 } };
  const worker = new Worker(new URL('./read-worker.mjs', import.meta.url), {
    workerData: { bytes: Uint8Array.from(bytes), name },
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, stackSizeMb: 8 },
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ReadResult>((resolve) => {
    timer = setTimeout(() => resolve({ refusal: { code: 'timeout', limit: seconds } }), seconds * 1000);
  });
  try {
    return await Promise.race([answerOf(worker), late]);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** A thread that runs out of memory or dies was given a file too large for it. */
function answerOf(worker: Worker): Promise<ReadResult> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ refusal: { code: 'bomb' } }) : reject(error),
    );
    worker.once('exit', () => resolve({ refusal: { code: 'broken' } }));
  });
}
