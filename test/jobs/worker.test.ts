import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bellringer, openWorker, type WorkerOptions } from '../../jobs/worker.ts';
import type { WakeKey } from '../../src/app/ports.ts';
import { freshRedis, type TestRedis } from '../support/redis.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const org = 'minzheng';

let redis: TestRedis;
let open: Bellringer[];
let office: number;
/** The truth that a store would hold, and what was run. */
let wakes: Map<string, number>;
let ran: { readonly wake: string; readonly at: number }[];

beforeEach(async () => {
  redis = await freshRedis();
  open = [];
  office = 0;
  wakes = new Map();
  ran = [];
});
afterEach(async () => {
  await Promise.all(open.map((worker) => worker.close(1000)));
  await redis.close();
});

const now = (): number => Date.now() + office;

function worker(over: Partial<WorkerOptions> = {}): Bellringer {
  const opened = openWorker({
    url: redis.url,
    clock: { now },
    log: silent,
    wakes: async (_, wake) => run(wake),
    deliver: async () => {},
    inbox: async () => {},
    ticks: [],
    ...over,
  });
  open.push(opened);
  return opened;
}

/** A measure that is looked at once and then has nothing more to say. */
function run(wake: string): number | null {
  ran.push({ wake, at: now() });
  const at = wakes.get(wake);
  if (at !== undefined && at <= now()) wakes.delete(wake);
  return wakes.get(wake) ?? null;
}

async function plan(bells: Bellringer, wake: WakeKey, at: number): Promise<void> {
  wakes.set(wake, at);
  await bells.timer.set(org, wake, at);
}

async function until(met: () => boolean | Promise<boolean>, within = 8000): Promise<void> {
  const end = Date.now() + within;
  while (!(await met())) {
    if (Date.now() > end) throw new Error(`not within ${within} ms`);
    await sleep(10);
  }
}

const times = (wake: string): number => ran.filter((one) => one.wake === wake).length;

describe('a wake', () => {
  test('rings at its office instant, not before', async () => {
    office = 86_400_000;
    const bells = worker();
    bells.start();
    const at = now() + 300;
    await plan(bells, 'measure/m1', at);
    await until(() => times('measure/m1') === 1);
    expect(ran[0]!.at).toBeGreaterThanOrEqual(at);
    expect(ran[0]!.at).toBeLessThan(at + 500);
  });

  test.each(['measure/m1', 'group/m1', 'person/m1', 'org/m1'] as const)('%s is a bell of its own', async (wake) => {
    const bells = worker();
    bells.start();
    await plan(bells, wake, now());
    await until(() => ran.length === 1);
    expect(ran[0]!.wake).toBe(wake);
  });

  test('re-arms itself as long as there is a next one, under the same job', async () => {
    const bells = worker({
      wakes: async (_, wake) => {
        ran.push({ wake, at: now() });
        return ran.length < 4 ? now() + 50 : null;
      },
    });
    bells.start();
    await plan(bells, 'measure/m1', now());
    await until(() => ran.length === 4);
    await until(async () => (await redis.client.keys('{jobs}:wakes:minzheng.m1')).length === 0);
  });

  test('can be planned again after its job has ended', async () => {
    const bells = worker();
    bells.start();
    await plan(bells, 'measure/m1', now());
    await until(() => times('measure/m1') === 1);
    await plan(bells, 'measure/m1', now());
    await until(() => times('measure/m1') === 2);
  });

  test.each([
    { moved: 'forward', first: 60_000, second: 100 },
    { moved: 'back', first: 300, second: 700 },
  ])('moved $moved rings at its new time only', async ({ first, second }) => {
    const bells = worker();
    bells.start();
    const start = now();
    await plan(bells, 'measure/m1', start + first);
    await plan(bells, 'measure/m1', start + second);
    await until(() => ran.length === 1);
    expect(ran[0]!.at).toBeGreaterThanOrEqual(start + second);
  });

  test('in the past rings at once', async () => {
    const bells = worker();
    bells.start();
    await plan(bells, 'measure/m1', now() - 86_400_000);
    await until(() => ran.length === 1, 2000);
  });

  test('set by many at once rings at once and once more, and the first is not put off by the last', async () => {
    const bells = worker();
    bells.start();
    wakes.set('measure/m1', now());
    await Promise.all(Array.from({ length: 100 }, () => bells.timer.set(org, 'measure/m1', now())));
    const later = now() + 60_000;
    await Promise.all([now(), now(), later].map((at) => bells.timer.set(org, 'measure/m2', at)));
    await until(() => times('measure/m1') > 0 && times('measure/m2') > 0, 3000);
    await sleep(300);
    expect(times('measure/m1')).toBeLessThan(4);
  });

  test('whose run throws is tried again and stops no other', async () => {
    const bells = worker({
      wakes: async (_, wake) => {
        if (wake === 'measure/bad') throw new Error('a bug');
        return run(wake);
      },
    });
    bells.start();
    await plan(bells, 'measure/bad', now());
    await plan(bells, 'measure/m1', now());
    await until(() => times('measure/m1') === 1);
    await until(async () => (await redis.client.zscore('{jobs}:wakes:delayed', 'minzheng.bad')) !== null);
  });
});

describe('a wake that is set while it runs', () => {
  test.each(['earlier', 'later', 'gone'] as const)(
    'rings at the set time though its run answers %s',
    async (answer) => {
      const second = now() + 700;
      const bells = worker({
        wakes: async (_, wake) => {
          ran.push({ wake, at: now() });
          if (ran.length > 1) return null;
          // A change from outside while the run has already read its old state.
          await bells.timer.set(org, wake as WakeKey, second);
          return { earlier: now() + 100, later: now() + 60_000, gone: null }[answer];
        },
      });
      bells.start();
      await plan(bells, 'measure/m1', now());
      await until(() => ran.length === 2);
      if (answer !== 'earlier') expect(ran[1]!.at).toBeGreaterThanOrEqual(second);
    },
  );

  test.each(['later', 'gone'] as const)('by another process: the same, though the run answers %s', async (answer) => {
    let began = false;
    const other = worker();
    const bells = worker({
      wakes: async (_, wake) => {
        ran.push({ wake, at: now() });
        if (ran.length > 1) return null;
        began = true;
        await sleep(300);
        return answer === 'later' ? now() + 60_000 : null;
      },
    });
    bells.start();
    await plan(bells, 'measure/m1', now());
    await until(() => began);
    await other.timer.set(org, 'measure/m1', now() + 100);
    await until(() => ran.length === 2, 4000);
  });
});

describe('two workers', () => {
  test('run a wake once each time it is due', async () => {
    const [one, two] = [worker(), worker()];
    one.start();
    two.start();
    // Late enough for a busy machine to have set them all before the first rings.
    const at = now() + 2000;
    await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        wakes.set(`measure/m${n}`, at);
        for (const bells of [one, two, one]) await bells.timer.set(org, `measure/m${n}`, at);
      }),
    );
    await until(() => ran.length >= 40);
    await sleep(500);
    expect(ran.map(({ wake }) => wake).sort()).toEqual(Array.from({ length: 40 }, (_, n) => `measure/m${n}`).sort());
  });
});

describe('after every key of the queue was deleted', () => {
  test('the loss is noticed, and re-arming brings every bell back once', async () => {
    const bells = worker();
    bells.start();
    expect(await bells.needsRearm()).toBe(true);
    const all = Array.from({ length: 30 }, (_, n) => ({ org, wake: `measure/m${n}` as WakeKey, at: now() + 1500 }));
    for (const { wake, at } of all) wakes.set(wake, at);
    await bells.rearm(all);
    expect(await bells.needsRearm()).toBe(false);

    await redis.client.del(await redis.client.keys('{jobs}*'));
    expect(await bells.needsRearm()).toBe(true);
    await bells.rearm(all);
    await bells.rearm(all);
    await until(() => ran.length >= 30);
    await sleep(300);
    expect(ran).toHaveLength(30);
  });
});

describe('a bell', () => {
  test('rung many times rings at least once after the last ring, and seldom', async () => {
    let heard = 0;
    let last = 0;
    const bells = worker({
      deliver: async () => {
        heard++;
        last = Date.now();
        await sleep(50);
      },
    });
    bells.start();
    await Promise.all(Array.from({ length: 200 }, () => bells.timer.ring('deliver')));
    const rung = Date.now();
    await bells.timer.ring('deliver');
    await until(() => last >= rung);
    expect(heard).toBeLessThan(6);
  });

  test('never runs twice at the same time, in two workers neither', async () => {
    let at = 0;
    let most = 0;
    let heard = 0;
    const deliver = async (): Promise<void> => {
      most = Math.max(most, ++at);
      await sleep(20);
      at--;
      heard++;
    };
    const both = [worker({ deliver }), worker({ deliver })];
    for (const bells of both) bells.start();
    for (let n = 0; n < 20; n++) {
      await both[n % 2]!.timer.ring('deliver');
      await sleep(5);
    }
    await until(() => heard > 1 && at === 0);
    expect(most).toBe(1);
  });

  test('whose run fails can be rung again', async () => {
    let heard = 0;
    const bells = worker({
      inbox: async () => {
        heard++;
        throw new Error('a bug');
      },
    });
    bells.start();
    await bells.timer.ring('inbox');
    await until(() => heard === 1);
    await sleep(50);
    await bells.timer.ring('inbox');
    await until(() => heard === 2);
  });
});

describe('a tick', () => {
  test('runs on though it fails, never beside itself, until the close', async () => {
    let heard = 0;
    const bells = worker({
      ticks: [
        {
          id: 'beat',
          everyMs: 20,
          run: async () => {
            heard++;
            throw new Error('a bug');
          },
        },
      ],
    });
    bells.start();
    await until(() => heard > 3);
    await bells.close(1000);
    const then = heard;
    await sleep(100);
    expect(heard).toBe(then);
  });
});

describe('while Redis is away', () => {
  test('setting and ringing neither fail nor wait, closing neither; once it is back, the bells ring', async () => {
    const door = await openDoor(redis.url);
    const bells = worker({ url: door.url });
    bells.start();
    await plan(bells, 'measure/m1', now());
    await until(() => times('measure/m1') === 1);

    door.shut();
    await sleep(100);
    const begun = Date.now();
    await bells.timer.set(org, 'measure/m2', now());
    await bells.timer.ring('deliver');
    expect(Date.now() - begun).toBeLessThan(1000);

    door.open();
    await until(async () => {
      await plan(bells, 'measure/m2', now());
      return times('measure/m2') > 0;
    }, 15_000);

    door.shut();
    const closed = Date.now();
    await bells.close(2000);
    expect(Date.now() - closed).toBeLessThan(3000);
    door.close();
  }, 30_000);
});

describe('closing', () => {
  test('waits for the run under way', async () => {
    let ended = false;
    const bells = worker({
      wakes: async () => {
        ran.push({ wake: '', at: now() });
        await sleep(300);
        ended = true;
        return null;
      },
    });
    bells.start();
    await plan(bells, 'measure/m1', now());
    await until(() => ran.length === 1);
    await bells.close(5000);
    expect(ended).toBe(true);
  });

  test('waits no longer than it was told, and another worker takes the wake up', async () => {
    const lockMs = 2000;
    const stuck = worker({
      lockMs,
      wakes: async () => {
        ran.push({ wake: 'stuck', at: now() });
        return new Promise<never>(() => {});
      },
    });
    stuck.start();
    await plan(stuck, 'measure/m1', now());
    await until(() => ran.length === 1);
    const begun = Date.now();
    await stuck.close(300);
    expect(Date.now() - begun).toBeLessThan(1500);
    worker({ lockMs }).start();
    await until(() => times('measure/m1') === 1, 15_000);
  });
});

/** A way to Redis that can be shut, as a cable can be pulled. */
async function openDoor(url: string) {
  const { hostname, port, pathname } = new URL(url);
  const through = new Set<Socket>();
  let isOpen = true;
  const server = createServer((inner) => {
    if (!isOpen) return void inner.destroy();
    const outer = connect(Number(port), hostname);
    for (const [socket, other] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      through.add(socket);
      socket.on('error', () => {}).once('close', () => other.destroy());
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const shut = (): void => {
    isOpen = false;
    for (const socket of through) socket.destroy();
    through.clear();
  };
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    shut,
    open: () => {
      isOpen = true;
    },
    close: () => {
      shut();
      server.close();
    },
  };
}
