import { paperReply } from '../paper-reply.ts';
import type { Command } from './contract.ts';

/** 台账: the whole workbook, for the office, its head, and whoever supervises or inspects. */
export const ledger: Command = {
  id: 'ledger',
  typed: ['ledger', '台账'],
  who: 'everyone',
  run: async (ask) => paperReply(ask, 'ledger', {}),
};
