import type { Notice, Recipient } from '../core/notice.ts';
import type { Base } from './base.ts';
import { GATHER_MS, HELD_MS, noticeArgs, numbering } from './change-args.ts';
import { orgKeys } from './keys.ts';
import { openTrips } from './trips.ts';

const MOST = 1000;

type Redistribute = (
  org: string,
  from: Recipient,
  ids: readonly string[],
  notices: readonly Notice[],
) => Promise<boolean>;

/** Takes notices of one recipient out of waiting and puts others in, all or nothing; others of the moment go along. */
export function openRedistributing(base: Base): Redistribute {
  const carry = openTrips<number>(base, 'redistribute', MOST, (org) => {
    const k = orgKeys(org);
    const now = base.machine();
    return { keys: [k.waiting, k.noticeIds], args: [now + GATHER_MS, now + HELD_MS] };
  });
  return async (org, from, ids, notices) => {
    const k = orgKeys(org);
    const keys: string[] = [k.waitingOf(from)];
    const numberOf = numbering(keys);
    const added = notices.flatMap((notice) => noticeArgs(notice, numberOf(k.waitingOf(notice.to))));
    return (await carry(org, { keys, args: [from, ids.length, ...ids, ...added] })) === 1;
  };
}
