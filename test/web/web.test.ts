import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type Health, isHealthy } from '../../src/web/health.ts';
import { openWeb } from '../../src/web/web.ts';

const well: Health = {
  version: '1.2.3',
  redis: true,
  poller: 'polling',
  lastPollMs: 10_000,
  outboxWaiting: 2,
  wakesLate: 0,
  caughtUp: true,
};

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function open(look: () => Promise<Health>, port: { number: number; set: boolean }) {
  const opened = await openWeb({ port, version: '1.2.3', health: look });
  if (!opened.ok) throw new Error(opened.problem.id);
  closing.push(opened.close);
  return `http://127.0.0.1:${opened.port}`;
}

async function taken(host: string): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  closing.push(() => new Promise((resolve) => server.close(() => resolve())));
  return (server.address() as AddressInfo).port;
}

async function free(): Promise<number> {
  const port = await taken('127.0.0.1');
  await closing.pop()!();
  return port;
}

describe('health', () => {
  test.each<[string, Partial<Health>, boolean]>([
    ['all is well', {}, true],
    ['another process polls', { poller: 'standby', lastPollMs: null }, true],
    ['a short outage of Telegram', { poller: 'away' }, true],
    ['a long outage of Telegram', { poller: 'away', lastPollMs: 130_000 }, false],
    ['a short conflict', { poller: 'conflict' }, true],
    ['Telegram never answered', { poller: 'away', lastPollMs: null }, false],
    ['a refused token', { poller: 'unauthorized' }, false],
    ['Redis away', { redis: false }, false],
    ['wakes that nobody ran', { wakesLate: 1 }, false],
    ['a poller that hangs', { lastPollMs: 121_000 }, false],
    ['a full outbox alone is work, not illness', { outboxWaiting: 10_000 }, true],
  ])('%s', (_, change, healthy) => {
    expect(isHealthy({ ...well, ...change })).toBe(healthy);
  });
});

describe('the server', () => {
  test('answers 200 and the figures while all is well', async () => {
    const url = await open(async () => well, { number: await free(), set: true });
    const answer = await fetch(`${url}/health`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ ok: true, ...well });
  });

  test.each<[string, () => Promise<Health>]>([
    ['Redis is away', async () => ({ ...well, redis: false })],
    ['looking fails', () => Promise.reject(new Error('a bug'))],
    ['looking hangs', () => new Promise(() => {})],
  ])('answers 503 when %s', async (_, look) => {
    const url = await open(look, { number: await free(), set: true });
    const answer = await fetch(`${url}/health`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ ok: false, version: '1.2.3' });
  });

  test('gives the same figures to Prometheus', async () => {
    const url = await open(async () => well, { number: await free(), set: true });
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toMatch(/^duban_healthy 1$/m);
    expect(text).toMatch(/^duban_last_poll_seconds 10$/m);
    expect(text).toMatch(/^duban_outbox_waiting 2$/m);
  });

  test.each(['127.0.0.1', '0.0.0.0'])('a busy default port (on %s) moves to the next free one', async (host) => {
    const busy = await taken(host);
    const url = await open(async () => well, { number: busy, set: false });
    expect(Number(new URL(url).port)).toBeGreaterThan(busy);
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  test('a busy set port is one problem', async () => {
    const busy = await taken('127.0.0.1');
    const opened = await openWeb({ port: { number: busy, set: true }, version: '1', health: async () => well });
    expect(opened).toEqual({ ok: false, problem: { id: 'config-port-busy', args: { port: String(busy) } } });
  });
});
