import { readFileSync } from 'node:fs';
import { Cluster, Redis, type RedisOptions } from 'ioredis';

/**
 * One Lua file per command. Scripts only compare and write; every key they touch is declared and in one slot, and
 * the time is an argument.
 */
const scriptNames = [
  'adopt',
  'append',
  'measure',
  'people',
  'reindex',
  'freeze',
  'settle',
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

/**
 * Connects to a server or, if that server is a node of a Cluster, to the Cluster. `url` may list several nodes with
 * commas. While Redis is away commands wait; what was under way is sent again after the reconnect, so every script
 * must bear to run twice (append answers `moved` or `known`, freeze `false`, receive skips what it has seen).
 */
export async function connect(url: string): Promise<Connection> {
  const nodes = url.split(',').map((one) => one.trim());
  const first = new Redis(nodes[0]!, { ...options, lazyConnect: true });
  await first.connect();
  const info = await first.info('cluster');
  if (!info.includes('cluster_enabled:1')) return first;
  first.disconnect();
  const { password, username, tls } = first.options;
  return new Cluster(nodes, {
    redisOptions: { ...options, password, username, tls },
    retryDelayOnClusterDown: 200,
    retryDelayOnFailover: 200,
  });
}

const options: RedisOptions = { maxRetriesPerRequest: null };

export function runOf(redis: Connection): Run {
  for (const name of scriptNames) {
    const lua = readFileSync(new URL(`./${name}.lua`, import.meta.url), 'utf8');
    redis.defineCommand(`duban_${name}`, { lua });
  }
  const commands = redis as unknown as Record<string, (keyCount: number, ...rest: Args) => Promise<unknown>>;
  return (name, keys, args) => commands[`duban_${name}`]!(keys.length, ...keys, ...args);
}
