import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealLedger } from '../../src/app/seal.ts';
import { checkLedger } from '../../src/cli/verify.ts';
import { DAY } from '../../src/core/calendar.ts';
import { openStore } from '../../src/store/store.ts';
import { aPlan } from '../support/make.ts';
import { freshRedis, type TestRedis } from '../support/redis.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };
const opened: (() => Promise<unknown>)[] = [];
let from: TestRedis;
let to: TestRedis;

beforeAll(async () => {
  [from, to] = [await freshRedis(), await freshRedis()];
});
afterAll(async () => {
  for (const close of opened) await close();
  await from.close();
  await to.close();
});

async function storeAt(redis: TestRedis) {
  const store = await openStore({ url: redis.url, botId: '7', world: 'sandbox', log });
  opened.push(store.close);
  return store;
}

test('a restored store is the same one: entries, seals, links, wakes; and it goes on', async () => {
  const old = await storeAt(from);
  const org = 'minzheng';
  const now = Date.UTC(2026, 2, 1);
  const linked = {
    at: now,
    by: 'bot' as const,
    about: [],
    planVersion: 1,
    kind: 'linked' as const,
    how: 'plan' as const,
  };
  for (let i = 0; i < 30; i++)
    await old.ledger.append(org, {
      heads: {},
      entries: [{ ...linked, recipient: `person/p${i}` }],
      wakes: { 'measure/m1': now + i },
    });
  await old.links.link(org, 'person/p1', 42);
  await old.inbox.beat(now);
  const office = { org, plan: aPlan(), planVersion: 1, since: {} };
  const clock = { now: () => now + 2 * DAY, machine: Date.now };
  await sealLedger({ store: old, clock }, office);
  expect(await checkLedger(old, org)).toMatchObject({ seq: 31, sealedTo: 30, seals: 1 });

  const fresh = await storeAt(to);
  expect([await old.isEmpty(), await fresh.isEmpty()]).toEqual([false, true]);
  await fresh.restore(old.dump());
  expect(await fresh.ledger.entries(org, 0, 100)).toEqual(await old.ledger.entries(org, 0, 100));
  expect(await checkLedger(fresh, org)).toEqual(await checkLedger(old, org));
  expect(await fresh.links.recipientsOf(42)).toEqual([{ org, to: 'person/p1' }]);
  expect(await fresh.wakes.all(org)).toEqual([{ wake: 'measure/m1', at: now + 29 }]);
  expect(await fresh.inbox.alive()).toBe(now);
  const next = await fresh.ledger.append(org, { heads: {}, entries: [{ ...linked, recipient: 'person/p1' }] });
  expect(next).toEqual({ outcome: 'written', last: 32 });
});

test('a quiet office gets no further seals, a record that was changed behind the back is found', async () => {
  const store = await storeAt(to);
  const office = { org: 'minzheng', plan: aPlan(), planVersion: 1, since: {} };
  const clock = { now: () => Date.UTC(2026, 2, 20), machine: Date.now };
  await sealLedger({ store, clock }, office);
  await sealLedger({ store, clock }, office);
  expect(await checkLedger(store, 'minzheng')).toMatchObject({ seals: 2, seq: 33 });
  // As somebody with access to Redis might: the last entries taken out, the heads left as they were.
  await to.client.xdel('{minzheng}:ledger', '5-0');
  expect((await checkLedger(store, 'minzheng')).flaw).toEqual({ from: 5, to: 5, why: 'missing' });
});
