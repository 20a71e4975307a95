import { closeOut } from '../close-out.ts';
import type { Command } from './contract.ts';

/** 销号: `/close 3 纪要存3号柜` submits a measure; review, acceptance, return and reopening are taps, each by its role. */
export const close: Command = {
  id: 'close',
  typed: ['close', '销号'],
  who: 'everyone',
  run: closeOut,
};
