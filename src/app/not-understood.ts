import { MINUTE } from '../core/calendar.ts';
import type { Button } from '../core/message.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import type { ReplyReading } from '../core/reply/contract.ts';
import { courtesyOf } from '../core/reply/inquiry-words.ts';
import { isCourtesy } from '../core/reply/sayings.ts';
import { answer, undoButton, withButtons } from '../core/wording/echo.ts';
import { mattersOf } from '../core/wording/item.ts';
import { rows } from '../core/wording/rows.ts';
import { choiceLine } from './choices.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { titleOf } from './evidence.ts';
import { inquired } from './inquiry.ts';
import type { Thread } from './ports.ts';
import type { Surroundings } from './surroundings.ts';

/** So soon after one that was not understood, another is not answered with the same list again. */
const JUST_SAID = 30 * MINUTE;

/** A nod, a courtesy, a question, or not understood: answered, with what is open as buttons; nothing is recorded. */
export async function notUnderstood(ask: Ask, around: Surroundings, reading: ReplyReading): Promise<Reply> {
  const own = around.open.filter((f) => f.asked === ask.speaker || f.person === ask.speaker);
  if (reading.intent === 'acknowledge')
    return { message: answer(phrase(own.length === 0 ? 'seen-nothing' : 'seen-chat')) };
  if (isCourtesy(ask.words)) return { message: answer(courtesy(ask.words, mattersOf(own).length)) };
  const told = reading.intent === 'question' ? await inquired(ask, around, ask.words) : undefined;
  if (told) return told;
  if (own.length === 0) return aboutLast(ask, around);
  const thread: Thread = `person/${ask.speaker}`;
  const states = { [thread]: { puzzled: ask.said.at } };
  const { state } = await ask.world.store.ledger.head(ask.office.org, thread);
  const again = typeof state.puzzled === 'number' && ask.said.at - state.puzzled < JUST_SAID;
  const reply = again ? { message: answer(phrase('not-understood-again')) } : listed(ask, own);
  return { ...reply, states };
}

/** Nothing is open: it can only be about what was just reported, which stays as it is. */
function aboutLast(ask: Ask, { last }: Surroundings): Reply {
  const mine = last.filter((f) => f.settled?.by === ask.speaker);
  if (mine.length === 0) return { message: answer(phrase('nothing-open')) };
  const text = phrase('not-understood-last', { title: titleOf(mine, ask) });
  return { message: withButtons(answer(text), [undoButton(mine)]) };
}

/** 谢谢 is answered as such; a greeting also hears what is open. */
function courtesy(words: string, count: number): Phrase {
  const kind = courtesyOf(words);
  return kind === 'greeting'
    ? phrase('courtesy', { count })
    : phrase(kind === 'thanks' ? 'courtesy-thanks' : 'seen-chat');
}

/** What was said is none of what is open: why, and what is. Nothing is recorded. */
export function nothingMeant(ask: Ask, { open }: Surroundings, why: Phrase): Reply {
  const own = open.filter((f) => f.asked === ask.speaker || f.person === ask.speaker);
  return own.length > 0 ? listed(ask, own, why) : { message: answer(phrase('nothing-open-unrecorded')) };
}

/** What is open, as numbers: of none of it was anything recorded. */
function listed(
  ask: Ask,
  own: Surroundings['open'],
  head: Phrase = phrase('not-understood'),
): { readonly message: NonNullable<Reply['message']> } {
  const matters = mattersOf(own).slice(0, 9);
  const items = matters.map((matter, i) => ({ no: i + 1, about: matter.facts.map((f) => f.id) }));
  const lines = matters.map((matter, i) => ({
    text: phrase('choice', { no: i + 1, title: choiceLine(matter, matters, ask) }),
    item: i + 1,
  }));
  const buttons = rows(
    items.map(
      ({ no, about }): Button => ({ label: phrase('button-number', { n: no }), action: { command: 'open', about } }),
    ),
    5,
  );
  return {
    message: withButtons({ lines: [{ text: head }, ...lines], buttons: [], items }, ...buttons),
  };
}
