import type { Event } from '../chat/contract.ts';
import { phrase } from '../core/phrase.ts';
import { asksForHelp } from '../core/reply/inquiry-words.ts';
import { answer as wording } from '../core/wording/echo.ts';
import { allowed } from './allowed.ts';
import { askedInWords, originalOf } from './asked-in-words.ts';
import { commandById, commandTyped } from './commands/index.ts';
import { commit } from './commit.ts';
import { digestTalk } from './digest/talk.ts';
import { draftingTalk } from './drafting/converse.ts';
import { draftState } from './drafting/state.ts';
import { understandEdit } from './edited.ts';
import { onListed } from './listed.ts';
import type { Offices } from './office.ts';
import { officeTalk } from './office-talk.ts';
import type { World } from './ports.ts';
import type { Speaker } from './speaker.ts';
import { understand } from './understand.ts';

/** The longest sentence that is read; longer ones are answered, not read. */
export const LONGEST_TEXT = 2000;

/** A command, an answer to what the bot asked, or a sentence: whoever knows it first answers it. */
export async function answerText(
  world: World,
  offices: Offices,
  who: Speaker,
  event: Event & { type: 'text' },
): Promise<void> {
  const typed = /^[/／]\s*([^\s@]+)(?:@\w+)?\s*([\s\S]*)$/u.exec(event.text.trim());
  const command = typed ? commandTyped(typed[1]!) : undefined;
  const base = { ...askedInWords(world, who, event), words: typed?.[2] ?? event.text };
  await commit(base, offices, async (ask) => {
    if (typed && !command)
      return onListed(ask, `${typed[1]} ${typed[2]}`) ?? { message: wording(phrase('unknown-command')) };
    if (command)
      return allowed(command, ask) ? command.run(ask) : Promise.resolve({ message: wording(phrase('not-allowed')) });
    if (asksForHelp(event.text)) return commandById('help')!.run(ask);
    const state = await draftState(ask, event.text);
    if (state) return state;
    const drafted = await draftingTalk(ask, event.text, LONGEST_TEXT);
    if (drafted) return drafted;
    if (event.text.length > LONGEST_TEXT) return Promise.resolve({ message: wording(phrase('too-long')) });
    if (event.text.trim() === '') return Promise.resolve({ message: wording(phrase('no-words')) });
    if (event.edited !== undefined) return understandEdit(ask, event.text, originalOf(event));
    return (
      (await digestTalk(ask, event.text)) ??
      onListed(ask, event.text) ??
      (await officeTalk(ask, event.text)) ??
      understand(ask, event.text)
    );
  });
}
