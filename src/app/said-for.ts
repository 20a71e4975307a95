import type { Said } from '../core/check-in.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import type { Ask } from './commands/contract.ts';

/** The speaker's words on an occurrence that somebody else is asked for are on that person's behalf. */
export function saidFor(ask: Ask, facts: OccurrenceFacts): Said {
  const own = facts.asked === ask.speaker || facts.person === ask.speaker;
  return own ? ask.said : { ...ask.said, onBehalfOf: facts.asked };
}
