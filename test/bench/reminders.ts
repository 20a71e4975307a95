import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from 'grammy';
import {
  type Figures,
  planFiles,
  processorTime,
  ratios,
  startBenchRedis,
  startBenchTelegram,
  startBot,
  token,
  untilSent,
} from './office.ts';

export interface ReminderFigures {
  readonly people: number;
  readonly measures: number;
  /** Messages a second of a loop that does nothing but send, with as many requests under way. */
  readonly bare: number;
  /** Messages a second from the instant they are due until the last has gone out. */
  readonly ours: number;
  readonly ratio: number;
  /** The same by the processor time of this process alone, which a busy machine changes little. */
  readonly processorRatio: number;
}

/** As many requests under way as the bot's delivery has. */
const AT_ONCE = 8;

/** Everybody owes something in the same second: how fast are they told, against a bare send loop in the same run? */
export async function measureReminders(people: number, measures: number): Promise<ReminderFigures> {
  const telegram = await startBenchTelegram();
  const { done: bare, each: bareTime } = await processorTime(people, () =>
    bareLoop(telegram.apiRoot, people, telegram),
  );
  await telegram.ask('reset');
  const redis = await startBenchRedis();
  const bot = await startBot(redis, telegram);
  const at = Date.now() + 10_000 + people * 5 + measures * 3;
  const second = Math.ceil(at / 1000) * 1000;
  const problems = await bot.adopt(planFiles(people, measures, second));
  if (problems.length > 0) throw new Error(JSON.stringify(problems.slice(0, 3)));
  await bot.start();
  if (Date.now() > second - 1000) throw new Error('the plan was not ready in time');
  await sleep(second - Date.now() - 100);
  const {
    done: { last },
    each,
  } = await processorTime(people, () => untilSent(telegram, people));
  await bot.close();
  await redis.close();
  telegram.close();
  const ours = people / ((last - second) / 1000);
  return { people, measures, bare: Math.round(bare), ours: Math.round(ours), ...ratios(ours / bare, bareTime / each) };
}

async function bareLoop(
  apiRoot: string,
  messages: number,
  telegram: { ask<T>(method: string): Promise<T> },
): Promise<number> {
  const api = new Api(token, { apiRoot });
  let next = 0;
  const began = Date.now();
  const send = async () => {
    while (next < messages) await api.sendMessage(1000 + next++, 'Person, one thing to do:\nDuty\ntoday');
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  const { last } = await telegram.ask<Figures>('figures');
  return messages / ((last - began) / 1000);
}
