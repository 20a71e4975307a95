import { afterAll, expect, test } from 'vitest';
import { freshRedis } from './redis.ts';

const one = await freshRedis();
const other = await freshRedis();
afterAll(() => Promise.all([one.close(), other.close()]));

test('each test has a Redis of its own, however its keys are called', async () => {
  await one.client.sadd('organizations', one.org());
  expect(await one.connect().scard('organizations')).toBe(1);
  expect(await other.client.keys('*')).toEqual([]);
});
