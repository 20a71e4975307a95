import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Phrase } from '../core/phrase.ts';
import { withLockFile } from './lock-file.ts';
import { findRedis, type RedisBinary } from './redis-binary.ts';
import {
  freePort,
  lastWordsOf,
  type RedisAddress,
  spawnRedis,
  stopRedis,
  urlOf,
  waitUntilLoaded,
  whoServes,
} from './redis-process.ts';
import { isRunning, type RunningProcess, runningProcess, thisProcess } from './running-process.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface EmbeddedLog {
  info(fields: object, event: string): void;
  warn(fields: object, event: string): void;
  error(fields: object, event: string): void;
}

export interface EmbeddedRedis {
  readonly url: string;
  readonly version: string;
  readonly source: RedisBinary['source'] | 'adopted';
  /** Ends the server, unless another living process uses it. Safe to call twice. */
  close(): Promise<void>;
}

/** What `redis.json` says, readable by the owner alone. Without `server` while it is being started. */
interface State extends RedisAddress {
  readonly v: 1;
  readonly version: string;
  readonly server?: RunningProcess;
  readonly holders: readonly Holder[];
}

interface Holder extends RunningProcess {
  readonly id: string;
}

interface Places {
  readonly data: string;
  readonly state: string;
  readonly lock: string;
}

/**
 * The durable Redis of the data folder `dir`: a live one is adopted, else one is started; there are never two on one
 * folder. If it exits unexpectedly it is started again at the same address. Throws `NoRedis` where the machine has
 * none and cannot get one, and an Error with the server's last words where it does not start.
 * `tell` hears what takes time (fetching), for a person who waits.
 */
export async function openEmbeddedRedis(options: {
  readonly dir: string;
  readonly env: Env;
  readonly log: EmbeddedLog;
  readonly tell?: (phrase: Phrase) => void;
}): Promise<EmbeddedRedis> {
  const { dir, env, log } = options;
  const places = preparePlaces(dir);
  const me: Holder = { ...thisProcess(), id: randomBytes(6).toString('hex') };
  const { state, server, source } = await withLockFile(places.lock, () => adoptOrStart(places, env, options.tell, me));
  await waitUntilLoaded(state, server, () => log.info({ pid: server.pid }, 'redis is loading its data'));
  log.info({ pid: server.pid, port: state.port, version: state.version, source }, 'redis ready');
  const stopWatching = watch({ places, env, log, state, server });
  let closing: Promise<void> | undefined;
  return {
    url: urlOf(state),
    version: state.version,
    source,
    close() {
      closing ??= stopWatching().then(() => withLockFile(places.lock, () => leave(places, me)));
      return closing;
    },
  };
}

function preparePlaces(dir: string): Places {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const data = join(dir, 'redis');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  chmodSync(data, 0o700);
  return { data, state: join(dir, 'redis.json'), lock: join(dir, 'redis.lock') };
}

interface Opened {
  readonly state: State;
  readonly server: RunningProcess;
  readonly source: EmbeddedRedis['source'];
}

async function adoptOrStart(
  places: Places,
  env: Env,
  tell: ((phrase: Phrase) => void) | undefined,
  me: Holder,
): Promise<Opened> {
  const known = readState(places);
  const live = known && (await liveServer(known, places));
  const holders = [...(known?.holders ?? []).filter(isRunning), me];
  if (known && live) return record(places, { ...known, server: live, holders }, live, 'adopted');
  const binary = await findRedis(env, tell);
  const password = known?.password ?? randomBytes(24).toString('hex');
  for (let tries = 1; ; tries++) {
    const at = { port: tries === 1 && known ? known.port : await freePort(), password };
    const state: State = { v: 1, ...at, version: binary.version, holders };
    writeState(places, state);
    const server = await startAt(binary, places, at);
    if (server) return record(places, { ...state, server }, server, binary.source);
    if (tries === 3 || !lastWordsOf(places.data).includes('Address already in use'))
      throw new Error(`redis did not start: ${lastWordsOf(places.data)}`);
  }
}

function record(places: Places, state: State, server: RunningProcess, source: EmbeddedRedis['source']): Opened {
  writeState(places, state);
  return { state, server, source };
}

/** The server that an earlier start left behind or another process runs, if it lives and serves this folder. */
async function liveServer(state: State, places: Places): Promise<RunningProcess | undefined> {
  // Without a process in the record its start was interrupted; it may be about to answer.
  for (const until = Date.now() + (state.server ? 15_000 : 1_000); ; await pause(100)) {
    if (state.server && !isRunning(state.server)) return undefined;
    const who = await whoServes(state, places.data);
    if (who === 'ours') return state.server ?? processServing(places);
    // The record was copied with its folder: that server goes on serving the original.
    if (who === 'foreign') return undefined;
    if (Date.now() > until) break;
  }
  if (!state.server) return undefined;
  throw new Error(`redis (process ${state.server.pid}) holds ${places.data} and does not answer`);
}

function processServing(places: Places): RunningProcess | undefined {
  try {
    return runningProcess(Number(readFileSync(join(places.data, 'redis.pid'), 'utf8')));
  } catch {
    return undefined;
  }
}

/** The started server once it answers; undefined if it ended before. */
async function startAt(binary: RedisBinary, places: Places, at: RedisAddress): Promise<RunningProcess | undefined> {
  const child = spawnRedis(binary, places.data, at);
  const server = child.pid === undefined ? undefined : runningProcess(child.pid);
  while (server && isRunning(server)) {
    if ((await whoServes(at, places.data)) === 'ours') return server;
    await pause(20);
  }
  return undefined;
}

/** Starts the server again when it ends. Every process that uses it watches; the lock lets one of them act. */
function watch(on: {
  places: Places;
  env: Env;
  log: EmbeddedLog;
  state: State;
  server: RunningProcess;
}): () => Promise<void> {
  const { places, env, log } = on;
  let server = on.server;
  let wait = 100;
  const stopped = new AbortController();

  async function look(): Promise<void> {
    if (isRunning(server)) return;
    log.error({ pid: server.pid, lastWords: lastWordsOf(places.data) }, 'redis ended unexpectedly');
    // Longer and longer, up to 10 s: with a full disk every start ends at once (an AOF write error ends Redis).
    await pause(wait, undefined, { signal: stopped.signal });
    wait = Math.min(wait * 2, 10_000);
    const again = await withLockFile(places.lock, () => restart(places, env, on.state));
    if (!again) return;
    server = again;
    await waitUntilLoaded(on.state, server, () => log.info({ pid: server.pid }, 'redis is loading its data'));
    log.warn({ pid: server.pid, port: on.state.port }, 'redis started again');
  }

  const watching = (async () => {
    for (let turn = 0; !stopped.signal.aborted; turn++) {
      if (turn % 240 === 0) warnOfFullDisk(places, log);
      if (turn % 240 === 239) wait = 100;
      await look().catch((error: unknown) => {
        if (!stopped.signal.aborted) log.error({ reason: String(error) }, 'redis could not be started again');
      });
      await pause(250, undefined, { signal: stopped.signal, ref: false }).catch(() => {});
    }
  })();
  return () => {
    stopped.abort();
    return watching;
  };
}

async function restart(places: Places, env: Env, at: State): Promise<RunningProcess | undefined> {
  const known = readState(places) ?? at;
  const live = await liveServer(known, places);
  if (live) return live;
  const server = await startAt(await findRedis(env), places, at);
  if (server) writeState(places, { ...known, port: at.port, password: at.password, server });
  return server;
}

async function leave(places: Places, me: Holder): Promise<void> {
  const state = readState(places);
  if (!state) return;
  const holders = state.holders.filter((holder) => holder.id !== me.id && isRunning(holder));
  if (holders.length > 0) return writeState(places, { ...state, holders });
  if (state.server) await stopRedis(state, state.server);
  rmSync(places.state, { force: true });
}

function warnOfFullDisk(places: Places, log: EmbeddedLog): void {
  const disk = statfsSync(places.data);
  const freeMegabytes = Math.floor((disk.bavail * disk.bsize) / 1_048_576);
  if (freeMegabytes < 500) log.warn({ freeMegabytes, folder: places.data }, 'disk nearly full');
}

function readState(places: Places): State | undefined {
  try {
    return JSON.parse(readFileSync(places.state, 'utf8')) satisfies State;
  } catch {
    return undefined;
  }
}

/** Whole or not at all: whoever reads while we write sees the state before. */
function writeState(places: Places, state: State): void {
  const fresh = `${places.state}.new`;
  writeFileSync(fresh, JSON.stringify(state), { mode: 0o600 });
  renameSync(fresh, places.state);
}
