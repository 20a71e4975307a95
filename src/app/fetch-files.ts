import type { Attachment } from '../chat/contract.ts';
import { HOUR } from '../core/calendar.ts';
import { answerFiles } from './answer-files.ts';
import type { Fetched } from './fetched.ts';
import type { Offices } from './office.ts';
import type { WaitingFiles, World } from './ports.ts';

export interface Files {
  /** Fetches what may be fetched now; joins a run under way. */
  drain(): Promise<void>;
  /** Whether something is about to be fetched. */
  busy(): Promise<boolean>;
}

/** Telegram hands bots no larger file (core.telegram.org/bots/api#getfile). */
const LONGEST_FILE = 20 * 1024 * 1024;
/** Items of one album arrive one by one, within moments. */
const ALBUM_MS = 900;
const TRIES = 4;
const FIRST_PAUSE_MS = 1500;
/** A person's words lie in the queue no longer than that, whatever happens. */
const LONGEST_WAIT_MS = 24 * HOUR;

/** Fetches, hashes and keeps the files of messages, in the background: a lane never waits for a file. */
export function openFiles(world: World, offices: Offices): Files {
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    const waiting = await world.store.files.all();
    const now = world.clock.machine();
    for (const group of albumsOf(waiting)) {
      const last = Math.max(...group.map((w) => w.arrived));
      const ripe = group.every((w) => w.notBefore <= now) && (!group[0]!.event.album || now - last >= ALBUM_MS);
      if (ripe) await handle(world, offices, group);
    }
  }

  return {
    drain() {
      running ??= run()
        .catch((error: unknown) => world.log.error({ error }, 'files could not be fetched'))
        .finally(() => {
          running = undefined;
        });
      return running;
    },
    busy: async () => running !== undefined || (await world.store.files.all()).length > 0,
  };
}

function albumsOf(waiting: readonly WaitingFiles[]): readonly (readonly WaitingFiles[])[] {
  const albums = new Map<string, WaitingFiles[]>();
  for (const one of [...waiting].sort((a, b) => a.event.messageId - b.event.messageId)) {
    const key = one.event.album ? `${one.event.chat}/${one.event.album}` : one.id;
    albums.set(key, [...(albums.get(key) ?? []), one]);
  }
  return [...albums.values()];
}

async function handle(world: World, offices: Offices, group: readonly WaitingFiles[]): Promise<void> {
  const now = world.clock.machine();
  const last = group.some((w) => w.tries + 1 >= TRIES || now - w.arrived > LONGEST_WAIT_MS);
  const fetched: Fetched[] = [];
  for (const of of group.flatMap((w) => w.event.attachments)) {
    const one = await fetchOne(world, of);
    if (one === 'later' && !last) return again(world, group);
    fetched.push(one === 'later' ? { ok: false, of, why: 'gone' } : one);
  }
  await answerFiles(
    world,
    offices,
    group.map((w) => w.event),
    fetched,
  );
  await world.store.files.done(group.map((w) => w.id));
}

async function again(world: World, group: readonly WaitingFiles[]): Promise<void> {
  const now = world.clock.machine();
  for (const one of group)
    await world.store.files.put({
      ...one,
      tries: one.tries + 1,
      notBefore: now + FIRST_PAUSE_MS * 2 ** one.tries,
    });
}

async function fetchOne(world: World, of: Attachment): Promise<Fetched | 'later'> {
  if (of.size !== undefined && of.size > LONGEST_FILE) return { ok: false, of, why: 'too-large' };
  if (of.fileId === undefined) return { ok: true, of };
  const got = await world.chat.file(of.fileId);
  if (got.ok) return { ok: true, of, content: got.content };
  return got.why === 'later' ? 'later' : { ok: false, of, why: got.why };
}
