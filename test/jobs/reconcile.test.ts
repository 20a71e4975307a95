import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { App } from '../../jobs/contract.ts';
import { reconcile } from '../../jobs/reconcile.ts';
import { type Bellringer, openWorker } from '../../jobs/worker.ts';
import type { WakeKey } from '../../src/app/ports.ts';
import { type OpenStore, openStore } from '../../src/store/store.ts';
import { freshRedis, type TestRedis } from '../support/redis.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

let redis: TestRedis;
let store: OpenStore;
let bells: Bellringer;
let app: App;
let org: string;
let ran: string[];

beforeEach(async () => {
  redis = await freshRedis();
  store = await openStore({ url: redis.url, botId: '7', world: 'sandbox', log: silent });
  org = redis.org();
  await redis.client.sadd('organizations', org);
  ran = [];
  bells = openWorker({
    url: redis.url,
    clock: { now: Date.now },
    log: silent,
    wakes: run,
    deliver: async () => {},
    inbox: async () => {},
    ticks: [],
  });
  const world = { store, timer: bells.timer, clock: { now: Date.now, machine: Date.now }, log: silent };
  app = { world, bells } as unknown as App;
});
afterEach(async () => {
  await bells.close(1000);
  await store.close();
  await redis.close();
});

async function run(_: string, wake: WakeKey): Promise<null> {
  ran.push(wake);
  await store.wakes.set(org, wake, null);
  return null;
}

async function until(met: () => boolean, within = 8000): Promise<void> {
  const end = Date.now() + within;
  while (!met()) {
    if (Date.now() > end) throw new Error(`not within ${within} ms`);
    await sleep(10);
  }
}

test('a wake that is over 2 s late is run though no bell was ever set; a younger one is left to its bell', async () => {
  await reconcile.run(app);
  await store.wakes.set(org, 'measure/old', Date.now() - 2500);
  await store.wakes.set(org, 'measure/young', Date.now() - 500);
  await reconcile.run(app);
  expect(ran).toEqual(['measure/old']);
});

test('a late wake whose bell has rung is left to the queue, unless it takes too long', async () => {
  await reconcile.run(app);
  for (const [wake, late] of [
    ['measure/queued', 3_000],
    ['measure/stuck', 31_000],
  ] as const) {
    await store.wakes.set(org, wake, Date.now() - late);
    // No worker runs: a bell that has rung lies in the queue.
    await redis.client.lpush('{jobs}:wakes:wait', `${org}.${wake.slice('measure/'.length)}`);
  }
  await reconcile.run(app);
  expect(ran).toEqual(['measure/stuck']);
});

test('after every key of the queue was deleted, all bells are set again and ring at their time', async () => {
  bells.start();
  const at = Date.now() + 1200;
  const wakes = Array.from({ length: 20 }, (_, n) => `measure/m${n}` as WakeKey);
  for (const wake of wakes) {
    await store.wakes.set(org, wake, at);
    await bells.timer.set(org, wake, at);
  }
  await redis.client.del(await redis.client.keys('{jobs}*'));
  await reconcile.run(app);
  await until(() => ran.length === 20);
  expect(Date.now()).toBeGreaterThanOrEqual(at);
  expect(Date.now()).toBeLessThan(at + 1500);
  await sleep(300);
  expect(ran.toSorted()).toEqual(wakes.toSorted());
});
