import { phrase } from '../../core/phrase.ts';
import type { Evidence } from '../../core/proof.ts';
import { carryOut } from '../carry-out.ts';
import { attached } from '../kept-files.ts';
import { confided, type Meaning } from '../meaning.ts';
import type { Command } from './contract.ts';

/** An answer to the bot's own question: what was said before is carried out on what was chosen now. */
export const choose: Command = {
  id: 'choose',
  who: 'everyone',
  own: true,
  async run(ask) {
    const waiting = ask.facts.filter((f) => !f.settled);
    const { act, files, said } = ask.action?.with ?? {};
    if (typeof act !== 'string' || waiting.length === 0) return { toast: phrase('toast-settled') };
    const reply = await carryOut(ask, waiting, JSON.parse(act) as Meaning, typeof said === 'string' ? said : undefined);
    const settled = reply.recorded?.occurrences.filter((f) => f.settled) ?? [];
    const toast = settled.length > 0 ? { toast: phrase('toast-recorded') } : {};
    if (typeof files !== 'string' || settled.length === 0 || confided(settled, ask.office))
      return { ...reply, ...toast };
    const evidence = JSON.parse(files) as readonly Evidence[];
    return { ...reply, ...toast, recorded: attached(ask, settled, evidence, reply.recorded) };
  },
};
