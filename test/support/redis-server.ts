import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { TestProject } from 'vitest/node';
import { findRedis } from '../../src/store/redis-binary.ts';
import { freePort } from '../../src/store/redis-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Empty where this machine has no Redis; then `redisMissing` says why. */
    redisUrl: string;
    redisMissing: string;
  }
}

/** One Redis for a whole run of tests: vitest calls this before the first file and the answer after the last. */
export default async function startTestRedis(project: TestProject): Promise<() => Promise<void>> {
  const binary = await findRedis(process.env).catch((error: unknown) => String(error));
  project.provide('redisMissing', typeof binary === 'string' ? binary : '');
  if (typeof binary === 'string') {
    console.warn(`\nTESTS THAT NEED REDIS WILL FAIL: ${binary}\n`);
    project.provide('redisUrl', '');
    return async () => {};
  }
  const folder = mkdtempSync(join(tmpdir(), 'duban-test-redis-'));
  const port = await freePort();
  writeFileSync(join(folder, 'redis.conf'), settingsOf(folder, port));
  // The shell ends Redis when our end of the pipe closes, so that a killed test run leaves no server behind.
  const script = '"$1" "$2" >/dev/null & server=$!; cat >/dev/null; kill $server; wait $server; rm -rf "$3"';
  const shell = spawn('sh', ['-c', script, 'sh', binary.path, join(folder, 'redis.conf'), folder], {
    stdio: ['pipe', 'ignore', 'inherit'],
    env: { PATH: process.env.PATH, LD_LIBRARY_PATH: binary.libraries },
    detached: true,
  });
  const url = `redis://127.0.0.1:${port}`;
  await untilReady(url);
  project.provide('redisUrl', url);
  return async () => {
    const ended = new Promise((resolve) => shell.once('exit', resolve));
    shell.stdin?.end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}

function settingsOf(folder: string, port: number): string {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `dir "${folder}"`,
    'databases 10000',
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction',
    '',
  ].join('\n');
}

async function untilReady(url: string): Promise<void> {
  const client = new Redis(url, { retryStrategy: (times) => (times < 200 ? 25 : null), maxRetriesPerRequest: null });
  client.on('error', () => {});
  await client.ping();
  client.disconnect();
}
