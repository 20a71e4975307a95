import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, thisProcess } from './running-process.ts';

interface Holder {
  readonly pid: number;
  readonly started: string;
  readonly token: string;
}

/**
 * Does `work` while no other process (nor another caller in this one) does work under the same file.
 * The lock of a process that died is taken over. Throws when a living process holds it for longer than `patienceMs`
 * of machine time.
 */
export async function withLockFile<T>(path: string, work: () => Promise<T>, patienceMs = 600_000): Promise<T> {
  const token = await takeLock(path, patienceMs);
  try {
    return await work();
  } finally {
    if (holderOf(path)?.token === token) rmSync(path, { force: true });
  }
}

async function takeLock(path: string, patienceMs: number): Promise<string> {
  const holder: Holder = { ...thisProcess(), token: randomBytes(8).toString('hex') };
  const until = Date.now() + patienceMs;
  while (!created(path, JSON.stringify(holder))) {
    if (isStale(path)) removeStale(path);
    else if (Date.now() > until)
      throw new Error(`${path} has been held by process ${holderOf(path)?.pid} for too long`);
    else await pause(25 + Math.random() * 25);
  }
  return holder.token;
}

/** Whether the file is ours now; EEXIST is the atomic no. */
function created(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function isStale(path: string): boolean {
  const holder = holderOf(path);
  if (holder) return !isRunning(holder);
  // Empty or unreadable: just being written, or its writer died within that moment.
  return isOlderThan(path, 5_000);
}

/**
 * Two processes may find the same lock stale; the slower one must not remove the fresh lock of the quicker. So only
 * the holder of a second file removes it, and looks again first. All of it is synchronous: nobody stays in between.
 */
function removeStale(path: string): void {
  const breaking = `${path}.breaking`;
  if (!created(breaking, '')) {
    if (isOlderThan(breaking, 10_000)) rmSync(breaking, { force: true });
    return;
  }
  try {
    if (isStale(path)) renameSync(path, `${breaking}.old`);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  } finally {
    rmSync(`${breaking}.old`, { force: true });
    rmSync(breaking, { force: true });
  }
}

function holderOf(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) satisfies Holder;
  } catch {
    return undefined;
  }
}

function isOlderThan(path: string, ageMs: number): boolean {
  try {
    return Date.now() - statSync(path).mtimeMs > ageMs;
  } catch {
    return false;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
