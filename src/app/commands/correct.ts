import { correct as correctReport } from '../take-back.ts';
import type { Command } from './contract.ts';

/** 更正: takes a report back with a reason, also long after it was made. */
export const correct: Command = {
  id: 'correct',
  typed: ['correct', '更正'],
  who: 'everyone',
  run: correctReport,
};
