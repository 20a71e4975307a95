import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { openBot } from '../../src/bot.ts';
import { openLog } from '../../src/log.ts';
import { openEmbeddedRedis } from '../../src/store/embedded.ts';
import { say, type TestOffice } from '../support/office.ts';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';
import { startTelegram } from '../support/telegram.ts';

const at = '2026-03-02 08:00';
const plan = planOf({
  duties: [
    '{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-03, remind: [0s] }',
    '{ id: talks, kind: talk, title: 谈心谈话, who: [sun], with: [zhou], schedule: 2026-03-03, remind: [0s] }',
  ],
});

story(
  'a number of a person: recorded without the words, warned of, and deleted at a tap',
  { plan, at },
  async (office) => {
    const sun = office.person('sun');
    await office.until('2026-03-03 10:00');
    office.skip();
    const said = sun.says('整改报告推进中，联系人电话13812345678');
    await office.settle();
    office.hears('03-03 10:00 sun 进展已记下 … 电话号码 … 没有存原话');
    expect(await everythingIn(office.redis.client)).not.toContain('13812345678');
    expect(await everythingIn(office.redis.client)).toContain('联系人电话＊');
    await sun.taps('删除这条消息').answered();
    await office.settle();
    office.hears('03-03 10:00 sun 已删除您的消息和留存的文字');
    expect(sun.messages().find((m) => m.id === said.id)?.deleted ?? true).toBe(true);
    expect(await everythingIn(office.redis.client)).not.toContain('联系人电话');
  },
);

story('a reason given in their own words keeps no number, and of a talk no word', { plan, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  await sayAll(office, '整改报告报了', '和周洁谈了');
  await office.until('2026-03-05 10:00');
  await sayAll(office, '更正，整改报告是3月2日报的', '底稿在王师傅那里，电话13812345678');
  await sayAll(office, '撤回和周洁的谈话', '她不想在救助股干了，想调走');
  const kept = await everythingIn(office.redis.client);
  expect(kept).toContain('电话＊');
  expect(kept).not.toContain('13812345678');
  expect(kept).not.toContain('想调走');
  const talks = (await office.bot().store.ledger.dueBetween('minzheng', 0, Number.MAX_SAFE_INTEGER)).filter(
    (f) => f.kind === 'talk',
  );
  expect(talks.every((f) => !f.settled)).toBe(true);
});

async function sayAll(office: TestOffice, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    office.person('sun').says(text);
    await office.settle();
  }
}

test('what was confided in a talk is in no key, no file and no log', { timeout: 120_000 }, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'duban-private-'));
  const redis = await openEmbeddedRedis({ dir, env: process.env, log: { info() {}, warn() {}, error() {} } });
  const telegram = await startTelegram({ now: Date.now });
  const sun = telegram.person(1005, '孙伟');
  telegram.person(1006, '周洁');
  let logged = '';
  const log = openLog({
    level: 'debug',
    pretty: false,
    write: (line) => {
      logged += line;
    },
  });
  const clock = { now: Date.now, machine: Date.now };
  const bot = await openBot({
    redisUrl: redis.url,
    evidenceDir: join(dir, 'evidence'),
    world: 'sandbox',
    token: telegram.token,
    apiRoot: telegram.apiRoot,
    clock,
    log,
    say,
    unlimited: true,
    version: 'test',
  });
  const raw = new Redis(redis.url);
  try {
    const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const duty = `{ id: talks, kind: talk, title: 谈心谈话, who: [sun], with: [zhou], schedule: ${day}, remind: [-12h], daysOff: true }`;
    const problems = await bot.adopt([{ path: 'plan.yaml', text: planOf({ duties: [duty] }) }]);
    expect(problems).toEqual([]);
    await bot.start();
    while (!bot.world.caughtUp()) await sleep(20);
    const secret = '他说家里老人病重想调回老家';
    const heard = sun.says(`和周洁谈了，${secret}`);
    while (telegram.pending() > 0) await sleep(10);
    await bot.settle();
    await sun.sees(/./);
    sun.edits(heard, `和周洁谈了40分钟，${secret}，情绪低落`);
    while (telegram.pending() > 0) await sleep(10);
    await bot.settle();
    sun.says(`周洁还没谈完，${secret}`);
    while (telegram.pending() > 0) await sleep(10);
    await bot.settle();
    const held = await everythingIn(raw);
    expect(held).not.toContain(secret);
    expect(held).toContain('谈心谈话');
    expect(logged).not.toContain(secret);
    const holding = () => filesUnder(dir).filter((path) => readFileSync(path).includes(secret));
    // The update was on the disk before it was confirmed; it leaves with the next rewrite.
    expect(holding()).not.toEqual([]);
    await bot.store.rewriteLog(0);
    await bot.store.rewriteLog(0);
    await settledLog(raw);
    expect(holding()).toEqual([]);
  } finally {
    raw.disconnect();
    await bot.close();
    await telegram.close();
    await redis.close();
    await rm(dir, { recursive: true, force: true });
  }
});

async function settledLog(redis: Redis): Promise<void> {
  for (;;) {
    const info = await redis.info('persistence');
    if (/aof_rewrite_in_progress:0/.test(info) && /aof_rewrite_scheduled:0/.test(info)) return;
    await sleep(50);
  }
}

function filesUnder(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name));
}

/** Every key with all it holds, as one text. */
async function everythingIn(redis: Redis): Promise<string> {
  const keys = await redis.keys('*');
  const held = await Promise.all(keys.map((key) => contentOf(redis, key)));
  return keys.map((key, i) => `${key} ${held[i]}`).join('\n');
}

async function contentOf(redis: Redis, key: string): Promise<string> {
  const type = await redis.type(key);
  if (type === 'string') return (await redis.get(key)) ?? '';
  if (type === 'hash') return JSON.stringify(await redis.hgetall(key));
  if (type === 'list') return JSON.stringify(await redis.lrange(key, 0, -1));
  if (type === 'set') return JSON.stringify(await redis.smembers(key));
  if (type === 'zset') return JSON.stringify(await redis.zrange(key, '0', '-1'));
  if (type === 'stream') return JSON.stringify(await redis.xrange(key, '-', '+'));
  return '';
}
