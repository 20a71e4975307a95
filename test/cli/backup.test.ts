import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { backupCommand, restoreCommand } from '../../src/cli/backup.ts';
import { type CliIo, Refused } from '../../src/cli/contract.ts';
import { openOfficeStore } from '../../src/cli/open-store.ts';
import { openSpeech } from '../../src/speech.ts';
import { openArchive } from '../../src/store/archive.ts';
import { freshRedis, type TestRedis } from '../support/redis.ts';

// A backup holds all that an inspector may ask for: the record and the files that it names.
const say = openSpeech();
let home: string;
let redis: TestRedis[];
let io: CliIo & { readonly printed: string[]; readonly complained: string[] };

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'duban-backup-'));
  redis = [await freshRedis(), await freshRedis()];
  const printed: string[] = [];
  const complained: string[] = [];
  const print = (line: string) => void printed.push(line);
  const complain = (line: string) => void complained.push(line);
  const now = () => Date.UTC(2026, 2, 1);
  io = { say, now, async *lines() {}, print, complain, language: 'en', closers: [], printed, complained };
});

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const close of io.closers) await close();
  for (const one of redis) await one.close();
  rmSync(home, { recursive: true, force: true });
});

/** From now on the commands see the machine `n`: its own data folder and Redis. */
function standAt(n: 0 | 1): string {
  const env = {
    BOT_TOKEN: '7:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    REDIS_URL: redis[n]!.url,
    DATA_DIR: join(home, `${n}`),
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  return join(home, `${n}`);
}

async function anOffice(): Promise<string> {
  const { store } = await openOfficeStore(io);
  const linked = { by: 'bot', about: [], planVersion: 1, kind: 'linked', how: 'plan', recipient: 'person/a' } as const;
  await store.ledger.append('minzheng', { heads: {}, entries: [{ ...linked, at: 1 }] });
  return openArchive(join(home, '0', 'evidence')).keep('minzheng', new TextEncoder().encode('签字的纪要'));
}

test('what was backed up on one machine is whole on the next, evidence included', async () => {
  const file = join(home, 'office.duban');
  standAt(0);
  const sha256 = await anOffice();
  expect(await backupCommand(file, io)).toBe(0);
  expect(io.printed.at(-1)).toContain('1 evidence file.');
  expect(statSync(file).mode & 0o077).toBe(0);

  const there = standAt(1);
  expect(await restoreCommand(file, io)).toBe(0);
  expect(readFileSync(join(there, 'evidence', 'minzheng', sha256), 'utf8')).toBe('签字的纪要');
  const { store } = await openOfficeStore(io);
  expect(await store.ledger.entries('minzheng', 0, 10)).toHaveLength(1);
});

test('evidence that was altered since is named and not passed off as proof', async () => {
  const file = join(home, 'office.duban');
  standAt(0);
  const sha256 = await anOffice();
  writeFileSync(join(home, '0', 'evidence', 'minzheng', sha256), '换过的纪要');
  expect(await backupCommand(file, io)).toBe(1);
  expect(io.complained.join()).toContain(sha256);
});

test.each([
  ['a changed file', (text: string) => text.replace(/"base64":"./, '"base64":"A')],
  ['a path for an organization', (text: string) => text.replace('"org":"minzheng","sha256"', '"org":"../up","sha256"')],
  ['a missing file', (text: string) => text.replace(/\{[^\n]*"sha256"[^\n]*\n/, '')],
  ['a cut-off end', (text: string) => text.replace(/\{"end"[^\n]*\n/, '')],
])('a backup with %s is not restored at all', async (_, change) => {
  const file = join(home, 'office.duban');
  standAt(0);
  await anOffice();
  await backupCommand(file, io);
  const whole = gunzipSync(readFileSync(file)).toString();
  expect(change(whole)).not.toBe(whole);
  writeFileSync(file, gzipSync(change(whole)));
  standAt(1);
  await expect(restoreCommand(file, io)).rejects.toThrow(Refused);
  expect(await (await openOfficeStore(io)).store.isEmpty()).toBe(true);
});
