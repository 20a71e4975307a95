import { officeDay } from '../office-day.ts';
import type { Command } from './contract.ts';

/** `/workday 2026-07-04`: the office itself works that day. */
export const workday: Command = {
  id: 'workday',
  typed: ['workday', '上班'],
  who: 'office',
  run: (ask) => officeDay(ask, 'work'),
};
