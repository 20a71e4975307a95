import { acceptOrReturn, acceptTyped } from '../acceptance.ts';
import type { Command } from './contract.ts';

/** 验收: the person whom the plan names accepts what was reported, or hands it back with a reason. */
export const accept: Command = {
  id: 'accept',
  typed: ['accept', '验收'],
  who: 'everyone',
  run: (ask) => (ask.action ? acceptOrReturn(ask) : acceptTyped(ask)),
};
