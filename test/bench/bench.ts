import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { openStore } from '../../src/store/store.ts';
import { measureCheckIns } from './check-ins.ts';
import { startBenchRedis } from './office.ts';
import { measureReminders } from './reminders.ts';
import { measureSimulation } from './simulation.ts';
import { measureStore } from './store.ts';

// Ratios against a floor measured in the same run: they hold on another machine, milliseconds do not.
const quick = process.argv.includes('--quick');
const file = process.argv[process.argv.indexOf('--json') + 1];
const size = quick ? 1000 : 10_000;

const few = await measureReminders(size, size / 100);
console.log(
  `reminders, ${few.people} people of ${few.measures} measures: ${few.ours}/s, bare grammY ${few.bare}/s, ${both(few)}`,
);
const many = await measureReminders(size, size);
console.log(
  `reminders, ${many.people} people of ${many.measures} measures: ${many.ours}/s, bare grammY ${many.bare}/s, ${both(many)}`,
);
const checkIns = await measureCheckIns(quick ? 500 : 5000);
console.log(`check-ins, ${checkIns.people}: ${checkIns.ours}/s, bare BullMQ ${checkIns.bare}/s, ${both(checkIns)}`);

const years = (['all', 'none'] as const).map((answers) => measureSimulation(200, answers));
for (const year of years)
  console.log(
    `simulate, a year of ${year.measures} measures of two duties, ${year.answers} answer: ${year.messages} messages, CPU ${year.ours} ms, bare JSON ${year.bare} ms, ratio ${year.ratio}`,
  );

const redis = await startBenchRedis();
const log = { debug() {}, info() {}, warn() {}, error() {} };
const store = await openStore({ url: redis.url, botId: '42', world: 'real', log });
const kept = await measureStore(store, redis.url, quick ? 500 : 3000);
await store.close();
await redis.close();
console.log(
  `Redis memory: ${kept.bytesPerMeasure} B a measure, ${kept.bytesPerOccurrence} B an occurrence, ${kept.bytesPerCheckIn} B a check-in`,
);

if (process.argv.includes('--json') && file) {
  const machine = { cores: cpus().length, node: process.version };
  writeFileSync(
    file,
    `${JSON.stringify({ quick, machine, reminders: [few, many], checkIns, years, kept }, null, 2)}\n`,
  );
}
process.exit(0);

function both({ ratio, processorRatio }: { readonly ratio: number; readonly processorRatio: number }): string {
  return `ratio ${ratio} (${processorRatio} by processor time)`;
}
