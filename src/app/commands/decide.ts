import { decideRequest } from '../decision.ts';
import type { Command } from './contract.ts';

/** 同意 or 不同意 to leave or another day that somebody asked for. */
export const decide: Command = {
  id: 'decide',
  who: 'office',
  async run(ask) {
    return decideRequest(ask);
  },
};
