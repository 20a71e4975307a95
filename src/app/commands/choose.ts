import { phrase } from '../../core/phrase.ts';
import { carryOut, type Meaning } from '../carry-out.ts';
import type { Command } from './contract.ts';

/** An answer to the bot's own question: what was said before is carried out on what was chosen now. */
export const choose: Command = {
  id: 'choose',
  who: 'everyone',
  own: true,
  async run(ask) {
    const waiting = ask.facts.filter((f) => !f.settled);
    const act = ask.action?.with?.act;
    if (typeof act !== 'string' || waiting.length === 0) return { toast: phrase('toast-settled') };
    const reply = await carryOut(ask, waiting, JSON.parse(act) as Meaning);
    return reply.recorded?.occurrences.length ? { ...reply, toast: phrase('toast-recorded') } : reply;
  },
};
