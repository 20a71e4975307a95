import type { Change } from '../app/ports.ts';
import type { Instant } from '../core/calendar.ts';
import type { Notice } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { orgKeys } from './keys.ts';
import { pack } from './record.ts';
import { settleArgs } from './settle-args.ts';
import type { Call } from './trips.ts';

const DAY = 86_400_000;
/** Notices that arrive within this time of each other become one message. */
export const GATHER_MS = 250;
/**
 * A recipient deferred for longer than this is held (quiet hours, budget, nobody joined): something new to say asks
 * again, and nothing is under way for them. A shorter one is a pause before a retry.
 */
export const HELD_MS = 10_000;
/** How long ids of notices are remembered, so that none is said twice. */
const NOTICE_DAYS = 180;

type Arg = string | number;

/** One decision for `append.lua`, in its order. The entries are their JSON, people named by key already. */
export function changeArgs(org: string, change: Change, entries: readonly string[], machine: Instant): Call {
  const k = orgKeys(org);
  const keys: string[] = [change.source === undefined ? k.heads : k.source(change.source)];
  const of = numbering(keys);
  const args: Arg[] = [change.source === undefined ? 0 : 1, change.answer ?? ''];
  section(args, entriesOf(change.heads), ([thread, head]) => args.push(thread, head ?? 0));
  section(args, entriesOf(change.states), ([thread, state]) => args.push(thread, pack(state ?? {})));
  section(args, entries, (json) => args.push(json));
  section(args, change.occurrences ?? none, (facts) => args.push(...occurrenceArgs(facts, k, of)));
  section(args, entriesOf(change.told), ([id, told]) => args.push(id, pack(told)));
  section(args, change.notices ?? none, (notice) => args.push(...noticeArgs(notice, of(k.waitingOf(notice.to)))));
  args.push(forgetBefore(change.notices ?? none));
  section(args, entriesOf(change.wakes), ([wake, at]) => args.push(wake, at ?? ''));
  section(args, change.touch?.wakes ?? none, (wake) => args.push(wake, change.touch?.at ?? ''));
  section(args, entriesOf(change.texts), ([id, text]) => args.push(id, pack(text)));
  section(args, change.settles ? [change.settles] : none, (send) => {
    const settled = settleArgs(org, send, machine);
    args.push(...settled.keys.map(of), ...settled.args);
  });
  for (const arg of args) assertSound(arg);
  return { keys, args };
}

/** A script that fails halfway has written half: what Redis would refuse is refused before anything is sent. */
function assertSound(arg: Arg): void {
  if (typeof arg === 'number' && !Number.isFinite(arg)) throw new Error(`a change holds ${arg} where a number belongs`);
}

const none: readonly never[] = [];

function entriesOf<T>(record: Readonly<Record<string, T>> | undefined): readonly (readonly [string, T])[] {
  return record === undefined ? none : Object.entries(record);
}

/** Most sections of most changes are empty: that costs one number. */
function section<T>(args: Arg[], items: readonly T[], put: (item: T) => void): void {
  args.push(items.length);
  for (const item of items) put(item);
}

function occurrenceArgs(
  facts: OccurrenceFacts,
  k: ReturnType<typeof orgKeys>,
  numberOf: (key: string) => number,
): readonly Arg[] {
  const { id, due, asked, settled } = facts;
  const { writes } = facts;
  const written = writes === undefined ? facts : { ...facts, writes: writes + 1 };
  const openOf = numberOf(k.openOf(facts.measure));
  const settledBy = settled ? numberOf(k.settledBy(settled.by)) : '';
  return [id, JSON.stringify(written), openOf, due, asked, settled?.at ?? '', settledBy, writes ?? ''];
}

export function noticeArgs(notice: Notice, waitingOf: number): readonly Arg[] {
  return [waitingOf, notice.to, notice.id, pack(notice), notice.at];
}

export function forgetBefore(notices: readonly Notice[]): number | '' {
  return notices.length === 0 ? '' : Math.min(...notices.map((notice) => notice.at)) - NOTICE_DAYS * DAY;
}

/** Gives each further key its number (from 1), once. */
export function numbering(all: string[]): (key: string) => number {
  const numbers = new Map<string, number>();
  return (key) => {
    const number = numbers.get(key) ?? all.push(key);
    numbers.set(key, number);
    return number;
  };
}
