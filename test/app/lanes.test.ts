import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LanesOptions, openLanes } from '../../src/app/lanes.ts';
import type { Event, Update } from '../../src/chat/contract.ts';
import { type OpenStore, openStore } from '../../src/store/store.ts';
import { freshRedis, type TestRedis } from '../support/redis.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

let redis: TestRedis;
let store: OpenStore;

beforeEach(async () => {
  redis = await freshRedis();
  store = await openStore({ url: redis.url, botId: '7', world: 'sandbox', log: silent });
});
afterEach(async () => {
  await store.close();
  await redis.close();
});

function read({ id, lane, received }: Update): Event {
  const chat = Number(lane);
  return { type: 'other', updateId: id, chat, isGroup: false, from: chat, fromName: '', at: received };
}

function lanes(handle: LanesOptions['handle'], over: Partial<LanesOptions> = {}) {
  const options = { inbox: store.inbox, read, handle, apologize: async () => {}, log: silent, worker: 'w' };
  return openLanes({ ...options, pause: async () => {}, ...over });
}

async function receive(...updates: readonly (readonly [id: number, lane: number])[]): Promise<void> {
  const stored = updates.map(([id, lane]) => ({ id, lane: String(lane), received: 0, raw: {} }));
  await store.inbox.receive(stored, Math.max(...updates.map(([id]) => id)) + 1);
}

test('a chat is handled in order, several chats at once, everything until nothing is left', async () => {
  await receive([1, 10], [2, 10], [3, 20], [4, 10], [5, 20], [6, 30]);
  const handled: number[] = [];
  let now = 0;
  let most = 0;
  await lanes(async ({ updateId }) => {
    most = Math.max(most, ++now);
    await sleep(10);
    handled.push(updateId);
    now--;
  }).drain();
  const of = (...ids: number[]) => handled.filter((id) => ids.includes(id));
  expect(of(1, 2, 4)).toEqual([1, 2, 4]);
  expect(of(3, 5)).toEqual([3, 5]);
  expect(handled).toHaveLength(6);
  expect(most).toBe(3);
  expect(await store.inbox.busy()).toBe(false);
});

test('two workers share the chats, and each update is handled once', async () => {
  await receive(...Array.from({ length: 60 }, (_, n) => [n + 1, n % 7] as const));
  const handled: number[] = [];
  const handle = async ({ updateId }: Event): Promise<void> => {
    handled.push(updateId);
    await sleep(1);
  };
  await Promise.all([lanes(handle, { worker: 'a' }).drain(), lanes(handle, { worker: 'b' }).drain()]);
  await lanes(handle).drain();
  expect(handled.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
});

test('what arrives during a drain is handled by it or by the next', async () => {
  const handled: number[] = [];
  const all = lanes(async ({ updateId }) => {
    handled.push(updateId);
    if (updateId < 20) {
      await receive([updateId + 1, 10]);
      void all.drain();
    }
  });
  await receive([1, 10]);
  await all.drain();
  await all.drain();
  expect(handled).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
});

describe('an update that cannot be handled', () => {
  test('is tried five times, put aside with one apology, and holds up only its own chat', async () => {
    await receive([1, 10], [2, 10], [3, 20]);
    const tried: number[] = [];
    const apologies: number[] = [];
    await lanes(
      async ({ updateId }) => {
        tried.push(updateId);
        if (updateId === 1) throw new Error('a bug');
      },
      { apologize: async ({ updateId }) => void apologies.push(updateId) },
    ).drain();
    expect(tried.filter((id) => id === 1)).toHaveLength(5);
    expect(tried.filter((id) => id !== 1)).toEqual([3, 2]);
    expect(tried.at(-1)).toBe(2);
    expect(apologies).toEqual([1]);
    expect(await store.inbox.busy()).toBe(false);
  });

  test('but then can, needs no apology', async () => {
    await receive([1, 10]);
    let tries = 0;
    const apologies: number[] = [];
    await lanes(
      async () => {
        if (++tries < 3) throw new Error('for now');
      },
      { apologize: async ({ updateId }) => void apologies.push(updateId) },
    ).drain();
    expect([tries, apologies]).toEqual([3, []]);
  });

  test('an apology that fails, or an update that cannot even be read, stops nothing', async () => {
    await receive([1, 10], [2, 10]);
    const handled: number[] = [];
    await lanes(async ({ updateId }) => void handled.push(updateId), {
      read: (update) => {
        if (update.id === 1) throw new Error('unreadable');
        return read(update);
      },
      apologize: () => Promise.reject(new Error('no way')),
    }).drain();
    expect(handled).toEqual([2]);
  });

  test('waits longer each time before it is tried again', async () => {
    await receive([1, 10]);
    const pauses: number[] = [];
    await lanes(() => Promise.reject(new Error('a bug')), { pause: async (ms) => void pauses.push(ms) }).drain();
    expect(pauses).toEqual([200, 400, 800, 1600]);
  });
});

test('a death while handling leaves the update for the next process', async () => {
  await receive([1, 10]);
  const dead = lanes(() => new Promise(() => {}), {
    inbox: { ...store.inbox, take: (worker) => store.inbox.take(worker, 100) },
  });
  void dead.drain();
  await sleep(150);
  const handled: number[] = [];
  await lanes(async ({ updateId }) => void handled.push(updateId), { worker: 'next' }).drain();
  expect(handled).toEqual([1]);
});

test('stopping takes nothing more and waits for what was begun', async () => {
  await receive([1, 10], [2, 10]);
  const handled: number[] = [];
  const all = lanes(async ({ updateId }) => {
    await sleep(50);
    handled.push(updateId);
  });
  void all.drain();
  await sleep(20);
  await all.stop();
  expect(handled).toEqual([1]);
});

test('a store that fails is told to whoever drains, and the next drain goes on', async () => {
  await receive([1, 10]);
  let away = true;
  const handled: number[] = [];
  const all = lanes(async ({ updateId }) => void handled.push(updateId), {
    inbox: {
      ...store.inbox,
      take: (...args) => (away ? Promise.reject(new Error('Redis is away')) : store.inbox.take(...args)),
    },
  });
  await expect(all.drain()).rejects.toThrow('Redis is away');
  away = false;
  await all.drain();
  expect(handled).toEqual([1]);
});
