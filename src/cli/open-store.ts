import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { filesOf } from '../app/adopt-plan.ts';
import { type Office, type Offices, openOffices } from '../app/office.ts';
import type { Clock } from '../app/ports.ts';
import { machineClock, movableClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import { officialTable, withYears } from '../core/holidays.ts';
import { phrase } from '../core/phrase.ts';
import { readPlans } from '../core/plan/read.ts';
import { openLog } from '../log.ts';
import { dataDir } from '../store/data-dir.ts';
import { openEmbeddedRedis } from '../store/embedded.ts';
import { NoRedis } from '../store/redis-binary.ts';
import { type OpenStore, openStore, StoreRefused, type StoreWorld } from '../store/store.ts';
import { type CliIo, Refused } from './contract.ts';

/** The store that the bot of this environment uses, opened beside it. */
export interface OpenedStore {
  readonly store: OpenStore;
  readonly offices: Offices;
  readonly world: StoreWorld;
  readonly config: Config;
  readonly clock: Clock;
  /** Where data lie: `DATA_DIR`, or its sandbox folder. */
  readonly dir: string;
  /** Folder of the evidence, one folder per organization in it. */
  readonly evidenceDir: string;
  readonly redisUrl: string;
  /** A kept file of an organization by its hash; undefined if it is missing. */
  readEvidence(org: string): (sha256: string) => Promise<Uint8Array | undefined>;
}

/** The local chat's bot until its first start has made a token. */
const LOCAL_BOT = '100000001';

/**
 * Finds the store as the running bot does: without a token the local chat's, in its own folder. A live embedded Redis
 * is shared with the bot; otherwise one is started and ended with this command. Throws `Refused`.
 */
export async function openOfficeStore(io: CliIo, env = process.env): Promise<OpenedStore> {
  const read = readConfig(env, (path) => readFileSync(path, 'utf8'));
  if (!read.ok) throw new Refused(...read.problems);
  const { config } = read;
  const sandbox = config.botToken === undefined;
  const home = dataDir(env);
  const dir = sandbox ? join(home, 'sandbox') : home;
  const log = openLog({ level: 'silent', pretty: false, write: () => undefined });
  const clock = sandbox ? movableClock(dir) : machineClock;
  const world = sandbox ? 'sandbox' : 'real';
  const redisUrl = (!sandbox && config.redisUrl) || (await embedded(io, dir, log, env));
  const botId = (config.botToken ?? localToken(dir)).split(':')[0]!;
  const store = await openStore({ url: redisUrl, botId, world, log }).catch((error: unknown) => {
    if (error instanceof StoreRefused) throw new Refused(phrase(error.code));
    throw new Refused(phrase('cli-no-store'));
  });
  io.closers.push(store.close);
  const offices = openOffices(store, clock, (text, now, years) => {
    const plans = readPlans(filesOf(text), { officialTable: withYears(officialTable(), years ?? []), now });
    if (!plans.ok) throw new Error('a stored plan can no longer be read');
    return plans.plans[0]!;
  });
  const evidenceDir = join(dir, 'evidence');
  const readEvidence = (org: string) => (sha256: string) =>
    readFile(join(evidenceDir, org, basename(sha256))).catch(() => undefined);
  return { store, offices, world, config, clock, dir, evidenceDir, redisUrl, readEvidence };
}

async function embedded(
  io: CliIo,
  dir: string,
  log: ReturnType<typeof openLog>,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const tell = (sentence: Parameters<CliIo['say']>[0]) => io.complain(io.say(sentence, io.language));
  try {
    const redis = await openEmbeddedRedis({ dir, env, log, tell });
    io.closers.push(redis.close);
    return redis.url;
  } catch (error) {
    if (error instanceof NoRedis) throw new Refused(error.phrase);
    throw error;
  }
}

function localToken(dir: string): string {
  const file = join(dir, 'token');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : LOCAL_BOT;
}

/** The organization asked for, or all. Throws `Refused` where it is unknown, or none has adopted a plan yet. */
export async function officesAsked(
  { offices }: Pick<OpenedStore, 'offices'>,
  org?: string,
): Promise<readonly Office[]> {
  const all = await offices.all();
  if (all.length === 0) throw new Refused(phrase('cli-no-office'));
  const asked = org === undefined ? all : all.filter((office) => office.org === org);
  if (asked.length === 0)
    throw new Refused(phrase('cli-unknown-office', { org: org ?? '', known: all.map((office) => office.org) }));
  return asked;
}
