import { readDate } from '../../core/calendar.ts';
import { phrase } from '../../core/phrase.ts';
import { requestMove } from '../move.ts';
import type { Command } from './contract.ts';

/** 改期 to a day that was tapped. */
export const move: Command = {
  id: 'move',
  who: 'everyone',
  own: true,
  async run(ask) {
    const until = readDate(String(ask.action?.with?.date ?? ''));
    const waiting = ask.facts.filter((f) => !f.settled);
    if (!until || waiting.length === 0) return { toast: phrase('toast-settled') };
    return requestMove(ask, waiting, until, '');
  },
};
