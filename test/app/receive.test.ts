import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openReceiver, type ReceiveOptions, type Receiver } from '../../src/app/receive.ts';
import { PollFailure, type Update } from '../../src/chat/contract.ts';
import { type OpenStore, openStore } from '../../src/store/store.ts';
import { freshRedis, type TestRedis } from '../support/redis.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

let redis: TestRedis;
let store: OpenStore;
let open: Receiver[];

beforeEach(async () => {
  redis = await freshRedis();
  store = await openStore({ url: redis.url, botId: '7', world: 'sandbox', log: silent });
  open = [];
});
afterEach(async () => {
  await Promise.all(open.map((receiver) => receiver.stop()));
  await store.close();
  await redis.close();
});

/** Telegram as far as polling goes: keeps every update until an offset past it is asked for. */
function platform() {
  let updates: Update[] = [];
  let pollers = 0;
  const asked: { readonly offset: number; readonly seconds: number }[] = [];
  const failures: PollFailure[] = [];
  async function poll(offset: number, seconds: number, signal: AbortSignal): Promise<readonly Update[]> {
    asked.push({ offset, seconds });
    const failure = failures.shift();
    if (failure) throw failure;
    if (pollers > 0) throw new PollFailure('conflict', '409');
    pollers++;
    try {
      updates = updates.filter(({ id }) => id >= offset);
      const end = Date.now() + seconds * 1000;
      while (updates.length === 0 && Date.now() < end) {
        await sleep(10);
        if (signal.aborted) throw new PollFailure('away', 'called off');
      }
      return updates.slice(0, 100);
    } finally {
      pollers--;
    }
  }
  let last = 100;
  return {
    poll,
    asked,
    failures,
    says: (count: number, lane = '1001') => {
      for (let n = 0; n < count; n++) updates.push({ id: ++last, lane, received: Date.now(), raw: { n } });
    },
    unconfirmed: () => updates.length,
  };
}

function receiver(chat: ReceiveOptions['chat'], over: Partial<ReceiveOptions> = {}): Receiver {
  const opened = openReceiver({
    chat,
    inbox: store.inbox,
    arrived: () => {},
    log: silent,
    worker: `w${open.length}`,
    machine: Date.now,
    pause: (ms, signal) => sleep(Math.min(ms, 20), undefined, { signal }).catch(() => undefined),
    ...over,
  });
  open.push(opened);
  return opened;
}

async function until(met: () => boolean | Promise<boolean>, within = 8000): Promise<void> {
  const end = Date.now() + within;
  while (!(await met())) {
    if (Date.now() > end) throw new Error(`not within ${within} ms`);
    await sleep(5);
  }
}

async function takeAll(): Promise<number[]> {
  const ids: number[] = [];
  for (let head = await store.inbox.take('t', 1000); head; head = await store.inbox.take('t', 1000)) {
    ids.push(head.update.id);
    await store.inbox.handled('t', head.lane, head.update.id, 'handled');
  }
  return ids;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, n) => from + n);

describe('an update', () => {
  test('is in the inbox before it is confirmed', async () => {
    const chat = platform();
    chat.says(3);
    const order: string[] = [];
    receiver(
      {
        poll: (offset, seconds, signal) => {
          order.push(`asks from ${offset}`);
          return chat.poll(offset, seconds, signal);
        },
      },
      {
        inbox: {
          ...store.inbox,
          receive: async (updates, offset) => {
            await sleep(30);
            await store.inbox.receive(updates, offset);
            order.push(`stored up to ${offset}`);
          },
        },
      },
    ).start();
    await until(() => order.includes('asks from 104'));
    expect(order.slice(0, 3)).toEqual(['asks from 0', 'stored up to 104', 'asks from 104']);
    expect(await takeAll()).toEqual([101, 102, 103]);
  });

  test('whose storing fails is not confirmed, and comes again', async () => {
    const chat = platform();
    chat.says(3);
    let failures = 2;
    const receive: typeof store.inbox.receive = async (updates, offset) => {
      if (failures-- > 0) throw new Error('Redis is away');
      await store.inbox.receive(updates, offset);
    };
    receiver(chat, { inbox: { ...store.inbox, receive } }).start();
    await until(() => chat.asked.length >= 4);
    expect(chat.asked.slice(0, 4).map(({ offset }) => offset)).toEqual([0, 0, 0, 104]);
    expect(await takeAll()).toEqual([101, 102, 103]);
  });

  test('survives a death between poll and store, and one between store and confirmation, and comes once', async () => {
    const chat = platform();
    chat.says(5);
    const never = new Promise<never>(() => {});
    const before = receiver(chat, { inbox: { ...store.inbox, receive: () => never } });
    before.start();
    await until(() => chat.asked.length === 1);
    await before.stop();
    await redis.client.del('{bot-7}:poll');

    const after = receiver(chat, {
      inbox: {
        ...store.inbox,
        receive: async (updates, offset) => {
          await store.inbox.receive(updates, offset);
          await redis.client.decrby('{bot-7}:offset', 5);
          return never;
        },
      },
    });
    after.start();
    await until(() => chat.asked.length === 2);
    await sleep(50);
    await after.stop();
    await redis.client.del('{bot-7}:poll');

    receiver(chat).start();
    await until(() => chat.unconfirmed() === 0);
    expect(await takeAll()).toEqual(range(101, 105));
  });
});

describe('caught up', () => {
  test('only when the whole backlog was read and handled', async () => {
    const chat = platform();
    chat.says(250);
    const one = receiver(chat);
    expect(one.caughtUp()).toBe(false);
    one.start();
    await until(() => chat.unconfirmed() === 0);
    await sleep(50);
    expect(one.caughtUp()).toBe(false);
    expect(chat.asked.filter(({ seconds }) => seconds === 0).map(({ offset }) => offset)).toEqual([0, 201, 301, 351]);
    await takeAll();
    await until(() => one.caughtUp());
    await until(() => chat.asked.at(-1)!.seconds === 25);
  });

  test('a single short batch is no proof', async () => {
    const chat = platform();
    chat.says(150);
    let asked = 0;
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const poll: typeof chat.poll = async (offset, seconds, signal) => {
      if (++asked === 2) await held;
      const updates = await chat.poll(offset, seconds, signal);
      return asked === 1 ? updates.slice(0, 1) : updates;
    };
    // Whatever comes is handled at once: the size of the batch is all that it can go by.
    const one = receiver({ poll }, { inbox: { ...store.inbox, busy: async () => false } });
    one.start();
    await until(() => asked === 2);
    expect(one.caughtUp()).toBe(false);
    goOn();
    await until(() => chat.unconfirmed() === 0);
    expect(await takeAll()).toEqual(range(101, 250));
  });

  test('by another process, once it has held on for a while', async () => {
    const chat = platform();
    let machine = 1_000_000;
    receiver(chat).start();
    await until(async () => !(await store.inbox.leasePoll('probe', 1)));
    const waiting = receiver(chat, { machine: () => machine });
    waiting.start();
    await until(() => waiting.state().poller === 'standby');
    await sleep(60);
    expect(waiting.caughtUp()).toBe(false);
    machine += 16_000;
    await until(() => waiting.caughtUp());
  });
});

describe('two processes', () => {
  test('never poll at the same time; the second takes over at once when the first stops', async () => {
    const chat = platform();
    const [one, two] = [receiver(chat), receiver(chat)];
    one.start();
    await until(() => one.state().poller === 'polling');
    two.start();
    await until(() => two.state().poller === 'standby');
    chat.says(2);
    await until(() => chat.unconfirmed() === 0);
    await one.stop();
    await until(() => two.state().poller === 'polling', 1500);
    chat.says(2);
    await until(() => chat.unconfirmed() === 0);
    expect(await takeAll()).toEqual(range(101, 104));
  });

  test('of which one cannot reach the platform: the other polls', async () => {
    const chat = platform();
    const cut = { poll: () => Promise.reject(new PollFailure('away', 'no way out')) };
    receiver(cut, { pause: (_, signal) => sleep(60_000, undefined, { signal }).catch(() => undefined) }).start();
    await until(() => open[0]!.state().poller === 'away');
    const other = receiver(chat);
    other.start();
    await until(() => other.state().poller === 'polling', 2000);
  });

  test('whose lease is lost stops polling by itself', async () => {
    const chat = platform();
    const one = receiver(chat);
    one.start();
    await until(() => one.caughtUp());
    await redis.client.set('{bot-7}:poll', 'another', 'PX', 60_000);
    await until(() => one.state().poller === 'standby', 5000);
  });
});

describe('a failing poll', () => {
  test('409 backs off from 1 to 15 s and never ends', async () => {
    const chat = platform();
    chat.failures.push(...Array.from({ length: 30 }, () => new PollFailure('conflict', '409')));
    const pauses: number[] = [];
    const states = new Set<string>();
    const one = receiver(chat, {
      pause: async (ms) => {
        pauses.push(ms);
        states.add(one.state().poller);
        await sleep(1);
      },
    });
    one.start();
    await until(() => one.state().poller === 'polling');
    expect(pauses.slice(0, 6)).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
    expect(pauses).toHaveLength(30);
    expect([...states]).toEqual(['conflict']);
  });

  test('waits as long as it is asked to', async () => {
    const chat = platform();
    chat.failures.push(new PollFailure('away', '429', 37_000));
    const pauses: number[] = [];
    const one = receiver(chat, { pause: async (ms) => void pauses.push(ms) });
    one.start();
    await until(() => one.state().poller === 'polling');
    expect(pauses).toEqual([37_000]);
  });

  test('begins anew at 1 s after a success', async () => {
    const chat = platform();
    const pauses: number[] = [];
    chat.failures.push(new PollFailure('away', '500'), new PollFailure('away', '500'));
    const one = receiver(chat, { pause: async (ms) => void pauses.push(ms) });
    one.start();
    await until(() => one.state().poller === 'polling');
    chat.failures.push(new PollFailure('away', '500'));
    chat.says(1);
    await until(() => pauses.length === 3);
    expect(pauses).toEqual([1000, 2000, 1000]);
  });

  test('a refused token ends it, with one clear line, and gives the lease away', async () => {
    const chat = platform();
    chat.failures.push(...Array.from({ length: 3 }, () => new PollFailure('unauthorized', '401: Unauthorized')));
    const told: string[] = [];
    const one = receiver(chat, { log: { ...silent, error: (_, line) => void told.push(line) } });
    one.start();
    await until(() => one.state().poller === 'unauthorized');
    await sleep(60);
    expect(chat.asked).toHaveLength(1);
    expect(told).toHaveLength(1);
    expect(await store.inbox.leasePoll('probe', 1000)).toBe(true);
  });
});

describe('stopping', () => {
  test('ends the long poll and gives the lease back within a second', async () => {
    const chat = platform();
    const one = receiver(chat);
    one.start();
    await until(() => chat.asked.at(-1)?.seconds === 25);
    const begun = Date.now();
    await one.stop();
    expect(Date.now() - begun).toBeLessThan(1000);
    expect(await store.inbox.leasePoll('probe', 1000)).toBe(true);
  });

  test('does not wait for a store that hangs', async () => {
    const one = receiver(platform(), { inbox: { ...store.inbox, offset: () => new Promise(() => {}) } });
    one.start();
    await sleep(50);
    const begun = Date.now();
    await one.stop();
    expect(Date.now() - begun).toBeLessThan(1100);
  });
});

test('a server that answers long polls at once is not asked without a pause', async () => {
  let polls = 0;
  const pauses: number[] = [];
  const chat = {
    async poll() {
      polls++;
      return [];
    },
  };
  const pause = async (ms: number) => {
    pauses.push(ms);
    await sleep(50);
  };
  const one = receiver(chat, { pause });
  one.start();
  await sleep(600);
  // The polls that read the backlog ask for no wait and are not slowed down.
  expect(polls).toBeLessThan(16);
  expect(pauses).toContain(250);
});
