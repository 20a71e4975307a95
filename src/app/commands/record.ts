import { phrase } from '../../core/phrase.ts';
import { reportDone } from '../report.ts';
import type { Command } from './contract.ts';

/** 代为登记: the office records it on behalf of whoever owes it, who hears of it. */
export const record: Command = {
  id: 'record',
  who: 'office',
  async run(ask) {
    const reply = await reportDone(ask, ask.facts, {});
    return { ...reply, toast: phrase(reply.recorded?.occurrences.length ? 'toast-recorded' : 'toast-not-recorded') };
  },
};
