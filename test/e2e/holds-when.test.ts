import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { isoOf } from '../../src/core/calendar.ts';
import { partyGroup, planOf } from '../support/plans.ts';
import { startTelegram, type Telegram } from '../support/telegram.ts';

const folders: string[] = [];
const started: ChildProcess[] = [];
const telegrams: Telegram[] = [];

afterEach(async () => {
  for (const child of started.splice(0)) await stop(child, 'SIGTERM');
  for (const telegram of telegrams.splice(0)) await telegram.close();
  for (const folder of folders.splice(0)) {
    endRedisOf(folder);
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a plan becomes reminders, an answer, an alert and a digest; killed and started again, nobody hears anything twice', {
  timeout: 120_000,
}, async () => {
  const telegram = await startTelegram();
  telegrams.push(telegram);
  const [wang, sun, li] = [telegram.person(1002), telegram.person(1005), telegram.person(1004)];
  const party = telegram.group(-1001);
  const folder = mkdtempSync(join(tmpdir(), 'duban-holds-when-'));
  folders.push(folder);
  const due = Math.ceil(Date.now() / 1000) * 1000 + 20_000;
  writeFileSync(join(folder, 'plan.yaml'), planDueAt(due));
  const env = envOf(folder, telegram);

  const first = npmStart(env);
  await saysReady(first);
  await wang.hears('整改月报', { within: 60_000 });
  await sun.hears('整改月报', { within: 5_000 });
  wang.says('完成');
  await wang.hears('已登记', { within: 5_000 });

  // npm itself is killed, as by a closed terminal: the bot notices, stops, and a new one goes on.
  first.kill('SIGKILL');
  await ended(first);
  const second = npmStart(env);
  await saysReady(second);

  const alert = await li.hears('逾期1项', { within: 40_000 });
  expect(alert.text).toContain('孙伟');
  expect(alert.text).not.toContain('王志强同志　');
  const digest = await party.hears('整改工作周报', { within: 40_000 });
  expect(digest.text).toContain('应办2项');
  expect(digest.text).toContain('按时1');
  await sleep(2000);

  expect(wang.messages().filter((m) => m.from.bot && m.text.includes('请办1项'))).toHaveLength(1);
  expect(sun.messages().filter((m) => m.from.bot && m.text.includes('请办1项'))).toHaveLength(1);
  expect(li.messages().filter((m) => m.from.bot && m.text.includes('逾期1项'))).toHaveLength(1);
  expect(party.messages().filter((m) => m.from.bot)).toHaveLength(1);
  expect(wang.unheard()).toEqual([]);
});

function planDueAt(due: number): string {
  const at = (ms: number) => isoOf(ms, 'Asia/Shanghai');
  return planOf({
    organization: 'quietHours: none, calendar: none',
    duties: [
      `{ id: report, kind: report, title: 整改月报, who: [wang, sun], schedule: "${at(due)}", remind: [0s], grace: 8s }`,
    ],
    groups: [partyGroup(at(due + 14_000))],
  });
}

function envOf(folder: string, telegram: Telegram): NodeJS.ProcessEnv {
  return {
    ...process.env,
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    PLAN_FILE: join(folder, 'plan.yaml'),
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'warn',
    PORT: undefined,
    REDIS_URL: undefined,
  };
}

function npmStart(env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'pipe'], cwd: process.cwd() });
  started.push(child);
  return child;
}

/** Its last line on standard output, whatever the language of the shell. */
async function saysReady(child: ChildProcess): Promise<void> {
  let out = '';
  await new Promise<void>((resolve, reject) => {
    const look = (chunk: Buffer) => {
      out += chunk;
      if (/Ctrl-C/.test(out)) resolve();
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', (chunk: Buffer) => {
      out += chunk;
    });
    child.once('exit', (code) => reject(new Error(`npm start ended (${code}): ${out}`)));
    setTimeout(() => reject(new Error(`npm start is not ready: ${out}`)), 60_000).unref();
  });
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  await ended(child);
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** The embedded Redis outlives a bot that was killed: it is ours to end, by the id in its own file. */
function endRedisOf(folder: string): void {
  try {
    const { server } = JSON.parse(readFileSync(join(folder, 'data', 'redis.json'), 'utf8')) as {
      server: { pid: number };
    };
    process.kill(server.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
