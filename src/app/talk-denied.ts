import { DAY } from '../core/calendar.ts';
import { deniesTalk } from '../core/reply/attend-words.ts';
import type { ReplyContext, ReplyReading } from '../core/reply/contract.ts';
import { sentenceOf } from '../core/reply/sentence.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { commandById } from './commands/index.ts';
import { notUnderstood } from './not-understood.ts';
import type { Surroundings } from './surroundings.ts';

/** So long a talk that somebody recorded may be denied in words. */
const RECENT = 31 * DAY;

/** 王局没跟我谈: as 不是我 under the line that told of it. Whoever owes that talk themself only says that it is not yet. */
export async function talkDenied(
  ask: Ask,
  around: Surroundings,
  reading: ReplyReading,
  context: ReplyContext,
): Promise<Reply | undefined> {
  const { world, office, speaker, said, words } = ask;
  if (!deniesTalk(words)) return undefined;
  const named = sentenceOf(words, context).people.flatMap((m) => (m.ids.length === 1 ? m.ids : []));
  const [partner] = named.filter((id) => id !== speaker);
  if (partner === undefined || [...around.open, ...around.last].some((f) => f.counterpart === partner))
    return undefined;
  const recent = await world.store.ledger.settledBetween(office.org, said.at - RECENT, said.at + 1);
  const told = recent.filter(
    (f) => f.counterpart === speaker && f.person === partner && f.settled?.how === 'done' && f.settled.by !== speaker,
  );
  const last = told.at(-1);
  return last ? commandById('not-me')!.run({ ...ask, facts: [last] }) : notUnderstood(ask, around, reading);
}
