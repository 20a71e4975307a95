import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bot, openBot } from './bot.ts';
import { claimCode } from './claim.ts';
import { planTexts } from './cli/plan-files.ts';
import { type MovableClock, machineClock, movableClock } from './clock.ts';
import { type Config, readConfig } from './config.ts';
import { type Phrase, phrase } from './core/phrase.ts';
import { openLocalChat } from './local-chat.ts';
import { openLog } from './log.ts';
import { openSpeech } from './speech.ts';
import { dataDir } from './store/data-dir.ts';
import { openEmbeddedRedis } from './store/embedded.ts';
import { NoRedis } from './store/redis-binary.ts';
import { StoreRefused } from './store/store.ts';
import { openWeb } from './web/web.ts';

const began = Date.now();
const say = openSpeech();
/** Before any plan is read, the shell's language is the only one known. */
const language = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '') ? 'zh' : 'en';
const version = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string })
  .version;
const sample = new URL('../plans/sample-minzheng.yaml', import.meta.url).pathname;

function tell(sentence: Phrase): void {
  process.stdout.write(`${say(sentence, language)}\n`);
}

/** Ends with one sentence per problem; what was opened before is closed. */
async function refuse(problems: readonly Phrase[]): Promise<never> {
  for (const problem of problems) process.stderr.write(`${say(problem, language)}\n`);
  await closeAll();
  process.exit(1);
}

// Opened in order, closed in reverse.
const closers: (() => Promise<unknown>)[] = [];

async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close().catch(() => undefined);
}

async function main(): Promise<void> {
  const read = readConfig(process.env, (path) => readFileSync(path, 'utf8'));
  if (!read.ok) return refuse(read.problems);
  const { config } = read;
  const sandbox = config.botToken === undefined;
  const log = openLog({
    level: config.logLevel,
    pretty: process.stderr.isTTY === true,
    write: (line) => void process.stderr.write(line),
  });
  const home = dataDir(process.env);
  const dir = sandbox ? join(home, 'sandbox') : home;
  tell(phrase('start-data', { path: dir }));

  if (config.webhook) tell(phrase('start-webhook'));
  stopOnSignals(log);
  const redisUrl = (!sandbox && config.redisUrl) || (await embedded(dir, log));
  const clock = sandbox ? movableClock(dir) : machineClock;
  const files = await planFiles(config, sandbox);
  const local = sandbox
    ? await openLocalChat({ dir, port: config.port, clock: clock as MovableClock, say, version })
    : undefined;
  if (local && !local.ok) return refuse([local.problem]);
  if (local?.ok) closers.push(local.close);

  let webUrl: string | undefined;
  const options = {
    redisUrl,
    evidenceDir: join(dir, 'evidence'),
    clock,
    log,
    say,
    version,
    world: sandbox ? ('sandbox' as const) : ('real' as const),
    token: config.botToken ?? local!.token,
    apiRoot: local?.ok ? local.apiRoot : config.telegramApiRoot,
    unlimited: sandbox,
    localUrl: () => (local?.ok ? local.url : webUrl),
    ...(config.publicUrl ? { publicUrl: config.publicUrl } : {}),
    ...(config.httpsProxy && !sandbox ? { proxy: config.httpsProxy } : {}),
  };
  const bot = await openBot(options).catch(async (error: unknown) => {
    if (error instanceof StoreRefused) return refuse([phrase(error.code)]);
    throw error;
  });
  closers.push(bot.close);
  if (files.length > 0) await adopt(bot, files);
  if (local?.ok) await local.play(bot);
  await bot.start();
  if (!local) {
    const web = await openWeb({ port: config.port, version, health: bot.health, feed: bot.feed });
    if (!web.ok) return refuse([web.problem]);
    closers.push(web.close);
    webUrl = `http://127.0.0.1:${web.port}`;
    tell(phrase('start-web', { url: `http://127.0.0.1:${web.port}/health` }));
    await tellClaim(bot);
  }
  if (local?.ok) tell(phrase('start-chat', { url: local.url }));
  tell(phrase('start-ready', { seconds: Math.max(1, Math.round((Date.now() - began) / 1000)) }));
}

async function embedded(dir: string, log: ReturnType<typeof openLog>): Promise<string> {
  try {
    const redis = await openEmbeddedRedis({ dir, env: process.env, log, tell });
    closers.push(redis.close);
    return redis.url;
  } catch (error) {
    if (error instanceof NoRedis) return refuse([error.phrase]);
    throw error;
  }
}

async function planFiles(config: Config, sandbox: boolean) {
  const path = config.planFile ?? (sandbox ? sample : undefined);
  if (path === undefined) return [];
  return planTexts(path).catch(() => refuse([phrase('start-no-plan-file', { path })]));
}

async function adopt(bot: Bot, files: Awaited<ReturnType<typeof planFiles>>): Promise<void> {
  const problems = await bot.adopt(files);
  if (problems.length === 0) return;
  const placed = problems.map((p) =>
    phrase('start-plan-problem', {
      where: `${p.file ?? ''}${p.line ? `:${p.line}` : ''} ${p.where}`,
      problem: p.phrase,
    }),
  );
  await refuse([phrase('start-plan-bad', { count: problems.length }), ...placed]);
}

/** While no secretary has joined, a one-time code lets her claim the bot. */
async function tellClaim(bot: Bot): Promise<void> {
  for (const claim of await claimCode(bot)) tell(phrase('start-claim', { office: claim.office, link: claim.link }));
  if ((await bot.offices.all()).length === 0) tell(phrase('start-no-plan'));
}

let stopping: Promise<void> | undefined;

/** SIGTERM and SIGINT drain and stop within 10 s; a second one stops at once. */
function stopOnSignals(log: ReturnType<typeof openLog>): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      log.info({ signal }, 'stopping');
      const hard = setTimeout(() => process.exit(1), 9500);
      hard.unref();
      stopping = closeAll().then(() => process.exit(0));
    });
  }
}

process.on('unhandledRejection', (error) => {
  process.stderr.write(
    `${say(phrase('start-bug', { error: error instanceof Error ? error.message.replace(/bot\d+:[\w-]+/g, 'bot***') : 'unknown' }), language)}\n`,
  );
  void closeAll().then(() => process.exit(1));
});

await main();
