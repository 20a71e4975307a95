import type { IntakeContext } from '../core/intake/index.ts';
import type { DraftResult, ReadResult } from './read-bytes.ts';
import { limits, type Refusal } from './refusal.ts';
import { inThread } from './thread.ts';

export type { DraftResult, ReadResult } from './read-bytes.ts';
export type { Refusal, RefusalCode } from './refusal.ts';

/**
 * Reads a docx, xlsx, txt or md file in a thread of its own, with limits on size, memory and time (20 s).
 * A file that cannot be read is a refusal; nothing else happens and nothing outside the bytes is looked up.
 */
export function readDocument(bytes: Uint8Array, name: string, seconds?: number): Promise<ReadResult> {
  return reading<ReadResult>({ bytes, name }, seconds);
}

/** Reads a file and drafts a plan of it (core/intake), both in the thread and within the limits of `readDocument`. */
export function readDraft(
  bytes: Uint8Array,
  name: string,
  context: IntakeContext,
  seconds?: number,
): Promise<DraftResult> {
  return reading<DraftResult>({ bytes, name, intake: context }, seconds);
}

type Reading = { readonly bytes: Uint8Array; readonly name: string; readonly intake?: IntakeContext };

async function reading<T>(task: Reading, seconds: number = limits.seconds): Promise<T | { readonly refusal: Refusal }> {
  if (task.bytes.length > limits.file) return { refusal: { code: 'too-big', limit: limits.file / 1024 / 1024 } };
  const answer = await inThread<T>({ ...task, bytes: Uint8Array.from(task.bytes) }, seconds);
  if ('value' in answer) return answer.value;
  if (answer.failing === 'timeout') return { refusal: { code: 'timeout', limit: seconds } };
  return { refusal: { code: answer.failing === 'memory' ? 'bomb' : 'broken' } };
}
