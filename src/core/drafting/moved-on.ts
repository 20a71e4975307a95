import type { Button, Line, Message } from '../message.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { Drafting } from './drafting.ts';

/**
 * A message of a draft that has gone on since: what it offered is offered no more, and a question shows its answer. As
 * long as the draft is open, the answer can be given anew from there.
 */
export function movedOn(message: Message, drafting: Drafting | undefined): Message {
  const buttons = message.buttons.flat();
  // What waits for an answer can be taken up again, from every message that tells of it.
  if (buttons.every(({ action }) => action.with?.what === 'reopen')) return message;
  const asked = buttons.find(({ action }) => action.with?.what === 'change')?.action.with;
  const key = String(asked?.key);
  const same = drafting && buttons.some(({ action }) => action.with?.id === drafting.id) ? drafting : undefined;
  const value = asked ? same?.answers[key] : undefined;
  const mayChange = value !== undefined && same?.stage !== 'adopted';
  const kept = message.lines.filter(({ text }) => !isHint(text));
  const answered: readonly Line[] =
    value === undefined ? [] : [{ text: phrase('question-answered', { value: worded(key, value, buttons) }) }];
  return {
    ...message,
    lines: [...kept, ...answered],
    buttons: message.buttons.map((row) => row.map((button) => shownIf(button, mayChange && isChange(button)))),
  };
}

/** Of a round the title is meant, not its place. */
function worded(key: string, value: string, buttons: readonly Button[]): Phrase {
  if (value === '') return phrase('button-draft-open');
  const chosen = buttons.find(({ action }) => action.with?.key === key && action.with.value === value);
  return key === 'round' && chosen ? chosen.label : phrase('drafting-choice', { value });
}

function isHint({ id }: Phrase): boolean {
  return id.startsWith('drafting-hint-') || ['drafting-not-understood', 'drafting-adopt-hint'].includes(id);
}

function isChange({ action }: Button): boolean {
  return action.with?.what === 'change';
}

function shownIf({ label, action }: Button, shows: boolean): Button {
  return shows ? { label, action } : { label, action, hidden: true };
}
