import { phrase } from '../../core/phrase.ts';
import { askWhySwapped, reasonIn } from '../late-amend.ts';
import { swap as swapPeople } from '../swap.ts';
import type { Command } from './contract.ts';

/** The talk was with this one, not with that one. */
export const swap: Command = {
  id: 'swap',
  who: 'everyone',
  own: true,
  async run(ask) {
    const wrong = ask.facts.filter((f) => f.settled?.how === 'done');
    const right = ask.facts.filter((f) => !f.settled);
    if (wrong.length === 0 || right.length === 0) return { toast: phrase('toast-not-recorded') };
    const reason = reasonIn(ask);
    const why = reason === '' ? askWhySwapped(ask, wrong) : undefined;
    return why ?? swapPeople(ask, wrong, right, reason || undefined);
  },
};
