import type { OccurrenceFacts } from '../core/occurrence.ts';
import type { ReplyContext, ReplyReading } from '../core/reply/contract.ts';
import { aboutness } from '../core/reply/duty-words.ts';
import { normalize } from '../core/reply/normalize.ts';
import { readReply } from '../core/reply/reading.ts';
import { sentenceOf } from '../core/reply/sentence.ts';
import { owedBy } from './behalf.ts';
import type { Ask } from './commands/contract.ts';
import { actsForOffice } from './office.ts';
import { contextOf, openItem } from './surroundings.ts';

interface Theirs {
  readonly open: readonly OccurrenceFacts[];
  readonly context: ReplyContext;
  readonly reading: ReplyReading;
}

/**
 * 孙伟的督导改到下周三, said by the office: what that person owes moves, is excused or is off. A deed is not taken from
 * such words, which may be hearsay: it wants 代孙伟报.
 */
export async function ofOthers(
  ask: Ask,
  text: string,
  reading: ReplyReading,
  context: ReplyContext,
): Promise<Theirs | undefined> {
  const moves = reading.intent === 'postpone' || reading.intent === 'excuse' || reading.void;
  if (!moves || (context.about ?? []).length > 0) return undefined;
  if (!actsForOffice(ask.office, ask.speaker, ask.said.at)) return undefined;
  const named = sentenceOf(text, context).people.filter((m) => m.ids.length === 1 && !m.near && !m.department);
  const [person] = [...new Set(named.flatMap((m) => m.ids))].filter((id) => id !== ask.speaker);
  if (person === undefined) return undefined;
  const plain = normalize(text).text;
  const open = (await owedBy(ask, person)).filter((f) => aboutness(plain, openItem(f)) >= 2);
  const own = context.open.some((item) => aboutness(plain, item) >= 2);
  if (open.length === 0 || own) return undefined;
  const theirs = contextOf({ ...ask, speaker: person }, { open, shown: [], about: [], last: [] });
  const again = readReply(text, { ...theirs, speaker: ask.speaker });
  return { open, context: theirs, reading: again };
}
