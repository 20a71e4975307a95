import { readDate } from '../../core/calendar.ts';
import { phrase } from '../../core/phrase.ts';
import { amendDate } from '../amend.ts';
import type { Command } from './contract.ts';

/** The day of an earlier report, put right: a new entry, nothing is overwritten. */
export const amend: Command = {
  id: 'amend',
  who: 'everyone',
  own: true,
  async run(ask) {
    const day = readDate(String(ask.action?.with?.date ?? ''));
    const settled = ask.facts.filter((f) => f.settled?.how === 'done');
    if (!day || settled.length === 0) return { toast: phrase('toast-not-recorded') };
    return { ...(await amendDate(ask, settled, day)), toast: phrase('toast-recorded') };
  },
};
