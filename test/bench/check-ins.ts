import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import {
  planFiles,
  processorTime,
  ratios,
  startBenchRedis,
  startBenchTelegram,
  startBot,
  untilSent,
} from './office.ts';

export interface CheckInFigures {
  readonly people: number;
  /** Jobs a second of a bare queue: added, processed, nothing else. */
  readonly bare: number;
  /** Check-ins a second from the platform's answer to the last durable record and answer sent. */
  readonly ours: number;
  readonly ratio: number;
  /** The same by the processor time of this process alone. */
  readonly processorRatio: number;
}

/** Everybody reports at once: from HTTP to the durable ledger to the answer, against bare BullMQ in the same run. */
export async function measureCheckIns(people: number): Promise<CheckInFigures> {
  const telegram = await startBenchTelegram();
  const redis = await startBenchRedis();
  const { done: bare, each: bareTime } = await processorTime(people, () => bareQueue(redis.url, people));
  const bot = await startBot(redis, telegram);
  const due = Math.ceil((Date.now() + 6000 + people * 5) / 1000) * 1000;
  await bot.adopt(planFiles(people, Math.ceil(people / 100), due));
  await bot.start();
  await sleep(Math.max(0, due - Date.now()));
  await untilSent(telegram, people);
  await telegram.ask('reset');
  const began = Date.now();
  const {
    done: { last },
    each,
  } = await processorTime(people, async () => {
    await telegram.ask('says', { from: 1000, to: 1000 + people, text: 'done' });
    return untilSent(telegram, people);
  });
  await bot.close();
  await redis.close();
  telegram.close();
  const ours = people / ((last - began) / 1000);
  return { people, bare: Math.round(bare), ours: Math.round(ours), ...ratios(ours / bare, bareTime / each) };
}

async function bareQueue(url: string, jobs: number): Promise<number> {
  const connection = { url, maxRetriesPerRequest: null };
  const queue = new Queue('bare', { connection });
  let done = 0;
  const worker = new Worker('bare', async () => void done++, { connection, concurrency: 8 });
  const began = Date.now();
  await Promise.all(Array.from({ length: jobs }, (_, i) => queue.add('job', { i }, { removeOnComplete: true })));
  while (done < jobs) await sleep(5);
  const rate = jobs / ((Date.now() - began) / 1000);
  await worker.close();
  await queue.close();
  return rate;
}
