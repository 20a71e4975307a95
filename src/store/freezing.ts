import type { Send } from '../core/message.ts';
import type { Base } from './base.ts';
import type { ChangeArgs } from './change-args.ts';
import { gathered } from './gathered.ts';
import { orgKeys } from './keys.ts';
import { KEEP_SECONDS } from './settle-args.ts';

const SPOKEN_SECONDS = 10 * 24 * 3600;
/** Messages of one trip. */
const MOST = 64;

/** Freezes a message, with others of its organization in one trip; each all or nothing. */
export function openFreezing({ run, machine }: Base): (org: string, one: ChangeArgs) => Promise<boolean> {
  const all = new Map<string, (one: ChangeArgs) => Promise<number>>();
  const of = (org: string) => {
    const found = all.get(org) ?? gathered((batch) => write(org, batch), { most: MOST, weightOf: () => 1 });
    all.set(org, found);
    return found;
  };
  async function write(org: string, batch: readonly ChangeArgs[]): Promise<readonly number[]> {
    const k = orgKeys(org);
    const keys = [k.waiting, k.sending, ...batch.flatMap((one) => one.keys)];
    const args = batch.flatMap((one) => [one.keys.length, one.args.length, ...one.args]);
    const about = [machine(), KEEP_SECONDS, SPOKEN_SECONDS, batch.length];
    return (await run('freeze', keys, [...about, ...args])) as readonly number[];
  }
  return async (org, one) => (await of(org)(one)) === 1;
}

export function freezeArgs(
  org: string,
  send: Send,
  dropped: readonly string[],
  counted: readonly string[],
): ChangeArgs {
  const k = orgKeys(org);
  return {
    keys: [k.waitingOf(send.to), k.send(send.id), ...counted.map(k.spoken)],
    args: [send.to, send.id, JSON.stringify(send), ...send.notices, ...dropped],
  };
}
