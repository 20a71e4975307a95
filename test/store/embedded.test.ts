import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { afterEach, expect, test, vi } from 'vitest';
import { type EmbeddedRedis, openEmbeddedRedis } from '../../src/store/embedded.ts';
import { isRunning, type RunningProcess } from '../../src/store/running-process.ts';

// Real servers and processes: on a busy machine each start takes its time.
vi.setConfig({ testTimeout: 60_000 });

const opened: EmbeddedRedis[] = [];
const clients: Redis[] = [];
const folders: string[] = [];
const processes: ChildProcess[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  for (const child of processes.splice(0)) child.kill('SIGKILL');
  for (const redis of opened.splice(0)) await redis.close();
  for (const folder of folders.splice(0)) {
    const left = recordIn(folder)?.server;
    if (left && isRunning(left)) process.kill(left.pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a start finds the Redis of an earlier one alive and adopts it; the last to leave ends it', async () => {
  const dir = newFolder();
  const first = await open(dir);
  const second = await open(dir);
  expect(second.url).toBe(first.url);
  expect(second.source).toBe('adopted');
  const server = serverIn(dir);
  await first.close();
  expect(await connect(second).ping()).toBe('PONG');
  await second.close();
  expect(isRunning(server)).toBe(false);
  expect(existsSync(join(dir, 'redis.json'))).toBe(false);
});

test('what was written before a stop is there after it', async () => {
  const dir = newFolder();
  const first = await open(dir);
  await connect(first).xadd('ledger', '1-0', 'kind', 'opened');
  await first.close();
  expect(await connect(await open(dir)).xlen('ledger')).toBe(1);
});

test('a killed Redis comes back at the same address with everything it had confirmed', async () => {
  const dir = newFolder();
  const said: string[] = [];
  const redis = await open(dir, said);
  const client = connect(redis);
  for (let n = 1; n <= 500; n++) await client.xadd('ledger', `${n}-0`, 'n', n);
  const server = serverIn(dir);
  process.kill(server.pid, 'SIGKILL');
  // The old one may answer once more before it dies, and the new one before its number is written down.
  await expect.poll(() => serverIn(dir).pid, { timeout: 10_000 }).not.toBe(server.pid);
  expect(await client.xlen('ledger')).toBe(500);
  await expect.poll(() => said).toEqual(expect.arrayContaining(['redis ended unexpectedly', 'redis started again']));
});

test('two processes that use one Redis bring it back once when it is killed', async () => {
  const dir = newFolder();
  const redis = await open(dir);
  const other = await holdInProcess(dir);
  expect(other.url).toBe(redis.url);
  for (let round = 0; round < 3; round++) {
    const server = serverIn(dir);
    process.kill(server.pid, 'SIGKILL');
    await expect
      .poll(() => serverIn(dir).pid !== server.pid && connect(redis).ping(), { timeout: 10_000 })
      .toBe('PONG');
  }
  expect(await countServersOf(dir)).toBe(1);
});

test('of four starts at the same instant one starts Redis and the others adopt it', async () => {
  const dir = newFolder();
  const held = await Promise.all([1, 2, 3, 4].map(() => holdInProcess(dir)));
  expect(new Set(held.map(({ url }) => url)).size).toBe(1);
  expect(held.filter(({ source }) => source !== 'adopted')).toHaveLength(1);
  const server = serverIn(dir);
  for (const { child } of held) await leave(child);
  expect(isRunning(server)).toBe(false);
});

test('a killed bot leaves Redis running, and the next start goes on with it', async () => {
  const dir = newFolder();
  const held = await holdInProcess(dir);
  const server = serverIn(dir);
  const gone = new Promise((resolve) => held.child.once('exit', resolve));
  held.child.kill('SIGKILL');
  await gone;
  expect(isRunning(server)).toBe(true);
  const next = await open(dir);
  expect([next.url, next.source]).toEqual([held.url, 'adopted']);
  await next.close();
  expect(isRunning(server)).toBe(false);
});

test('Ctrl-C, which reaches the whole group of the bot, does not reach Redis', async () => {
  const dir = newFolder();
  const held = await holdInProcess(dir, { detached: true });
  const server = serverIn(dir);
  const gone = new Promise((resolve) => held.child.once('exit', resolve));
  process.kill(-held.child.pid!, 'SIGINT');
  await gone;
  // A Redis that heard it would go within its next tick of 100 ms.
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(isRunning(server)).toBe(true);
});

test('the record of a Redis that died with the machine is no obstacle', async () => {
  const dir = newFolder();
  const first = await open(dir);
  await connect(first).set('kept', 'yes');
  const record = readFileSync(join(dir, 'redis.json'));
  await first.close();
  writeFileSync(join(dir, 'redis.json'), record);
  const second = await open(dir);
  expect(second.source).not.toBe('adopted');
  expect(await connect(second).get('kept')).toBe('yes');
});

test('a lock left by a process that is no more is taken over, also when its number lives on in another', async () => {
  const dir = newFolder();
  for (const holder of [
    { pid: 4_194_300, started: '1' },
    { pid: process.pid, started: 'before the last boot' },
  ]) {
    writeFileSync(join(dir, 'redis.lock'), JSON.stringify({ ...holder, token: 'x' }));
    const redis = await open(dir);
    expect(await connect(redis).ping()).toBe('PONG');
    await redis.close();
  }
});

test('a copied data folder gets a Redis of its own, the original keeps its', async () => {
  const dir = newFolder();
  const original = await open(dir);
  await connect(original).set('whose', 'both');
  const copy = newFolder();
  cpSync(dir, copy, { recursive: true });
  const second = await open(copy);
  expect(second.url).not.toBe(original.url);
  await connect(second).set('whose', 'the copy');
  expect(await connect(original).get('whose')).toBe('both');
});

test('it is durable before it answers, refuses rather than forgets when full, and listens on loopback only', async () => {
  const redis = await open(newFolder());
  const client = connect(redis);
  const names = ['appendonly', 'appendfsync', 'no-appendfsync-on-rewrite', 'save', 'maxmemory-policy', 'bind'];
  const values = await Promise.all(names.map(async (name) => (await client.config('GET', name)) as string[]));
  expect(values.map(([, value]) => value)).toEqual(['yes', 'always', 'no', '', 'noeviction', '127.0.0.1']);
});

test('nobody else on the machine reads the password or the data', async () => {
  process.env.BOT_TOKEN = '123:secret';
  const dir = newFolder();
  const redis = await open(dir);
  delete process.env.BOT_TOKEN;
  const { password } = new URL(redis.url);
  expect(statSync(join(dir, 'redis.json')).mode & 0o777).toBe(0o600);
  expect(statSync(join(dir, 'redis')).mode & 0o777).toBe(0o700);
  const stranger = new Redis(redis.url.replace(password, 'guess'), { retryStrategy: () => null });
  stranger.on('error', () => {});
  clients.push(stranger);
  await expect(stranger.get('x')).rejects.toThrow();
  if (process.platform !== 'linux') return;
  const { pid } = serverIn(dir);
  expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain(password);
  expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain('secret');
});

interface Record {
  readonly server?: RunningProcess;
}

function recordIn(dir: string): Record | undefined {
  try {
    return JSON.parse(readFileSync(join(dir, 'redis.json'), 'utf8')) satisfies Record;
  } catch {
    return undefined;
  }
}

function serverIn(dir: string): RunningProcess {
  return recordIn(dir)!.server!;
}

function newFolder(): string {
  // With a space and Chinese, as people name their folders.
  const folder = mkdtempSync(join(tmpdir(), 'duban 数据-'));
  folders.push(folder);
  return folder;
}

async function open(dir: string, said: string[] = []): Promise<EmbeddedRedis> {
  const note = (_fields: object, event: string) => said.push(event);
  const redis = await openEmbeddedRedis({ dir, env: process.env, log: { info: note, warn: note, error: note } });
  opened.push(redis);
  return redis;
}

function connect(redis: EmbeddedRedis): Redis {
  const client = new Redis(redis.url, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
  client.on('error', () => {});
  clients.push(client);
  return client;
}

interface Held {
  readonly url: string;
  readonly source: string;
  readonly child: ChildProcess;
}

function holdInProcess(dir: string, options: { detached?: boolean } = {}): Promise<Held> {
  const script = fileURLToPath(new URL('../support/hold-redis.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, dir], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: options.detached ?? false,
  });
  processes.push(child);
  return new Promise((resolve, reject) => {
    child.stdout!.once('data', (line) => resolve({ ...JSON.parse(String(line)), child }));
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
}

function leave(child: ChildProcess): Promise<unknown> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.stdin!.end();
  return gone;
}

/** Servers whose log lies in this folder: a second one would have it open too. */
async function countServersOf(dir: string): Promise<number> {
  const starts = readFileSync(join(dir, 'redis', 'redis.log'), 'utf8').match(/(\d+):M .*Server initialized/g) ?? [];
  const pids = new Set(starts.map((line) => Number.parseInt(line, 10)));
  return [...pids].filter((pid) => recordIn(dir)?.server?.pid === pid || isAlive(pid)).length;
}

function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}/exe`);
}
