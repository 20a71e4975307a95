import type { Base } from './base.ts';
import { botKeys, orgKeys, rootKeys } from './keys.ts';
import { rebuildIndexes } from './rebuild.ts';

/**
 * One part of a key's content. `key` is without its hash tag; long hashes, sets and streams come in several parts.
 * `org` empty: what belongs to the bot.
 */
export interface BackupRecord {
  readonly org: string;
  readonly key: string;
  readonly type: 'string' | 'hash' | 'set' | 'zset' | 'stream' | 'list';
  /** As the restoring command takes them: fields and values, members, scores and members, ids and entries. */
  readonly parts: readonly string[];
  /** Machine instant after which it is worth nothing. */
  readonly expires?: number;
}

const BATCH = 500;
/** Of the bot's own keys: how long it was alive, moved chats, and the buttons of messages that people still see. */
const botKept = /^(alive|offset|moved|token:.+)$/;
/** What is being sent this moment belongs to a running process. */
const tries = 5;

/**
 * Everything an office needs to go on elsewhere, also while the bot runs: the ledger is read last and up to the head
 * that the rest was read with; if an append came in between, the rest is read again.
 */
export async function* dumpStore(base: Base): AsyncIterable<BackupRecord> {
  for (const org of await base.organizations()) yield* dumpOrganization(base, org);
  const tag = tagOf(botKeys(base.bot).offset);
  for (const key of await keysUnder(base, tag)) if (botKept.test(key)) yield* recordsOf(base, '', tag, key);
}

async function* dumpOrganization(base: Base, org: string): AsyncIterable<BackupRecord> {
  const k = orgKeys(org);
  const tag = tagOf(k.ledger);
  for (let attempt = 1; ; attempt++) {
    const before = await base.redis.hget(k.heads, '*');
    const keys = (await keysUnder(base, tag)).filter((key) => `${tag}:${key}` !== k.ledger);
    const records: BackupRecord[] = [];
    for (const key of keys) for await (const record of recordsOf(base, org, tag, key)) records.push(record);
    if ((await base.redis.hget(k.heads, '*')) !== before && attempt < tries) continue;
    yield* records;
    yield* ledgerRecords(base, org, Number(before ?? 0));
    return;
  }
}

function tagOf(key: string): string {
  return key.slice(0, key.indexOf('}') + 1);
}

/** Keys of one hash tag, without it. In a Cluster they lie on one node; asking all is simplest. */
async function keysUnder({ redis }: Base, tag: string): Promise<readonly string[]> {
  const nodes = 'nodes' in redis ? redis.nodes('master') : [redis];
  const found = new Set<string>();
  for (const node of nodes) {
    for (let cursor = '0'; ; ) {
      const [next, keys] = await node.scan(cursor, 'MATCH', `${tag}:*`, 'COUNT', BATCH);
      for (const key of keys) found.add(key.slice(tag.length + 1));
      if (next === '0') break;
      cursor = next;
    }
  }
  return [...found].sort();
}

async function* recordsOf(base: Base, org: string, tag: string, key: string): AsyncIterable<BackupRecord> {
  const { redis } = base;
  const full = `${tag}:${key}`;
  const left = await redis.pttl(full);
  const expires = left > 0 ? { expires: base.machine() + left } : {};
  const type = await redis.type(full);
  const record = (kind: BackupRecord['type'], parts: readonly string[]) => ({
    org,
    key,
    type: kind,
    parts,
    ...expires,
  });
  if (type === 'string') {
    const value = await redis.get(full);
    if (value !== null) yield record('string', [value]);
  } else if (type === 'hash') {
    const all = Object.entries(await redis.hgetall(full)).flat();
    for (const part of inParts(all)) yield record('hash', part);
  } else if (type === 'set') for (const part of inParts(await redis.smembers(full))) yield record('set', part);
  else if (type === 'list') for (const part of inParts(await redis.lrange(full, 0, -1))) yield record('list', part);
  else if (type === 'zset') {
    const all = await redis.zrange(full, '0', '-1', 'WITHSCORES');
    const turned = all.flatMap((member, i) => (i % 2 === 0 ? [all[i + 1]!, member] : []));
    for (const part of inParts(turned)) yield record('zset', part);
  }
}

/** Even lengths, so that a field stays with its value. */
function inParts(all: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(all.length / (2 * BATCH)) }, (_, i) =>
    all.slice(i * 2 * BATCH, (i + 1) * 2 * BATCH),
  );
}

async function* ledgerRecords({ redis }: Base, org: string, head: number): AsyncIterable<BackupRecord> {
  const key = orgKeys(org).ledger;
  for (let after = 0; after < head; ) {
    const found = await redis.xrange(key, `${after + 1}-0`, `${head}-0`, 'COUNT', BATCH);
    if (found.length === 0) return;
    yield { org, key: 'ledger', type: 'stream', parts: found.flatMap(([id, fields]) => [id, fields[1]!]) };
    after = Number.parseInt(found.at(-1)![0], 10);
  }
}

export async function isEmptyStore(base: Base): Promise<boolean> {
  return (await base.redis.scard(rootKeys.organizations)) === 0;
}

/**
 * Writes records into an empty store. Offices are listed last: a restore that was cut off can be repeated, since every
 * key is begun anew.
 */
export async function restoreStore(base: Base, records: AsyncIterable<BackupRecord>): Promise<void> {
  const begun = new Set<string>();
  const offices = new Set<string>();
  for await (const record of records) {
    if (record.org !== '') offices.add(record.org);
    if (record.expires !== undefined && record.expires <= base.machine()) continue;
    const key =
      record.org === ''
        ? `${tagOf(botKeys(base.bot).offset)}:${record.key}`
        : `${tagOf(orgKeys(record.org).ledger)}:${record.key}`;
    if (!begun.has(key)) await base.redis.del(key);
    begun.add(key);
    await write(base, key, record);
    if (record.expires !== undefined) await base.redis.pexpireat(key, record.expires);
  }
  for (const org of offices) await rebuildIndexes(base, org);
}

async function write({ redis }: Base, key: string, { type, parts }: BackupRecord): Promise<void> {
  const [first = ''] = parts;
  if (type === 'string') await redis.set(key, first);
  else if (type === 'hash') await redis.hset(key, ...parts);
  else if (type === 'set') await redis.sadd(key, ...parts);
  else if (type === 'list') await redis.rpush(key, ...parts);
  else if (type === 'zset') await redis.zadd(key, ...parts);
  else for (let i = 0; i < parts.length; i += 2) await redis.xadd(key, parts[i]!, 'e', parts[i + 1]!);
}
