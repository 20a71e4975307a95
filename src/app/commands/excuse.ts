import { phrase } from '../../core/phrase.ts';
import { excuseByOffice } from '../leave.ts';
import type { Command } from './contract.ts';

/** 请假: the office excuses it, with a reason chosen here or typed. */
export const excuse: Command = {
  id: 'excuse',
  who: 'office',
  async run(ask) {
    const waiting = ask.facts.filter((f) => !f.settled);
    if (waiting.length === 0) return { toast: phrase('toast-settled') };
    return excuseByOffice(ask, waiting);
  },
};
