import { phrase } from '../../core/phrase.ts';
import { takeBack } from '../take-back.ts';
import type { Command } from './contract.ts';

/** 撤回, within the office's window. */
export const undo: Command = {
  id: 'undo',
  typed: ['undo', '撤回'],
  who: 'everyone',
  async run(ask) {
    const reply = await takeBack(ask, ask.action ? ask.facts : undefined);
    return { ...reply, toast: phrase(reply.recorded?.occurrences.length ? 'toast-undone' : 'toast-not-undone') };
  },
};
