import type { Appended } from '../app/ports.ts';
import type { Base } from './base.ts';
import { appendArgs, type ChangeArgs } from './change-args.ts';
import { gathered } from './gathered.ts';

/** Writes one decision, with others of its organization in one trip; each is whole and by itself. */
export type Appends = (org: string, change: ChangeArgs) => Promise<Appended>;

type Reply = readonly ['written' | 'moved' | 'known' | 'failed', string];

/** Arguments of one trip: more would hold up whoever else asks the store. */
const MOST = 8000;

export function openAppends({ run, machine }: Base): Appends {
  const all = new Map<string, (change: ChangeArgs) => Promise<Reply>>();
  const of = (org: string) => {
    const found =
      all.get(org) ?? gathered((batch) => write(org, batch), { most: MOST, weightOf: ({ args }) => args.length });
    all.set(org, found);
    return found;
  };
  async function write(org: string, batch: readonly ChangeArgs[]): Promise<readonly Reply[]> {
    const { keys, args } = appendArgs(org, batch, machine());
    return (await run('append', keys, args)) as readonly Reply[];
  }
  return async (org, change) => {
    const [outcome, detail] = await of(org)(change);
    if (outcome === 'failed') throw new Error(`a change could not be written: ${detail}`);
    if (outcome === 'written') return { outcome, last: Number(detail) };
    return outcome === 'known' ? { outcome, answer: detail } : { outcome };
  };
}
