import { phrase } from '../../core/phrase.ts';
import { answer } from '../../core/wording/echo.ts';
import { collect, foundOf, mayDraft, notTheirs, shown } from '../drafting/converse.ts';
import type { Command } from './contract.ts';

/** `/plan` and the text of a paper: the beginning of a plan; alone: how to begin, or where the draft stands. */
export const plan: Command = {
  id: 'plan',
  typed: ['plan', '方案'],
  who: 'everyone',
  async run(ask) {
    if (!mayDraft(ask)) return notTheirs(ask);
    if (ask.words.trim() !== '') return collect(ask, ask.words);
    const found = await foundOf(ask);
    const goesOn = found && found.drafting.stage !== 'adopted';
    return { message: goesOn ? await shown(ask, found.drafting) : answer(phrase('drafting-send')) };
  },
};
