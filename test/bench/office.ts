import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bot, openBot } from '../../src/bot.ts';
import { machineClock } from '../../src/clock.ts';
import { isoOf } from '../../src/core/calendar.ts';
import { openSpeech } from '../../src/speech.ts';
import { openEmbeddedRedis } from '../../src/store/embedded.ts';

export const token = '42:bench-token-of-nobody-at-all-000';
const quiet = {
  debug() {},
  info() {},
  warn() {},
  error: (fields: object, message: string) => console.error(message, fields),
};

export interface BenchTelegram {
  readonly apiRoot: string;
  ask<T>(method: string, body?: object): Promise<T>;
  close(): void;
}

export interface Figures {
  readonly sent: number;
  readonly first: number;
  readonly last: number;
}

export async function startBenchTelegram(): Promise<BenchTelegram> {
  const child = fork(new URL('telegram-process.mjs', import.meta.url), { execArgv: [] });
  const port = await new Promise<number>((resolve) =>
    child.once('message', (m) => resolve((m as { port: number }).port)),
  );
  const apiRoot = `http://127.0.0.1:${port}`;
  return {
    apiRoot,
    async ask<T>(method: string, body: object = {}) {
      const response = await fetch(`${apiRoot}/${method}`, { method: 'POST', body: JSON.stringify(body) });
      return ((await response.json()) as { result: T }).result;
    },
    close: () => child.disconnect(),
  };
}

/** Waits until so many messages have gone out, or nothing moved for a while: then the figures tell what is missing. */
export async function untilSent(telegram: BenchTelegram, wanted: number): Promise<Figures> {
  let before = -1;
  for (let still = 0; still < 600; still++) {
    const figures = await telegram.ask<Figures>('figures');
    if (figures.sent >= wanted) return figures;
    if (figures.sent !== before) still = 0;
    before = figures.sent;
    await sleep(100);
  }
  throw new Error(`only ${before} of ${wanted} messages went out`);
}

/** Runs `work`; microseconds of this process's processor time for each of `count`: other work on the machine counts less. */
export async function processorTime<T>(count: number, work: () => Promise<T>): Promise<{ done: T; each: number }> {
  const before = process.cpuUsage();
  const done = await work();
  const { user, system } = process.cpuUsage(before);
  return { done, each: (user + system) / count };
}

export function ratios(ratio: number, processorRatio: number) {
  return { ratio: Number(ratio.toFixed(2)), processorRatio: Number(processorRatio.toFixed(2)) };
}

export interface BenchRedis {
  readonly url: string;
  close(): Promise<void>;
}

/** A Redis as an office has it: durable, every write on disk before it is confirmed. */
export async function startBenchRedis(): Promise<BenchRedis> {
  const dir = mkdtempSync(join(tmpdir(), 'duban-bench-'));
  const redis = await openEmbeddedRedis({ dir, env: process.env, log: quiet });
  return {
    url: redis.url,
    async close() {
      await redis.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export function startBot(redis: BenchRedis, telegram: BenchTelegram): Promise<Bot> {
  const evidenceDir = join(tmpdir(), 'duban-bench-evidence');
  const where = { evidenceDir, redisUrl: redis.url, token, apiRoot: telegram.apiRoot, world: 'real' as const };
  return openBot({ ...where, clock: machineClock, log: quiet, say: openSpeech(), unlimited: true, version: 'bench' });
}

/** So many people of so many measures, each owing one thing at one instant. */
export function planFiles(people: number, measures: number, at: number) {
  const zone = 'Asia/Shanghai';
  const head = { organization: { id: 'bench', name: 'Bench', language: 'en', calendar: 'none' } };
  const persons = Array.from({ length: people }, (_, i) => ({
    id: `p${i}`,
    name: `Person ${i}`,
    telegram: 1000 + i,
    superior: i === 0 ? null : 'p0',
  }));
  const each = people / measures;
  const duty = (m: number) => ({
    id: `d${m}`,
    kind: 'other',
    title: `Duty ${m}`,
    who: Array.from({ length: each }, (_, i) => `p${m * each + i}`),
    schedule: isoOf(at, zone),
    remind: ['0s'],
    grace: '30d',
  });
  const all = Array.from({ length: measures }, (_, m) => ({ id: `m${m}`, title: `Measure ${m}`, duties: [duty(m)] }));
  // Ten thousand people fill most of the largest plan file: the measures come in rounds of a thousand.
  const parts = Array.from({ length: Math.ceil(all.length / 1000) }, (_, i) => all.slice(i * 1000, (i + 1) * 1000));
  return parts.map((part, i) => ({
    path: `plan-${i}.json`,
    text: JSON.stringify({
      ...head,
      ...(i === 0 ? { people: persons } : { people: persons.slice(0, 1) }),
      measures: part,
    }),
  }));
}
