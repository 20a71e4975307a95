import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { App, DueWake } from '../jobs/contract.ts';
import { bellJobOf, tickJobs, wakeJobOf } from '../jobs/index.ts';
import { type Bellringer, openWorker } from '../jobs/worker.ts';
import { openAdvance } from './advance.ts';
import { adoptFromFiles, filesOf } from './app/adopt-plan.ts';
import { answerTo } from './app/answer.ts';
import { apologize } from './app/apology.ts';
import { tellTableEnds } from './app/calendar-watch.ts';
import { openDelivery } from './app/deliver.ts';
import { feedOf } from './app/feeds.ts';
import { openFiles } from './app/fetch-files.ts';
import { openLanes } from './app/lanes.ts';
import { formOf } from './app/ledger-form.ts';
import { type Offices, openOffices } from './app/office.ts';
import { noteOutage } from './app/outage.ts';
import type { Clock, Dice, Log, Timer, WakeKey, World } from './app/ports.ts';
import { openReceiver, type Receiver } from './app/receive.ts';
import { wakeRegularly } from './app/regular.ts';
import { readEvent } from './chat/telegram/event.ts';
import { openTelegram } from './chat/telegram/telegram.ts';
import type { Instant } from './core/calendar.ts';
import { officialTable, withYears } from './core/holidays.ts';
import type { Plan } from './core/plan/plan.ts';
import { type PlanProblem, type PlanText, readPlans } from './core/plan/read.ts';
import type { YearTable } from './core/year-table.ts';
import { foresee } from './documents/foresee.ts';
import { readDraft } from './documents/read-document.ts';
import { writeReport } from './documents/write-report.ts';
import type { Say } from './speech.ts';
import { openArchive } from './store/archive.ts';
import { type OpenStore, openStore, type StoreWorld } from './store/store.ts';
import { feedPath } from './web/feed.ts';
import type { Health } from './web/health.ts';

export interface BotOptions {
  readonly redisUrl: string;
  readonly world: StoreWorld;
  readonly token: string;
  readonly apiRoot?: string;
  readonly proxy?: string;
  /** Folder of the evidence, one folder per organization in it. */
  readonly evidenceDir: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly say: Say;
  /** Without limits of the platform: the local chat has none, and a visitor moves whole weeks on. */
  readonly unlimited?: boolean;
  readonly version: string;
  /** Address under which the office's web server is reached from outside, if it is. */
  readonly publicUrl?: string;
  /** Its address on this machine, once it is open. */
  readonly localUrl?: () => string | undefined;
}

export interface Bot {
  readonly world: World;
  readonly offices: Offices;
  readonly store: OpenStore;
  /** Reads plan files and adopts what is new; all problems if they cannot be read, and nothing is adopted. */
  adopt(files: readonly PlanText[]): Promise<readonly PlanProblem[]>;
  start(): Promise<void>;
  /** Everything that is due up to an office instant, each at its own time; only where the clock can be moved. */
  advance(to: Instant, moveTo: (at: Instant) => void): Promise<void>;
  /** Handles what lies in inbox and outbox until both are empty. */
  settle(): Promise<void>;
  /** Whether the clock is being moved on. */
  isMoving(): boolean;
  health(): Promise<Health>;
  /** The calendar behind a secret address; undefined where there is none. */
  feed(token: string): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}

async function allWakes(store: OpenStore): Promise<readonly DueWake[]> {
  const of = async (org: string): Promise<DueWake[]> => (await store.wakes.all(org)).map((wake) => ({ org, ...wake }));
  return (await Promise.all((await store.organizations()).map(of))).flat();
}

function feedAddress({ publicUrl, localUrl }: Pick<BotOptions, 'publicUrl' | 'localUrl'>, token: string) {
  const base = publicUrl ?? localUrl?.() ?? '';
  return { url: `${base}${feedPath(token)}`, reachable: publicUrl !== undefined };
}

async function healthOf({
  store,
  clock,
  version,
  receiver,
}: Pick<BotOptions, 'clock' | 'version'> & {
  readonly store: OpenStore;
  readonly receiver: Receiver;
}): Promise<Health> {
  const { poller, lastPoll } = receiver.state();
  const late = await store.wakes.due(clock.now() - 60_000, 1000);
  const ready = await store.outbox.ready(clock.machine(), 1000);
  return {
    version,
    redis: true,
    poller,
    lastPollMs: lastPoll === undefined ? null : clock.machine() - lastPoll,
    outboxWaiting: ready.length,
    wakesLate: late.length,
    caughtUp: receiver.caughtUp(),
  };
}

/** How long a stop waits for what was begun. */
const GRACE_MS = 8000;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const dice: Dice = { token: (n) => Array.from({ length: n }, () => alphabet[randomInt(alphabet.length)]).join('') };

/** Wires one bot: store, chat, use cases and bells. Whoever calls owns the clock, the Redis and the process. */
export async function openBot(options: BotOptions): Promise<Bot> {
  const { clock, log, say } = options;
  const botId = options.token.split(':')[0]!;
  const store = await openStore({ url: options.redisUrl, botId, world: options.world, log, machine: clock.machine });
  const chat = openTelegram({
    token: options.token,
    now: clock.now,
    log,
    ...(options.apiRoot === undefined ? {} : { apiRoot: options.apiRoot }),
    ...(options.proxy === undefined ? {} : { proxy: options.proxy }),
  });
  const table = officialTable();
  const readStored = (text: string, now: Instant, years: readonly YearTable[]): Plan => {
    const read = readPlans(filesOf(text), { officialTable: withYears(table, years), now });
    if (!read.ok) throw new Error('a stored plan can no longer be read');
    return read.plans[0]!;
  };
  const offices = openOffices(store, clock, readStored);
  const bells: { ringer?: Bellringer; receiver?: Receiver } = {};
  const timer: Timer = {
    set: (org, wake, at) => bells.ringer?.timer.set(org, wake, at) ?? Promise.resolve(),
    async ring(job) {
      await bells.ringer?.timer.ring(job);
    },
  };
  const gated = options.unlimited ? { ...store, gates: { reserve: async () => 0, pause: async () => {} } } : store;
  const archive = openArchive(options.evidenceDir);
  const world: World = {
    chat,
    store: gated,
    timer,
    clock,
    dice,
    log,
    archive,
    papers: { read: readDraft, foresee },
    reports: {
      async write(name, record, ask, { org, language, form }) {
        const sheet = name === 'ledger' ? (form ?? (await formOf({ store, archive }, org))) : undefined;
        const read = (sha256: string) => archive.read(org, sha256);
        return writeReport(name, record, ask, { say, language, read, ...(sheet ? { form: sheet } : {}) });
      },
    },
    feedAddress: (token) => feedAddress(options, token),
    say,
    caughtUp: () => bells.receiver?.caughtUp() ?? false,
  };
  const delivery = openDelivery(world, offices);
  const files = openFiles(world, offices);
  const worker = randomBytes(6).toString('hex');
  const lanes = openLanes({
    inbox: store.inbox,
    read: readEvent,
    handle: (event) => answerTo(world, offices, event),
    apologize: (event) => apologize(world, event),
    log,
    worker,
  });
  const report = (error: unknown) => log.error({ error }, 'a drain failed');
  bells.receiver = openReceiver({
    chat,
    inbox: store.inbox,
    arrived: () => void lanes.drain().catch(report),
    log,
    worker,
    machine: clock.machine,
  });

  async function runWake(org: string, wake: WakeKey): Promise<Instant | null> {
    const job = wakeJobOf(wake);
    if (job) return job.run(app, org, wake.slice(wake.indexOf('/') + 1));
    await store.wakes.set(org, wake, null);
    return null;
  }

  const rearm = async () => ringer.rearm(await allWakes(store));
  const advance = openAdvance({ store, clock, lanes, files, delivery, runWake, rearm });
  const ringer: Bellringer = openWorker({
    url: options.redisUrl,
    clock,
    log,
    wakes: runWake,
    deliver: () => bellJobOf('deliver')!.run(app),
    inbox: () => bellJobOf('inbox')!.run(app),
    ticks: tickJobs().map(({ id, trigger, run }) => ({
      id,
      everyMs: trigger.everyMs,
      // While a visitor moves the clock on, everything is run in its order and nothing on the side.
      run: () => (advance.isMoving() ? Promise.resolve() : run(app)),
    })),
  });
  const app: App = { world, offices, delivery, lanes, files, bells: ringer };
  bells.ringer = ringer;

  async function adopt(files: readonly PlanText[]): Promise<readonly PlanProblem[]> {
    const read = readPlans(files, { officialTable: table, now: clock.now() });
    if (!read.ok) return read.problems;
    for (const [i, plan] of read.plans.entries()) {
      // A change of another organization's file is no change of this plan.
      const own = files.filter(({ path }) => read.paths[i]!.includes(path));
      await adoptFromFiles(world, offices, plan, own);
    }
    return [];
  }

  return {
    world,
    offices,
    store,
    adopt,
    settle: advance.settle,
    async start() {
      tellTableEnds(world, await offices.all());
      await wakeRegularly(world, await offices.all());
      await noteOutage(world, offices);
      bells.receiver!.start();
      ringer.start();
    },
    advance: advance.to,
    isMoving: advance.isMoving,
    feed: (token) => feedOf(world, offices, token),
    health: () => healthOf({ store, clock, version: options.version, receiver: bells.receiver! }),
    async close() {
      await bells.receiver!.stop();
      await Promise.race([
        Promise.all([lanes.stop(), delivery.stop(), bells.ringer?.close(GRACE_MS)]),
        sleep(GRACE_MS, undefined, { ref: false }),
      ]);
      await store.inbox.beat(clock.now()).catch(() => undefined);
      await store.close();
    },
  };
}
