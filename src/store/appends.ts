import type { Appended } from '../app/ports.ts';
import type { Base } from './base.ts';
import { GATHER_MS, HELD_MS } from './change-args.ts';
import { orgKeys } from './keys.ts';
import { type Call, openTrips } from './trips.ts';

/** Writes one decision, with others of its organization in one trip; each is whole and by itself. */
export type Appends = (org: string, change: Call) => Promise<Appended>;

type Reply = readonly ['written' | 'moved' | 'known' | 'failed', string];

const MOST = 8000;
const SOURCE_SECONDS = 7 * 24 * 3600;

export function openAppends(base: Base): Appends {
  const write = openTrips<Reply>(base, 'append', MOST, (org) => {
    const k = orgKeys(org);
    const facts = [k.heads, k.states, k.ledger, k.occurrences, k.told, k.texts, k.open, k.asked, k.due, k.settled];
    const now = base.machine();
    return {
      keys: [...facts, k.waiting, k.noticeIds, k.wakes],
      args: [now + GATHER_MS, now + HELD_MS, SOURCE_SECONDS],
    };
  });
  return async (org, change) => {
    const [outcome, detail] = await write(org, change);
    if (outcome === 'failed') throw new Error(`a change could not be written: ${detail}`);
    if (outcome === 'written') return { outcome, last: Number(detail) };
    return outcome === 'known' ? { outcome, answer: detail } : { outcome };
  };
}
