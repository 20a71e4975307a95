import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, StoreRefused, type StoreWorld } from '../../src/store/store.ts';
import { freshRedis, type TestRedis } from '../support/redis.ts';
import { quiet } from './fresh-store.ts';

describe('a store knows whose it is', () => {
  let redis: TestRedis;
  beforeEach(async () => {
    redis = await freshRedis();
  });
  afterEach(() => redis.close());

  async function open(world: StoreWorld) {
    const store = await openStore({ url: redis.url, botId: '7', world, log: quiet });
    await store.close();
  }

  test('the same world opens it again', async () => {
    await open('real');
    await open('real');
    expect(await redis.client.mget('schema', 'world')).toEqual(['1', 'real']);
  });

  test.each([
    ['sandbox', 'real'],
    ['real', 'sandbox'],
  ] as const)('a store of %s is refused to %s, and stays as it is', async (its, other) => {
    await open(its);
    await expect(open(other)).rejects.toMatchObject({ code: 'store-other-world', found: its, expected: other });
    expect(await redis.client.get('world')).toBe(its);
  });

  test('a store that a newer program wrote is refused', async () => {
    await redis.client.set('schema', 9);
    const refusal = await open('real').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StoreRefused);
    expect(refusal).toMatchObject({ code: 'store-newer', found: '9', expected: '1' });
    expect(await redis.client.dbsize()).toBe(1);
  });

  test('a store older than any that can be brought up to date is refused', async () => {
    await redis.client.set('schema', 0);
    await expect(open('real')).rejects.toMatchObject({ code: 'store-too-old', found: '0' });
  });
});

test('a server that refuses us is told at once', async () => {
  const redis = await freshRedis();
  const url = redis.url.replace('redis://', 'redis://nobody:wrong@');
  await expect(openStore({ url, botId: '7', world: 'real', log: quiet })).rejects.toThrow();
  await redis.close();
});
