import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Cluster, type Command, Redis, type RedisOptions } from 'ioredis';

/**
 * One Lua file per command. Scripts only compare and write; every key they touch is declared and in one slot, and
 * the time is an argument.
 */
const scriptNames = [
  'adopt',
  'draft',
  'append',
  'measure',
  'people',
  'reindex',
  'look',
  'freeze',
  'redistribute',
  'stuck',
  'link',
  'receive',
  'take',
  'handled',
  'failed',
  'lease',
  'reserve',
] as const;
export type ScriptName = (typeof scriptNames)[number];

export type Connection = Redis | Cluster;
export type Args = readonly (string | number)[];
/** Runs a script with all its keys declared. */
export type Run = (name: ScriptName, keys: readonly string[], args: Args) => Promise<unknown>;

/** How long a start waits for a server that does not answer, and a stop for one that does not say goodbye. */
const PATIENCE_MS = 10_000;
const GOODBYE_MS = 1_000;

/** Commands wait while Redis is away, however long: a bot that lost its store for an hour goes on where it was. */
const options: RedisOptions = { maxRetriesPerRequest: null };

/**
 * Connects to a server or, if that server is a node of a Cluster, to the Cluster. `url` may list several nodes with
 * commas. What was under way when a connection broke is sent again after the reconnect, so every script must bear to
 * run twice (append answers `moved` or `known`, freeze `false`, receive skips what it has seen). Throws the last
 * failure if nothing answers within ten seconds.
 */
export async function connect(url: string, heard: (error: Error) => void): Promise<Connection> {
  const nodes = url.split(',').map((one) => one.trim());
  const first = together(new Redis(nodes[0]!, options));
  let last = new Error('no answer');
  first.on('error', (error: Error) => {
    last = error;
    heard(error);
  });
  const info = await Promise.race([first.info('cluster'), sleep(PATIENCE_MS, undefined, { ref: false })]).catch(
    (error: unknown) => {
      first.disconnect();
      throw error;
    },
  );
  if (info === undefined) {
    first.disconnect();
    throw last;
  }
  if (!info.includes('cluster_enabled:1')) return first;
  const { password, username, tls } = first.options;
  first.disconnect();
  const cluster = new Cluster(nodes, {
    redisOptions: { ...options, password, username, tls },
    retryDelayOnClusterDown: 200,
    retryDelayOnFailover: 200,
  });
  cluster.on('error', heard);
  return cluster;
}

const held = new WeakSet<Redis['stream']>();

/**
 * Commands of one turn of the event loop travel in one packet: with dozens of recipients under way that halves the cost.
 * ioredis's own way (`enableAutoPipelining`) makes a pipeline with every script in it each time, which costs more.
 */
function together(redis: Redis): Redis {
  const send = redis.sendCommand.bind(redis);
  redis.sendCommand = (command: Command, ...rest) => {
    if (redis.stream && !held.has(redis.stream)) hold(redis.stream);
    return send(command, ...rest);
  };
  return redis;
}

function hold(socket: Redis['stream']): void {
  held.add(socket);
  socket.cork();
  setImmediate(() => {
    held.delete(socket);
    socket.uncork();
  });
}

/** Waits for what is under way, but not for a server that is gone. */
export async function disconnect(redis: Connection): Promise<void> {
  await Promise.race([redis.quit().catch(() => undefined), sleep(GOODBYE_MS, undefined, { ref: false })]);
  redis.disconnect();
}

/** A script with the parts that it shares with others (`-- include settled`). */
function luaOf(name: string): string {
  const lua = readFileSync(new URL(`./${name}.lua`, import.meta.url), 'utf8');
  return lua.replace(/^-- include (\w+)$/gm, (_, part: string) => luaOf(`${part}.part`));
}

export function runOf(redis: Connection): Run {
  for (const name of scriptNames) {
    redis.defineCommand(`duban_${name}`, { lua: luaOf(name) });
  }
  const commands = redis as unknown as Record<string, (keyCount: number, ...rest: Args) => Promise<unknown>>;
  return (name, keys, args) => commands[`duban_${name}`]!(keys.length, ...keys, ...args);
}
