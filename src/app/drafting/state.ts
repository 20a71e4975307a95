import { openQuestions } from '../../core/drafting/drafting.ts';
import { earlierOf } from '../../core/drafting/earlier.ts';
import { openReminder } from '../../core/drafting/messages.ts';
import { questionsOf } from '../../core/drafting/questions.ts';
import { phrase } from '../../core/phrase.ts';
import { asksForDraft } from '../../core/reply/inquiry-words.ts';
import { answer } from '../../core/wording/echo.ts';
import type { Ask, Reply } from '../commands/contract.ts';
import { foundOf, mayDraft, shown } from './converse.ts';
import { isFresh } from './paper.ts';

/** 方案到哪一步了: how far the secretary's draft has come, and the message to go on from. Undefined for any other words. */
export async function draftState(ask: Ask, text: string): Promise<Reply | undefined> {
  if (!mayDraft(ask) || !asksForDraft(text)) return undefined;
  const drafting = (await foundOf(ask))?.drafting;
  const { plan } = ask.office;
  if (!drafting || drafting.stage === 'adopted') {
    if (isFresh(ask.office)) return { message: answer(phrase('drafting-send')) };
    const none = phrase('draft-state-none', { measures: plan.measures.length });
    if (earlierOf(drafting).length === 0) return { message: answer(none) };
    const open = openReminder(drafting!);
    return { message: { ...open, lines: [{ text: none }, ...open.lines] } };
  }
  if (drafting.stage !== 'asking') return { message: await shown(ask, drafting) };
  const total = questionsOf(drafting).length;
  const left = openQuestions(drafting).length;
  const state = phrase('draft-state-asking', { title: drafting.draft?.title ?? '', done: total - left, left });
  return { message: await shown(ask, drafting, state) };
}
