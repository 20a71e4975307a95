import type { Send } from '../core/message.ts';
import type { Base } from './base.ts';
import { orgKeys } from './keys.ts';
import { KEEP_SECONDS } from './settle-args.ts';
import { type Call, openTrips } from './trips.ts';

const SPOKEN_SECONDS = 10 * 24 * 3600;
const MOST = 1000;

/** Freezes a message, with others of its organization in one trip; each all or nothing. */
export function openFreezing(base: Base): (org: string, one: Call) => Promise<boolean> {
  const freeze = openTrips<number>(base, 'freeze', MOST, (org) => {
    const k = orgKeys(org);
    return { keys: [k.waiting, k.sending], args: [base.machine(), KEEP_SECONDS, SPOKEN_SECONDS] };
  });
  return async (org, one) => (await freeze(org, one)) === 1;
}

export function freezeArgs(org: string, send: Send, dropped: readonly string[], counted: readonly string[]): Call {
  const k = orgKeys(org);
  return {
    keys: [k.waitingOf(send.to), k.send(send.id), ...counted.map(k.spoken)],
    args: [send.to, send.id, JSON.stringify(send), ...send.notices, ...dropped],
  };
}
