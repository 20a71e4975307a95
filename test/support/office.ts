import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Bot, openBot } from '../../src/bot.ts';
import { type Instant, localOf, MINUTE, readInstant } from '../../src/core/calendar.ts';
import { officialTable } from '../../src/core/holidays.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { type PlanText, readPlans } from '../../src/core/plan/read.ts';
import type { ShownMessage } from '../../src/sandbox/transcript.ts';
import { openSpeech } from '../../src/speech.ts';
import { freshRedis, type TestRedis } from './redis.ts';
import { type Group, type Person, startTelegram, type Telegram } from './telegram.ts';

const zone = 'Asia/Shanghai';
export const say = openSpeech();

/** A whole bot for a story: real Redis, real HTTP, a Telegram one can look into, and a clock one can move. */
export interface TestOffice {
  readonly telegram: Telegram;
  readonly redis: TestRedis;
  /** Where its evidence lies. */
  readonly evidenceDir: string;
  bot(): Bot;
  now(): Instant;
  /** A person of the plan at their phone, linked or not. */
  person(id: string): Person;
  group(id: string): Group;
  /** Everything up to that wall-clock time (`2026-03-02 09:00`), each at its own time; then everything said is heard. */
  until(wall: string): Promise<void>;
  /** Handles all that lies waiting, without moving the clock. */
  settle(): Promise<void>;
  /**
   * What the bot has said to anybody since the last call, exactly: `03-02 09:00 sun 请办1项 … 月报`, a line per message
   * in order of time and of the people in the plan, with parts of its text in their order.
   */
  hears(...lines: readonly string[]): void;
  /** Forgets what was said so far. */
  skip(): void;
  adopt(plan: string | readonly PlanText[]): Promise<readonly unknown[]>;
  /** Stops without a goodbye; `wake` starts again, at the office's time by then. */
  stop(): Promise<void>;
  sleepUntil(wall: string): void;
  wake(): Promise<void>;
  /** A second process on the same Redis. */
  second(): Promise<Bot>;
  /** Errors that were logged; a story fails if any is left. */
  readonly errors: string[];
  /** What was logged as a warning. */
  readonly warnings: string[];
  /** A tap as nobody's chat would send it: any data, from any message. Answers when it is handled. */
  forges(person: string, message: number, data: string): Promise<void>;
  close(): Promise<void>;
}

export interface TestOfficeOptions {
  readonly plan: string | readonly PlanText[];
  /** Office wall-clock time at the start, in Shanghai. */
  readonly at: string;
  readonly path?: string;
  /** Ids of people who are not seated at all. */
  readonly absent?: readonly string[];
  /** With the limits of the platform; stories have none, or moving whole weeks on would take long. */
  readonly limited?: boolean;
}

export async function startOffice(options: TestOfficeOptions): Promise<TestOffice> {
  const { at, path = 'plan.yaml' } = options;
  const textsOf = (plan: string | readonly PlanText[]) => (typeof plan === 'string' ? [{ path, text: plan }] : plan);
  const redis = await freshRedis();
  const evidenceDir = await mkdtemp(join(tmpdir(), 'duban-evidence-'));
  // Office time may lie in the past of the machine: only its distance is moved.
  let skew = instant(at) - Date.now();
  const office = { now: () => Date.now() + skew, machine: Date.now };
  const moveTo = (to: Instant) => {
    skew = Math.max(skew, to - Date.now());
  };
  const telegram = await startTelegram({ now: office.now });
  const read = readPlans(textsOf(options.plan), { officialTable: officialTable(), now: office.now() });
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1));
  const listeners = seat(read.plans, telegram);
  const errors: string[] = [];
  const warnings: string[] = [];
  let forged = 900_000_000;
  const log = {
    debug() {},
    info() {},
    warn: (_: object, message: string) => void warnings.push(message),
    error: (fields: object, message: string) => void errors.push(`${message} ${errorIn(fields)}`),
  };
  let heard = new Set<string>();
  let bot = await open();
  const problems = await bot.adopt(textsOf(options.plan));
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 1));
  await bot.start();
  await caughtUp();

  async function open(): Promise<Bot> {
    const where = {
      evidenceDir,
      redisUrl: redis.url,
      world: 'sandbox' as const,
      token: telegram.token,
      apiRoot: telegram.apiRoot,
    };
    return openBot({ ...where, clock: office, log, say, unlimited: !options.limited, version: 'test' });
  }

  async function caughtUp(): Promise<void> {
    while (!bot.world.caughtUp()) await new Promise((resolve) => setTimeout(resolve, 20));
    await bot.settle();
  }

  function listener(id: string): Person | Group {
    const found = listeners.get(id);
    if (!found) throw new Error(`nobody in the plan is called ${id}`);
    return found;
  }

  function said(): { who: string; message: ShownMessage }[] {
    const all = [...listeners].flatMap(([who, one]) => one.messages().map((message) => ({ who, message })));
    const fresh = all.filter(({ who, message }) => message.from.bot && !heard.has(`${who} ${message.id}`));
    heard = new Set([...heard, ...fresh.map(({ who, message }) => `${who} ${message.id}`)]);
    const order = [...listeners.keys()];
    const minute = ({ message }: { message: ShownMessage }) => Math.floor(message.at / MINUTE);
    return fresh.sort(
      (a, b) => minute(a) - minute(b) || order.indexOf(a.who) - order.indexOf(b.who) || a.message.id - b.message.id,
    );
  }

  return {
    telegram,
    redis,
    evidenceDir,
    errors,
    warnings,
    async forges(person, message, data) {
      const { inbox } = bot.store;
      const { id } = listener(person);
      const user = { id, is_bot: false, first_name: person };
      const from = { message_id: message, date: Math.floor(office.now() / 1000), chat: { id, type: 'private' } };
      const query = { id: String(forged), from: user, message: from, chat_instance: '1', data };
      const raw = { update_id: ++forged, callback_query: query };
      await inbox.receive([{ id: forged, lane: String(id), received: office.now(), raw }], await inbox.offset());
      await bot.settle();
    },
    bot: () => bot,
    now: office.now,
    person: (id) => listener(id) as Person,
    group: (id) => listener(id) as Group,
    until: async (wall) => bot.advance(instant(wall), moveTo),
    async settle() {
      while (telegram.pending() > 0) await new Promise((resolve) => setTimeout(resolve, 10));
      await bot.settle();
    },
    hears: (...lines) => compare(said(), lines),
    skip: () => void said(),
    adopt: (plan) => bot.adopt(textsOf(plan)),
    stop: () => bot.close(),
    sleepUntil: (wall) => moveTo(instant(wall)),
    async wake() {
      bot = await open();
      await bot.start();
      await caughtUp();
    },
    second: open,
    async close() {
      await bot.close();
      await telegram.close();
      await redis.close();
      await rm(evidenceDir, { recursive: true, force: true });
    },
  };
}

function seat(plans: readonly Plan[], telegram: Telegram): Map<string, Person | Group> {
  const listeners = new Map<string, Person | Group>();
  for (const { people, groups } of plans) {
    for (const { id, telegram: chat, name } of people)
      if (chat !== undefined) listeners.set(id, telegram.person(chat, name));
    for (const { id, telegram: chat, name } of groups)
      if (chat !== undefined) listeners.set(id, telegram.group(chat, name));
  }
  return listeners;
}

/** Each message in the words of its expectation where it fits, else in its own, so that a failure shows what was said. */
function compare(said: readonly { who: string; message: ShownMessage }[], lines: readonly string[]): void {
  const shown = said.map(({ who, message }, i) => {
    const when = whenSaid(message.at);
    const [, day, time, person, parts] = /^(\S+) (\S+) (\S+) ?(.*)$/.exec(lines[i] ?? '') ?? [];
    const fits = `${day} ${time}` === when && person === who && inOrder(message.text, (parts ?? '').split(' … '));
    return fits ? lines[i] : `${when} ${who} ${message.text.replaceAll('\n', ' / ')}`;
  });
  expect(shown).toEqual(lines);
}

function inOrder(text: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

function whenSaid(at: Instant): string {
  const { date, time } = localOf(at, zone);
  return `${date.slice(5)} ${time}`;
}

function errorIn(fields: object): string {
  return 'error' in fields && fields.error instanceof Error ? String(fields.error.stack) : JSON.stringify(fields);
}

export function instant(wall: string): Instant {
  const at = readInstant(wall, zone);
  if (at === undefined) throw new Error(`no such time: ${wall}`);
  return at;
}

export const aMinute = MINUTE;
