import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { phrase } from '../core/phrase.ts';
import type { BackupRecord } from '../store/backup.ts';
import type { OpenStore, StoreWorld } from '../store/store.ts';
import { type CliIo, Refused } from './contract.ts';
import { openOfficeStore } from './open-store.ts';

/** First line of a backup: gzipped JSON lines, then records, then a last line that counts them. */
interface Head {
  readonly format: 'duban-backup';
  readonly v: 1;
  readonly world: StoreWorld;
  readonly at: string;
}

/** `duban backup FILE`: all organizations in one file, whole or not at all, for its owner alone. */
export async function backupCommand(file: string, io: CliIo): Promise<number> {
  const { store, world } = await openOfficeStore(io);
  if (await store.isEmpty()) throw new Refused(phrase('cli-no-office'));
  const fresh = `${file}.part`;
  rmSync(fresh, { force: true });
  const counted = { records: 0 };
  try {
    const lines = Readable.from(linesOf(store, world, io.now(), counted));
    await pipeline(lines, createGzip(), createWriteStream(fresh, { mode: 0o600, flags: 'wx', flush: true }));
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    if (error instanceof Error && 'syscall' in error) throw new Refused(phrase('cli-not-written', { file }));
    throw error;
  }
  const offices = await store.organizations();
  io.print(io.say(phrase('cli-backed-up', { file, offices: offices.length, records: counted.records }), io.language));
  return 0;
}

async function* linesOf(store: OpenStore, world: StoreWorld, now: number, counted: { records: number }) {
  const head: Head = { format: 'duban-backup', v: 1, world, at: new Date(now).toISOString() };
  yield `${JSON.stringify(head)}\n`;
  for await (const record of store.dump()) {
    counted.records++;
    yield `${JSON.stringify(record)}\n`;
  }
  yield `${JSON.stringify({ end: counted.records })}\n`;
}

/** `duban restore FILE`: into an empty store of the same kind only; the whole file is checked before anything is written. */
export async function restoreCommand(file: string, io: CliIo): Promise<number> {
  if (!existsSync(file)) throw new Refused(phrase('cli-backup-unread', { file }));
  const { head, records } = await checkFile(file);
  const { store, world } = await openOfficeStore(io);
  if (head.world !== world) throw new Refused(phrase('store-other-world'));
  if (!(await store.isEmpty())) throw new Refused(phrase('cli-restore-full'));
  await store.restore(recordsIn(file));
  const offices = await store.organizations();
  io.print(io.say(phrase('cli-restored', { file, offices: offices.length, records }), io.language));
  return 0;
}

async function checkFile(file: string): Promise<{ readonly head: Head; readonly records: number }> {
  let head: Head | undefined;
  let records = 0;
  let end: number | undefined;
  try {
    for await (const line of gunzipped(file)) {
      const one: Partial<Head> & { end?: number } = JSON.parse(line);
      if (head === undefined) {
        if (one.format !== 'duban-backup' || one.v !== 1) break;
        head = one as Head;
      } else if (one.end !== undefined) end = one.end;
      else records++;
    }
  } catch {
    // Cut off or no gzip: answered below like a file that is no backup.
  }
  if (head === undefined || end !== records) throw new Refused(phrase('cli-backup-unread', { file }));
  return { head, records };
}

async function* recordsIn(file: string): AsyncIterable<BackupRecord> {
  for await (const line of gunzipped(file)) {
    const one: BackupRecord & { end?: number } = JSON.parse(line);
    if (one.type !== undefined && one.end === undefined) yield one;
  }
}

async function* gunzipped(file: string): AsyncIterable<string> {
  const unzipped = createReadStream(file).pipe(createGunzip());
  const lines = createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY });
  let failure: unknown;
  unzipped.on('error', (error) => {
    failure = error;
    lines.close();
  });
  for await (const line of lines) if (line !== '') yield line;
  if (failure) throw failure;
}
