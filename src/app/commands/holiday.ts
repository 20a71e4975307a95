import { officeDay } from '../office-day.ts';
import type { Command } from './contract.ts';

/** `/holiday 2026-07-01`: the office itself takes that day off. */
export const holiday: Command = {
  id: 'holiday',
  typed: ['holiday', '放假'],
  who: 'office',
  run: (ask) => officeDay(ask, 'off'),
};
