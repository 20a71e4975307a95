import { phrase } from '../../core/phrase.ts';
import { reportDone } from '../report.ts';
import type { Command } from './contract.ts';

/** On how many days of last week somebody studied by themselves: counted apart, shown to nobody else. */
export const days: Command = {
  id: 'days',
  who: 'everyone',
  own: true,
  async run(ask) {
    const count = Number(ask.action?.with?.days ?? 0);
    const reply = await reportDone(ask, ask.facts, { amount: count });
    return { ...reply, toast: phrase('toast-recorded') };
  },
};
