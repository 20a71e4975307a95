import { type Bot, openBot } from '../../src/bot.ts';
import { type Instant, MINUTE, readInstant } from '../../src/core/calendar.ts';
import { officialTable } from '../../src/core/holidays.ts';
import { readPlans } from '../../src/core/plan/read.ts';
import { openSpeech } from '../../src/speech.ts';
import { freshRedis, type TestRedis } from './redis.ts';
import { startTelegram, type Telegram } from './telegram.ts';

const zone = 'Asia/Shanghai';
const quiet = {
  debug() {},
  info() {},
  warn() {},
  error: (fields: object, message: string) => console.error(message, fields),
};
export const say = openSpeech();

/** A whole bot for a story: real Redis, real HTTP, a Telegram one can look into, and a clock one can move. */
export interface TestOffice {
  readonly telegram: Telegram;
  readonly redis: TestRedis;
  bot(): Bot;
  now(): Instant;
  /** Everything up to that wall-clock time (`2026-03-02 09:00`), each at its own time; then everything said is heard. */
  until(wall: string): Promise<void>;
  /** Handles all that lies waiting, without moving the clock. */
  settle(): Promise<void>;
  adopt(plan: string): Promise<readonly unknown[]>;
  /** Stops without a goodbye; `wake` starts again, at the office's time by then. */
  stop(): Promise<void>;
  sleepUntil(wall: string): void;
  wake(): Promise<void>;
  close(): Promise<void>;
}

export interface TestOfficeOptions {
  readonly plan: string;
  /** Office wall-clock time at the start, in Shanghai. */
  readonly at: string;
  readonly path?: string;
}

export async function startOffice({ plan, at, path = 'plan.yaml' }: TestOfficeOptions): Promise<TestOffice> {
  const redis = await freshRedis();
  // Office time may lie in the past of the machine: only its distance is moved.
  let skew = instant(at) - Date.now();
  const office = { now: () => Date.now() + skew, machine: Date.now };
  const moveTo = (to: Instant) => {
    skew = Math.max(skew, to - Date.now());
  };
  const telegram = await startTelegram({ now: office.now });
  const read = readPlans([{ path, text: plan }], { officialTable: officialTable(), now: office.now() });
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1));
  for (const { people, groups } of read.plans) {
    for (const { telegram: id, name } of people) if (id !== undefined) telegram.person(id, name);
    for (const { telegram: id, name } of groups) if (id !== undefined) telegram.group(id, name);
  }
  let bot = await open();
  const problems = await bot.adopt([{ path, text: plan }]);
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 1));
  await bot.start();
  await caughtUp();

  async function open(): Promise<Bot> {
    const where = { redisUrl: redis.url, world: 'sandbox' as const, token: telegram.token, apiRoot: telegram.apiRoot };
    return openBot({ ...where, clock: office, log: quiet, say, unlimited: true, version: 'test' });
  }

  async function caughtUp(): Promise<void> {
    while (!bot.world.caughtUp()) await new Promise((resolve) => setTimeout(resolve, 20));
    await bot.settle();
  }

  return {
    telegram,
    redis,
    bot: () => bot,
    now: office.now,
    until: async (wall) => bot.advance(instant(wall), moveTo),
    async settle() {
      while (telegram.pending() > 0) await new Promise((resolve) => setTimeout(resolve, 10));
      await bot.settle();
    },
    adopt: (text) => bot.adopt([{ path, text }]),
    stop: () => bot.close(),
    sleepUntil: (wall) => moveTo(instant(wall)),
    async wake() {
      bot = await open();
      await bot.start();
      await caughtUp();
    },
    async close() {
      await bot.close();
      await telegram.close();
      await redis.close();
    },
  };
}

export function instant(wall: string): Instant {
  const at = readInstant(wall, zone);
  if (at === undefined) throw new Error(`no such time: ${wall}`);
  return at;
}

export const aMinute = MINUTE;
