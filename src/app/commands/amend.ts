import { readDate } from '../../core/calendar.ts';
import { phrase } from '../../core/phrase.ts';
import { amendDate, amend as amendReport } from '../amend.ts';
import { amendmentIn } from '../late-amend.ts';
import type { Command } from './contract.ts';

/** The day of an earlier report, or what else was asked why, put right: a new entry, nothing is overwritten. */
export const amend: Command = {
  id: 'amend',
  who: 'everyone',
  own: true,
  async run(ask) {
    const day = readDate(String(ask.action?.with?.date ?? ''));
    const settled = ask.facts.filter((f) => f.settled?.how === 'done');
    const late = amendmentIn(ask);
    if (late && settled.length > 0)
      return {
        ...(await amendReport({ ...ask, words: late.words }, settled, late.reading, late.reason)),
        toast: phrase('toast-recorded'),
      };
    if (!day || settled.length === 0) return { toast: phrase('toast-not-recorded') };
    return { ...(await amendDate(ask, settled, day)), toast: phrase('toast-recorded') };
  },
};
