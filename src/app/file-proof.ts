import { together } from '../core/check-in.ts';
import type { Action } from '../core/message.ts';
import type { Evidence } from '../core/proof.ts';
import type { Asked } from './asking.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { alsoSaid } from './joined.ts';
import { added, attached } from './kept-files.ts';
import { reportDone } from './report.ts';
import type { Surroundings } from './surroundings.ts';

/** 须有佐证: the file that was asked for, or that came with the words 已报, completes the report. */
export async function finishedBy(
  ask: Ask,
  text: string,
  around: Surroundings,
  reply: Reply,
  evidence: readonly Evidence[],
): Promise<Reply | undefined> {
  const now = proofAskedIn(reply) ?? (text.trim() === '' ? proofWanted(around.asked) : undefined);
  if (!now) return undefined;
  const facts = (await ask.world.store.ledger.occurrences(ask.office.org, now.about)).filter((f) => !f.settled);
  if (facts.length === 0 || (around.about.length > 0 && !facts.some((f) => around.about.includes(f.id))))
    return undefined;
  const recorded = attached(ask, facts, evidence);
  const done = await reportDone(ask, recorded.occurrences, {});
  const base = { ...done, states: done.states ?? { [`person/${ask.speaker}`]: {} } };
  return {
    ...alsoSaid(base, added(ask, facts, evidence.length, true)),
    recorded: together([recorded, ...(done.recorded ? [done.recorded] : [])]),
  };
}

/** What the file that comes next is asked for, if the bot waits for one. */
export const proofWanted = (asked: Asked | undefined): Action | undefined =>
  asked?.free?.with?.proof === true ? asked.free : undefined;

function proofAskedIn({ states }: Reply): Action | undefined {
  const asking = Object.values(states ?? {}).flatMap((s) => (typeof s?.asking === 'string' ? [s.asking] : []));
  return asking.map((one) => proofWanted(JSON.parse(one) as Asked)).find((one) => one !== undefined);
}
