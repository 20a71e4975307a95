import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findRedis, type RedisBinary } from '../../src/store/redis-binary.ts';
import { freePort } from '../../src/store/redis-process.ts';
import { storeContract } from '../contracts/store.ts';
import { freshStoreAt } from './fresh-store.ts';

// Three servers and a minute: with `npm run test:all` only.
const wanted = process.env.DUBAN_TEST === 'all';

describe.runIf(wanted)('Redis Cluster', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duban-test-cluster-'));
  const servers: ChildProcess[] = [];
  const ports: number[] = [];
  beforeAll(async () => {
    const binary = await findRedis(process.env);
    for (let i = 0; i < 3; i++) ports.push(await freePort());
    for (const port of ports) servers.push(startNode(binary, folder, port));
    await Promise.all(ports.map(untilReady));
    await join3(ports);
  });
  afterAll(async () => {
    const ended = servers.map((server) => new Promise((resolve) => server.once('exit', resolve)));
    for (const server of servers) server.kill();
    await Promise.all(ended);
    rmSync(folder, { recursive: true, force: true });
  });

  storeContract('Redis Cluster of three', () =>
    freshStoreAt(`redis://127.0.0.1:${ports[1]},redis://127.0.0.1:${ports[2]}`),
  );

  test('organizations really lie on several nodes', async () => {
    const counts = await Promise.all(ports.map((port) => ask(port, (node) => node.dbsize())));
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });
});

function startNode(binary: RedisBinary, folder: string, port: number): ChildProcess {
  const settings = [
    '--port',
    port,
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--dbfilename',
    `${port}.rdb`,
    '--save',
    '',
  ];
  const cluster = ['--cluster-enabled', 'yes', '--cluster-config-file', `${port}.conf`, '--cluster-node-timeout', 2000];
  const port2 = ['--cluster-port', port > 55_000 ? port - 10_000 : port + 10_000];
  return spawn(binary.path, [...settings, ...cluster, ...port2].map(String), {
    stdio: 'ignore',
    env: { PATH: process.env.PATH, LD_LIBRARY_PATH: binary.libraries },
  });
}

/** A third of the slots for each node, then all are introduced to each other. */
async function join3(ports: readonly number[]): Promise<void> {
  const busPort = (port: number) => (port > 55_000 ? port - 10_000 : port + 10_000);
  for (const [i, port] of ports.entries()) {
    const [from, to] = [Math.floor((16384 * i) / 3), Math.floor((16384 * (i + 1)) / 3) - 1];
    await ask(port, (node) => node.call('CLUSTER', 'ADDSLOTSRANGE', from, to));
    for (const other of ports)
      await ask(port, (node) => node.call('CLUSTER', 'MEET', '127.0.0.1', other, busPort(other)));
  }
  for (const port of ports) {
    while (!(await ask(port, (node) => node.cluster('INFO'))).includes('cluster_state:ok')) await sleep(50);
  }
}

async function untilReady(port: number): Promise<void> {
  await ask(port, (node) => node.ping());
}

async function ask<T>(port: number, question: (node: Redis) => Promise<T>): Promise<T> {
  const node = new Redis({ port, host: '127.0.0.1', maxRetriesPerRequest: null, retryStrategy: () => 25 });
  node.on('error', () => {});
  try {
    return await question(node);
  } finally {
    node.disconnect();
  }
}
