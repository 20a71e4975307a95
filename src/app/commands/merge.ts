import { mergeInto } from '../cancel.ts';
import type { Command } from './contract.ts';

/** 并入: held together with another gathering. */
export const merge: Command = {
  id: 'merge',
  who: 'everyone',
  own: true,
  run: (ask) =>
    mergeInto(
      ask,
      ask.facts.filter((f) => !f.settled),
    ),
};
