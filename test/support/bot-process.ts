// A bot in a process of its own, with the machine's clock, for tests that kill it. Arguments: Redis URL, token, API
// root, plan file. Says `ready` on standard output once it has caught up; logs warnings and errors to standard error.
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBot } from '../../src/bot.ts';
import { machineClock } from '../../src/clock.ts';
import { openSpeech } from '../../src/speech.ts';

const [redisUrl = '', token = '', apiRoot = '', path = ''] = process.argv.slice(2);
const tell = (level: string) => (fields: object, message: string) => {
  const error = 'error' in fields && fields.error instanceof Error ? fields.error.stack : '';
  process.stderr.write(`${level} ${message} ${JSON.stringify(fields)} ${error}\n`);
};
const log = { debug() {}, info() {}, warn: tell('warn'), error: tell('error') };
const options = { redisUrl, token, apiRoot, clock: machineClock, log, say: openSpeech(), version: 'test' };
const evidenceDir = join(tmpdir(), 'duban-test-evidence');
const bot = await openBot({ ...options, evidenceDir, world: 'sandbox', unlimited: true });
const problems = await bot.adopt([{ path, text: readFileSync(path, 'utf8') }]);
if (problems.length > 0) throw new Error(JSON.stringify(problems));
await bot.start();
while (!bot.world.caughtUp()) await sleep(20);
process.stdout.write('ready\n');
process.on('SIGTERM', () => void bot.close().then(() => process.exit(0)));
