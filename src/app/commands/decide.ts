import { phrase } from '../../core/phrase.ts';
import { decideRequest } from '../request.ts';
import type { Command } from './contract.ts';

/** 同意 or 不同意 to leave or another day that somebody asked for. */
export const decide: Command = {
  id: 'decide',
  who: 'office',
  async run(ask) {
    if (ask.facts.every((f) => f.settled)) return { toast: phrase('toast-settled') };
    return decideRequest(ask);
  },
};
