import { phrase } from '../../core/phrase.ts';
import { requestLeave } from '../leave.ts';
import type { Command } from './contract.ts';

/** 请假: an event is excused at once; for anything else the office decides. */
export const leave: Command = {
  id: 'leave',
  who: 'everyone',
  async run(ask) {
    const mine = ask.facts.filter(
      (f) => !f.settled && (!f.gathering || f.person === ask.speaker || f.asked === ask.speaker),
    );
    const own = mine.filter((f) => f.person === ask.speaker);
    const about = own.length > 0 ? own : mine;
    if (about.length === 0) return { toast: phrase('toast-settled') };
    return requestLeave(ask, about, '');
  },
};
