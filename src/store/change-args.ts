import type { Change } from '../app/ports.ts';
import type { Instant } from '../core/calendar.ts';
import type { Notice } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { orgKeys } from './keys.ts';
import { pack } from './record.ts';
import { settleArgs } from './settle-args.ts';

const DAY = 86_400_000;
const SOURCE_SECONDS = 7 * 24 * 3600;
/** Notices that arrive within this time of each other become one message. */
export const GATHER_MS = 250;
/**
 * A recipient deferred for longer than this is held (quiet hours, budget, nobody joined): something new to say asks
 * again, and nothing is under way for them. A shorter one is a pause before a retry.
 */
export const HELD_MS = 10_000;
/** How long ids of notices are remembered, so that none is said twice. */
const NOTICE_DAYS = 180;

/** What one decision brings to `append.lua`: keys of its own and its arguments, in the order of the script. */
export interface ChangeArgs {
  readonly keys: readonly string[];
  readonly args: readonly (string | number)[];
}

/** The entries are their JSON, people named by key already. */
export function changeArgs(org: string, change: Change, entries: readonly string[], machine: Instant): ChangeArgs {
  const k = orgKeys(org);
  const keys: string[] = [change.source === undefined ? k.heads : k.source(change.source)];
  const of = numbering(keys);
  const args = [
    change.source === undefined ? 0 : 1,
    change.answer ?? '',
    ...section(Object.entries(change.heads), ([thread, head]) => [thread, head ?? 0]),
    ...section(Object.entries(change.states ?? {}), ([thread, state]) => [thread, pack(state ?? {})]),
    ...section(entries, (json) => [json]),
    ...section(change.occurrences ?? [], (facts) => occurrenceArgs(facts, k, of)),
    ...section(Object.entries(change.told ?? {}), ([id, told]) => [id, pack(told)]),
    ...section(change.notices ?? [], (notice) => noticeArgs(notice, of(k.waitingOf(notice.to)))),
    forgetBefore(change.notices ?? []),
    ...section(Object.entries(change.wakes ?? {}), ([wake, at]) => [wake, at ?? '']),
    ...section(change.touch?.wakes ?? [], (wake) => [wake, change.touch?.at ?? '']),
    ...section(Object.entries(change.texts ?? {}), ([id, text]) => [id, pack(text)]),
    ...section(change.settles ? [change.settles] : [], (send) => {
      const settled = settleArgs(org, send, machine);
      return [...settled.keys.map(of), ...settled.args];
    }),
  ];
  return { keys, args: args.map(sound) };
}

/** Keys and arguments of `append.lua` for several decisions of one organization. */
export function appendArgs(org: string, changes: readonly ChangeArgs[], machine: Instant) {
  const k = orgKeys(org);
  const fixed = [k.heads, k.states, k.ledger, k.occurrences, k.told, k.texts, k.open, k.asked, k.due, k.settled];
  return {
    keys: [...fixed, k.waiting, k.noticeIds, k.wakes, ...changes.flatMap(({ keys }) => keys)],
    args: [
      ...[machine + GATHER_MS, machine + HELD_MS, SOURCE_SECONDS, changes.length],
      ...changes.flatMap(({ keys, args }) => [keys.length, args.length, ...args]),
    ],
  };
}

/** A script that fails halfway has written half: what Redis would refuse is refused before anything is sent. */
function sound(arg: string | number): string | number {
  if (typeof arg !== 'string' && !Number.isFinite(arg)) throw new Error(`a change holds ${arg} where a number belongs`);
  return arg;
}

function section<T>(items: readonly T[], argsOf: (item: T) => readonly (string | number)[]): (string | number)[] {
  return [items.length, ...items.flatMap(argsOf)];
}

function occurrenceArgs(
  facts: OccurrenceFacts,
  k: ReturnType<typeof orgKeys>,
  numberOf: (key: string) => number,
): readonly (string | number)[] {
  const { id, due, asked, settled } = facts;
  const { writes } = facts;
  const written = writes === undefined ? facts : { ...facts, writes: writes + 1 };
  const openOf = numberOf(k.openOf(facts.measure));
  const settledBy = settled ? numberOf(k.settledBy(settled.by)) : '';
  return [id, JSON.stringify(written), openOf, due, asked, settled?.at ?? '', settledBy, writes ?? ''];
}

export function noticeArgs(notice: Notice, waitingOf: number): readonly (string | number)[] {
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
