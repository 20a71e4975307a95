import { Cluster } from 'ioredis';
import type { Base } from './base.ts';
import { botKeys } from './keys.ts';

/**
 * A deleted key stays readable in the append-only file until that is written anew. Servers that do not let us are
 * their operator's affair: they rewrite by themselves as the file grows.
 */
export async function rewriteLog({ redis, bot, machine }: Base, ms: number): Promise<boolean> {
  const key = botKeys(bot).rewritten;
  const last = await redis.get(key);
  if (last !== null && machine() - Number(last) < ms) return false;
  await redis.set(key, machine());
  // A new store holds nothing yet.
  if (last === null) return false;
  const nodes = redis instanceof Cluster ? redis.nodes('master') : [redis];
  await Promise.all(nodes.map((node) => node.bgrewriteaof().catch(() => undefined)));
  return true;
}
