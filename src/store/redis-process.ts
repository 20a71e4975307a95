import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { RedisBinary } from './redis-binary.ts';
import { isRunning, type RunningProcess } from './running-process.ts';

/** Where a Redis of ours listens, always on loopback. */
export interface RedisAddress {
  readonly port: number;
  readonly password: string;
}

export function urlOf(at: RedisAddress): string {
  return `redis://:${at.password}@127.0.0.1:${at.port}`;
}

/**
 * Starts a server in a process group of its own: Ctrl-C reaches the bot's whole group, and Redis must live until the
 * bot has drained. The settings go through its standard input, so that the password stands in no command line.
 */
export function spawnRedis(binary: RedisBinary, folder: string, at: RedisAddress): ChildProcess {
  const logFile = logFileOf(folder);
  // The server's own log is for its last words, not for history.
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000) rmSync(logFile);
  const log = openSync(logFile, 'a', 0o600);
  try {
    const child = spawn(binary.path, ['-'], {
      cwd: folder,
      detached: true,
      stdio: ['pipe', log, log],
      // Nothing else of our environment: it may hold the bot's token.
      env: { PATH: process.env.PATH, LC_ALL: 'C', LD_LIBRARY_PATH: binary.libraries },
    });
    child.stdin?.on('error', () => {});
    child.stdin?.end(settingsOf(folder, at));
    child.on('error', () => {});
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** Durable before it answers: one fsync per turn of Redis' loop, which costs BullMQ almost nothing (FACTS §4). */
function settingsOf(folder: string, at: RedisAddress): string {
  const memory = Math.floor(Math.min(totalmem(), process.constrainedMemory() || Infinity) * 0.6);
  return `${[
    'bind 127.0.0.1',
    `port ${at.port}`,
    `requirepass ${at.password}`,
    `dir ${JSON.stringify(folder)}`,
    'daemonize no',
    `pidfile ${JSON.stringify(join(folder, 'redis.pid'))}`,
    'appendonly yes',
    'appendfsync always',
    'no-appendfsync-on-rewrite no',
    'aof-use-rdb-preamble yes',
    'save ""',
    `maxmemory ${memory}`,
    'maxmemory-policy noeviction',
    'always-show-logo no',
  ].join('\n')}\n`;
}

/** The end of the server's own log, for a failure's sentence. */
export function lastWordsOf(folder: string): string {
  try {
    const lines = readFileSync(logFileOf(folder), 'utf8').trimEnd().split('\n');
    return lines.slice(-3).join(' | ').slice(-400);
  } catch {
    return '';
  }
}

function logFileOf(folder: string): string {
  return join(folder, 'redis.log');
}

/** Who answers at an address: this folder's server, somebody else, or nobody. Never throws. */
export async function whoServes(at: RedisAddress, folder: string): Promise<'ours' | 'foreign' | 'nobody'> {
  try {
    // CONFIG is answered while the data are still being loaded; PING is not.
    return await withClient(at, async (client) => {
      const [, dir] = await client.config('GET', 'dir').then(textsOf);
      return dir !== undefined && isSamePlace(dir, folder) ? 'ours' : 'foreign';
    });
  } catch (error) {
    return /WRONGPASS|NOAUTH|Protocol|NOPERM/.test(String(error)) ? 'foreign' : 'nobody';
  }
}

function isSamePlace(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}

/** Waits while the server loads its data, as long as its process lives. `onSlow` is called every 10 s. */
export async function waitUntilLoaded(at: RedisAddress, server: RunningProcess, onSlow: () => void): Promise<void> {
  for (let tries = 1; ; tries++) {
    if (await withClient(at, (client) => client.ping()).catch(() => undefined)) return;
    if (!isRunning(server)) throw new Error(`redis (process ${server.pid}) ended while it loaded its data`);
    if (tries % 100 === 0) onSlow();
    await pause(100);
  }
}

/** Ends a server: it writes everything out and goes; one that does not within 8 s is made to. */
export async function stopRedis(at: RedisAddress, server: RunningProcess): Promise<void> {
  await withClient(at, (client) => client.shutdown('NOSAVE')).catch(() => {});
  for (const [patienceMs, signal] of [
    [8_000, 'SIGTERM'],
    [3_000, 'SIGKILL'],
    [2_000, undefined],
  ] as const) {
    if (await goneWithin(server, patienceMs)) return;
    if (signal && isRunning(server)) process.kill(server.pid, signal);
  }
}

async function goneWithin(server: RunningProcess, patienceMs: number): Promise<boolean> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(20)) {
    if (!isRunning(server)) return true;
  }
  return !isRunning(server);
}

/**
 * A free port below the range from which the system takes ports for outgoing connections. Within it, a client that
 * keeps trying to reach a stopped server may be given that very port, connect to itself, and so keep the server out.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port)) return port;
  }
  throw new Error('no free port between 20000 and 32000');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => resolve(true)));
  });
}

async function withClient<T>(at: RedisAddress, work: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis({
    host: '127.0.0.1',
    port: at.port,
    password: at.password,
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    enableReadyCheck: false,
    disableClientInfo: true,
    connectTimeout: 2_000,
    commandTimeout: 5_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    client.disconnect();
  }
}

function textsOf(reply: unknown): readonly string[] {
  return Array.isArray(reply) ? reply.map(String) : [];
}
