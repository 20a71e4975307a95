import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { phrase } from '../core/phrase.ts';
import { type KeptFile, keptFiles, openArchive } from '../store/archive.ts';
import type { BackupRecord } from '../store/backup.ts';
import type { StoreWorld } from '../store/store.ts';
import { type CliIo, Refused } from './contract.ts';
import { type OpenedStore, openOfficeStore } from './open-store.ts';

/** First line of a backup: gzipped JSON lines, then records, then evidence, then a last line that counts both. */
interface Head {
  readonly format: 'duban-backup';
  /** 1 held no evidence. */
  readonly v: 1 | 2;
  readonly world: StoreWorld;
  readonly at: string;
}

/** A kept file; its name is the SHA-256 of its content. */
interface FileLine {
  readonly org: string;
  readonly sha256: string;
  readonly base64: string;
}

interface Counts {
  records: number;
  files: number;
  /** Names of files whose content is not what it was when it was kept. */
  readonly altered: string[];
}

/** `duban backup FILE`: all organizations in one file, whole or not at all, for its owner alone. */
export async function backupCommand(file: string, io: CliIo): Promise<number> {
  const opened = await openOfficeStore(io);
  if (await opened.store.isEmpty()) throw new Refused(phrase('cli-no-office'));
  const fresh = `${file}.part`;
  rmSync(fresh, { force: true });
  const counts: Counts = { records: 0, files: 0, altered: [] };
  try {
    const lines = Readable.from(linesOf(opened, io.now(), counts));
    await pipeline(lines, createGzip(), createWriteStream(fresh, { mode: 0o600, flags: 'wx', flush: true }));
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    if (error instanceof Error && 'syscall' in error) throw new Refused(phrase('cli-not-written', { file }));
    throw error;
  }
  const offices = (await opened.store.organizations()).length;
  const { records, files, altered } = counts;
  io.print(io.say(phrase('cli-backed-up', { file, offices, records, files }), io.language));
  if (altered.length > 0) io.complain(io.say(phrase('cli-backup-altered', { files: altered }), io.language));
  return altered.length > 0 ? 1 : 0;
}

/** Evidence comes last: whatever the records name was kept before they were written. */
async function* linesOf({ store, world, evidenceDir }: OpenedStore, now: number, counts: Counts) {
  const head: Head = { format: 'duban-backup', v: 2, world, at: new Date(now).toISOString() };
  yield `${JSON.stringify(head)}\n`;
  for await (const record of store.dump()) {
    counts.records++;
    yield `${JSON.stringify(record)}\n`;
  }
  for await (const { org, sha256, content } of keptFiles(evidenceDir)) {
    if (!isIntact({ sha256, content })) {
      counts.altered.push(`${org}/${sha256}`);
      continue;
    }
    counts.files++;
    const line: FileLine = { org, sha256, base64: content.toString('base64') };
    yield `${JSON.stringify(line)}\n`;
  }
  yield `${JSON.stringify({ end: counts.records, files: counts.files })}\n`;
}

function isIntact({ sha256, content }: Pick<KeptFile, 'sha256' | 'content'>): boolean {
  return createHash('sha256').update(content).digest('hex') === sha256;
}

/** `duban restore FILE`: into an empty store of the same kind only; the whole file is checked before anything is written. */
export async function restoreCommand(file: string, io: CliIo): Promise<number> {
  if (!existsSync(file)) throw new Refused(phrase('cli-backup-unread', { file }));
  const { head, records, files } = await checkFile(file);
  const { store, world, evidenceDir } = await openOfficeStore(io);
  if (head.world !== world) throw new Refused(phrase('store-other-world'));
  if (!(await store.isEmpty())) throw new Refused(phrase('cli-restore-full'));
  // Evidence first: a store that names files is never without them, also if this is cut off.
  const archive = openArchive(evidenceDir);
  for await (const one of linesIn(file)) if (isFile(one)) await archive.keep(one.org, bytesOf(one));
  await store.restore(recordsIn(file));
  const offices = (await store.organizations()).length;
  io.print(io.say(phrase('cli-restored', { file, offices, records, files }), io.language));
  return 0;
}

type Line = Head | BackupRecord | FileLine | { readonly end: number; readonly files?: number };

async function checkFile(
  file: string,
): Promise<{ readonly head: Head; readonly records: number; readonly files: number }> {
  let head: Head | undefined;
  const seen = { records: 0, files: 0 };
  let whole = false;
  try {
    for await (const line of linesIn(file)) {
      if (head === undefined) {
        if (!('format' in line) || line.format !== 'duban-backup' || line.v > 2) break;
        head = line;
      } else if ('end' in line) whole = line.end === seen.records && (line.files ?? 0) === seen.files;
      else if (!isFile(line)) seen.records++;
      else if (isSlug(line.org) && isIntact({ sha256: line.sha256, content: bytesOf(line) })) seen.files++;
    }
  } catch {
    // Cut off or no gzip: answered below like a file that is no backup.
  }
  if (head === undefined || !whole) throw new Refused(phrase('cli-backup-unread', { file }));
  return { head, ...seen };
}

function isFile(line: Line): line is FileLine {
  return 'sha256' in line;
}

/** An organization's id becomes the name of a folder. */
function isSlug(org: string): boolean {
  return /^[a-z0-9-]{1,24}$/.test(org);
}

function bytesOf({ base64 }: FileLine): Buffer {
  return Buffer.from(base64, 'base64');
}

async function* recordsIn(file: string): AsyncIterable<BackupRecord> {
  for await (const line of linesIn(file)) if ('type' in line) yield line;
}

async function* linesIn(file: string): AsyncIterable<Line> {
  for await (const line of gunzipped(file)) yield JSON.parse(line);
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
