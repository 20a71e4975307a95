import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WaitingFiles } from '../../src/app/ports.ts';
import { openArchive } from '../../src/store/archive.ts';
import type { FreshStore } from '../contracts/store.ts';
import { freshRedis, type TestRedis } from '../support/redis.ts';
import { freshStoreAt } from './fresh-store.ts';

let redis: TestRedis;
let fresh: FreshStore;
let dir: string;
beforeAll(async () => {
  redis = await freshRedis();
  fresh = await freshStoreAt(redis.url);
  dir = await mkdtemp(join(tmpdir(), 'duban-archive-'));
});
afterAll(async () => {
  await fresh.close();
  await redis.close();
  await rm(dir, { recursive: true, force: true });
});

describe('the archive', () => {
  test('names content by its hash, whole and once, however many keep it at once', async () => {
    const archive = openArchive(dir);
    const content = Buffer.from('a paper');
    const names = await Promise.all(Array.from({ length: 5 }, () => archive.keep('minzheng', content)));
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(new Set(names)).toEqual(new Set([sha256]));
    expect(await readdir(join(dir, 'minzheng'))).toEqual([sha256]);
    expect(await readFile(join(dir, 'minzheng', sha256))).toEqual(content);
  });

  test('a file cut short by a crash is written again', async () => {
    const archive = openArchive(dir);
    const content = Buffer.from('another paper');
    const sha256 = await archive.keep('minzheng', content);
    await writeFile(join(dir, 'minzheng', sha256), 'ano');
    await archive.keep('minzheng', content);
    expect(await readFile(join(dir, 'minzheng', sha256))).toEqual(content);
  });
});

describe('files still to be fetched', () => {
  const waiting: WaitingFiles = {
    id: 'm1.2',
    arrived: 1,
    notBefore: 1,
    tries: 0,
    event: {
      type: 'text',
      text: '已报',
      updateId: 1,
      chat: 5,
      from: 5,
      fromName: '孙伟',
      isGroup: false,
      at: 1,
      messageId: 2,
      attachments: [{ kind: 'photo', fileId: 'f' }],
    },
  };

  test('wait until they are done, each once, also for the next process', async () => {
    await fresh.store.files.put(waiting);
    await fresh.store.files.put({ ...waiting, tries: 1 });
    expect(await (await fresh.again()).files.all()).toEqual([{ ...waiting, tries: 1 }]);
    await fresh.store.files.done([waiting.id]);
    expect(await fresh.store.files.all()).toEqual([]);
  });
});

describe('the log of the server', () => {
  test('is written anew once in so long, not at the first look', async () => {
    expect(await fresh.store.rewriteLog(1000)).toBe(false);
    expect(await fresh.store.rewriteLog(1000)).toBe(false);
    fresh.clock.now += 1000;
    expect(await fresh.store.rewriteLog(1000)).toBe(true);
    expect(await (await fresh.again()).rewriteLog(1000)).toBe(false);
  });
});

test('an erased text is gone, its entry stays', async () => {
  const org = redis.org();
  await fresh.store.ledger.append(org, { heads: {}, entries: [], texts: { t1: { salt: 's', text: 'words' } } });
  await fresh.store.ledger.erase(org, ['t1', 'unknown']);
  await fresh.store.ledger.erase(org, []);
  expect(await fresh.store.ledger.text(org, 't1')).toBeUndefined();
});
