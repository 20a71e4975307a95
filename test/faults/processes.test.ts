import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { DAY, isoOf } from '../../src/core/calendar.ts';
import { openEmbeddedRedis } from '../../src/store/embedded.ts';
import { planOf } from '../support/plans.ts';
import { freshRedis } from '../support/redis.ts';
import { startTelegram, type Telegram } from '../support/telegram.ts';

const long = process.env.DUBAN_TEST === 'all';

interface Stage {
  readonly telegram: Telegram;
  readonly folder: string;
  start(redisUrl?: string): Promise<ChildProcess>;
}

/** An office with the machine's clock whose bot is a process of its own, so that it can be killed. */
async function onStage(plan: string, play: (stage: Stage) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-processes-'));
  const [telegram, redis] = await Promise.all([startTelegram(), freshRedis()]);
  const children: ChildProcess[] = [];
  const path = join(folder, 'plan.yaml');
  writeFileSync(path, plan);
  for (const [id, name] of Object.entries({ 1001: '张建国', 1002: '王志强', 1004: '李秀', 1005: '孙伟', 1006: '周洁' }))
    telegram.person(Number(id), name);
  async function start(redisUrl = redis.url): Promise<ChildProcess> {
    const args = ['--import', 'tsx', 'test/support/bot-process.ts', redisUrl, telegram.token, telegram.apiRoot, path];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(child);
    let errors = '';
    child.stderr?.on('data', (chunk) => {
      errors += chunk;
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout?.once('data', () => resolve());
      child.once('exit', () => reject(new Error(errors)));
    });
    return child;
  }
  try {
    await play({ telegram, folder, start });
  } finally {
    for (const child of children) await kill(child);
    await telegram.close();
    await redis.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

const dueIn = (ms: number) => isoOf(Math.ceil((Date.now() + ms) / 1000) * 1000, 'Asia/Shanghai');
/** Due tomorrow; its reminder was due before the duty counted, so it is said as soon as the bot runs. */
const planFor = (who: string) =>
  planOf({
    organization: 'calendar: none',
    duties: [`{ id: report, kind: report, title: 整改报告, who: [${who}], schedule: "${dueIn(DAY)}", remind: [-2d] }`],
  });
const fromBot = (telegram: Telegram, id: number, words: string) =>
  telegram
    .person(id)
    .messages()
    .filter((m) => m.from.bot && m.text.includes(words));

test.concurrent('killed as soon as people have written: every word is answered once', { timeout: 90_000 }, () =>
  onStage(planFor('sun, zhou, wang'), async ({ telegram, start }) => {
    const people = [1005, 1006, 1002].map((id) => telegram.person(id));
    const first = await start();
    for (const one of people) await one.hears('整改报告', { within: 30_000 });
    for (const one of people) one.says('完成');
    // Anywhere between poll, inbox, append and answer; a chat in hand then waits for its lease, so the short form is late.
    await sleep(long ? Math.random() * 300 : 800);
    await kill(first);
    await start();
    for (const one of people) await one.sees('已登记', { within: 60_000 });
    await sleep(1500);
    for (const { id } of people) {
      expect(fromBot(telegram, id, '已登记').length).toBeLessThanOrEqual(2);
      expect(fromBot(telegram, id, '请办1项')).toHaveLength(1);
    }
  }),
);

test.concurrent(
  'killed while a message is on its way: it is said again once, 35 seconds later, and never more',
  { timeout: 120_000 },
  () =>
    onStage(planFor('sun'), async ({ telegram, start }) => {
      telegram.faults.add({ kind: 'hang-after', method: 'sendMessage', chat: 1005 });
      const sun = telegram.person(1005);
      const first = await start();
      await sun.hears('整改报告', { within: 30_000 });
      await kill(first);
      await start();
      if (!long) {
        await sleep(3000);
        return expect(fromBot(telegram, 1005, '整改报告')).toHaveLength(1);
      }
      await sun.hears('整改报告', { within: 60_000 });
      await sleep(40_000);
      expect(fromBot(telegram, 1005, '整改报告')).toHaveLength(2);
    }),
);

test.concurrent('Redis is killed under load and comes back: all are told, nobody twice', { timeout: 120_000 }, () =>
  onStage(planFor('sun, zhou, wang, li'), async ({ telegram, folder, start }) => {
    const log = { info() {}, warn() {}, error() {} };
    const dir = join(folder, 'data');
    const redis = await openEmbeddedRedis({ dir, env: process.env, log });
    try {
      await start(redis.url);
      const people = [1005, 1006, 1002, 1004].map((id) => telegram.person(id));
      process.kill(redisPid(dir), 'SIGKILL');
      for (const one of people) await one.sees('整改报告', { within: 60_000 });
      people[1]!.says('完成');
      await people[1]!.sees('已登记', { within: 30_000 });
      await sleep(1500);
      for (const { id } of people) expect(fromBot(telegram, id, '请办1项')).toHaveLength(1);
    } finally {
      await redis.close();
    }
  }),
);

function redisPid(dir: string): number {
  const { server } = JSON.parse(readFileSync(join(dir, 'redis.json'), 'utf8')) as { server: { pid: number } };
  return server.pid;
}
