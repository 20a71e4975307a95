import type { Base } from './base.ts';
import type { ScriptName } from './connection.ts';
import { gathered } from './gathered.ts';

type Arg = string | number;

/** What one call brings to a script: keys of its own, named in its arguments by their number, and the arguments. */
export interface Call {
  readonly keys: readonly string[];
  readonly args: readonly Arg[];
}

/**
 * A script that carries many calls of one organization in one trip and answers for each. Its keys are `shared`, then
 * those of each call; its arguments `shared`, how many calls, then of each how many keys and how many arguments it has,
 * and these. `most`: arguments of one trip, since a long one holds up whoever else asks the store.
 */
export function openTrips<Reply>(
  { run }: Base,
  script: ScriptName,
  most: number,
  shared: (org: string) => Call,
): (org: string, call: Call) => Promise<Reply> {
  const all = new Map<string, (call: Call) => Promise<Reply>>();

  async function carry(org: string, calls: readonly Call[]): Promise<readonly Reply[]> {
    const fixed = shared(org);
    const keys = [...fixed.keys];
    const args = [...fixed.args, calls.length];
    for (const call of calls) {
      for (const key of call.keys) keys.push(key);
      args.push(call.keys.length, call.args.length);
      for (const arg of call.args) args.push(arg);
    }
    return (await run(script, keys, args)) as readonly Reply[];
  }

  return (org, call) => {
    const of = all.get(org) ?? gathered((calls) => carry(org, calls), { most, weightOf: ({ args }) => args.length });
    all.set(org, of);
    return of(call);
  };
}
