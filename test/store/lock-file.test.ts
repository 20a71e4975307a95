import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLockFile } from '../../src/store/lock-file.ts';
import { thisProcess } from '../../src/store/running-process.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duban-lock-'));
  path = join(folder, 'a.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('one at a time, also when all of them find a dead process’ lock', async () => {
  writeFileSync(path, JSON.stringify({ pid: 4_194_300, started: '1', token: 'dead' }));
  let inside = 0;
  let most = 0;
  const callers = Array.from({ length: 12 }, () =>
    withLockFile(path, async () => {
      inside += 1;
      most = Math.max(most, inside);
      await pause(3);
      inside -= 1;
    }),
  );
  await Promise.all(callers);
  expect(most).toBe(1);
  expect(existsSync(path)).toBe(false);
});

test('a failure inside is passed on and leaves no lock', async () => {
  await expect(withLockFile(path, () => Promise.reject(new Error('inside')))).rejects.toThrow('inside');
  expect(existsSync(path)).toBe(false);
});

test('a living holder is waited for, then named', async () => {
  writeFileSync(path, JSON.stringify({ ...thisProcess(), token: 'alive' }));
  await expect(withLockFile(path, async () => {}, 100)).rejects.toThrow(String(process.pid));
  expect(existsSync(path)).toBe(true);
});

test('an unreadable lock is a dead one only once it is some seconds old', async () => {
  writeFileSync(path, '');
  await expect(withLockFile(path, async () => {}, 100)).rejects.toThrow();
  utimesSync(path, new Date(0), new Date(0));
  expect(await withLockFile(path, async () => 'done')).toBe('done');
});
