import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { CliIo } from './cli/contract.ts';
import { runProgram } from './cli/program.ts';
import { phrase } from './core/phrase.ts';
import { openSpeech } from './speech.ts';

/** The duban command: one result on standard output, reasons on standard error, an exit code. */
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const io: CliIo = {
  say: openSpeech(),
  now: Date.now,
  lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  language: /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '') ? 'zh' : 'en',
  closers: [],
};

let ending: Promise<void> | undefined;

/** Closes what was opened, newest first, and ends; a second signal ends at once. */
function end(code: number): Promise<void> {
  if (ending) process.exit(code);
  ending = (async () => {
    for (const close of io.closers.splice(0).reverse()) await close().catch(() => undefined);
    process.exitCode = code;
  })();
  return ending;
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.on(signal, () => void end(code).then(() => process.exit(code)));
}
// Whoever reads us has seen enough (`duban ledger | head`): nothing is wrong, nothing is said.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', () => void end(0).then(() => process.exit(0)));

try {
  const code = await runProgram(process.argv.slice(2), io, version);
  await end(code);
} catch (error) {
  const reason = error instanceof Error ? error.message.replace(/\d{6,}:[\w-]{20,}/g, '***') : String(error);
  io.complain(io.say(phrase('cli-bug', { reason }), io.language));
  await end(1);
}
