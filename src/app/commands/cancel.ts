import { cancelOff } from '../cancel.ts';
import type { Command } from './contract.ts';

/** 本期不开: by the reporter or the office, with a reason. */
export const cancel: Command = {
  id: 'cancel',
  who: 'everyone',
  own: true,
  run: (ask) =>
    cancelOff(
      ask,
      ask.facts.filter((f) => !f.settled),
    ),
};
