import type { Button } from '../message.ts';
import type { Phrase } from '../phrase.ts';
import type { Drafting } from './drafting.ts';

/** A button under a draft; what it does is `what` in `app/commands/draft.ts`. */
export function draftButton(
  label: Phrase,
  drafting: Drafting,
  what: string,
  more: Record<string, string> = {},
): Button {
  return { label, action: { command: 'draft', about: [], with: { id: drafting.id, what, ...more } } };
}
