import type { Instant } from '../core/calendar.ts';
import { HOUR } from '../core/calendar.ts';
import { toPerson } from '../core/ladder.ts';
import type { Action, Button, Line, Message } from '../core/message.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import type { PersonId } from '../core/plan/plan.ts';
import type { Asking } from '../core/reply/contract.ts';
import { rows } from '../core/wording/rows.ts';
import type { Ask, Reply } from './commands/contract.ts';
import type { Thread } from './ports.ts';

/** One answer to a question of the bot: its button, and what it stands for. */
export interface Choice {
  /** Occurrence or person; whatever else the question chooses among. */
  readonly id: string;
  readonly label: Phrase;
  readonly action: Action;
  /** In words above the buttons, numbered; without it only its label shows. */
  readonly line?: Phrase;
}

export interface Question {
  readonly question: Asking['question'];
  readonly head: readonly Phrase[];
  readonly choices: readonly Choice[];
  /** The form of the name that is asked about. */
  readonly name?: string;
  /** What a sentence in reply belongs to (the reason for a correction, for a cancellation). */
  readonly free?: Action;
}

/** The bot's last question to a person, as it is remembered until they say something else. */
export interface Asked extends Asking {
  readonly actions: readonly Action[];
  readonly free?: Action;
  readonly at: Instant;
  /** Notice that asked it. */
  readonly notice: string;
}

/** A question is forgotten after a day: by then nobody remembers what 2 meant. */
const REMEMBERED_MS = 24 * HOUR;

export const threadOf = (person: PersonId): Thread => `person/${person}`;

/** Asks back with buttons; a number, the label or a sentence in reply answers it too. */
export function askBack(ask: Ask, asked: Question): Reply {
  const { choices, question, head, name, free } = asked;
  const listed = choices.some((c) => c.line);
  const lines: Line[] = choices.flatMap(({ line, id }, i) =>
    line ? [{ text: phrase('choice', { no: i + 1, title: line }), ...(isOccurrence(id) ? { item: i + 1 } : {}) }] : [],
  );
  const buttons = choices.map(
    ({ label, action, line }, i): Button => ({
      label: line ? phrase('button-number', { n: i + 1 }) : label,
      action,
      answers: true,
    }),
  );
  const items = choices.flatMap(({ id, action }, i) => (isOccurrence(id) ? [{ no: i + 1, about: action.about }] : []));
  const message: Message = {
    lines: [...head.map((text) => ({ text })), ...lines],
    buttons: rows(buttons, listed ? 5 : 2),
    items,
  };
  const kept: Asked = {
    question,
    choices: choices.map((c) => c.id),
    ...(name === undefined ? {} : { name }),
    actions: choices.map((c) => c.action),
    ...(free ? { free } : {}),
    at: ask.said.at,
    notice: answerId(ask),
  };
  return { message, states: { [threadOf(ask.speaker)]: { asking: JSON.stringify(kept) } } };
}

const isOccurrence = (id: string): boolean => id.includes('@');

/** What the bot asks back with this reply, if it does. */
export function questionIn({ states }: Reply): Asked['question'] | undefined {
  const [asking] = Object.values(states ?? {}).flatMap((s) => (typeof s?.asking === 'string' ? [s.asking] : []));
  return asking === undefined ? undefined : (JSON.parse(asking) as Asked).question;
}

/** Whether the bot waits for an answer to its own question. */
export const asksBack = (reply: Reply): boolean => questionIn(reply) !== undefined;

/** The id of the notice that answers this very request. */
export function answerId({ office, said, speaker }: Ask): string {
  return `answer@${office.org}.${said.source}~${toPerson(speaker)}`;
}

/** The question that this sentence may answer: the last one, unless a newer list was shown or another message is meant. */
export async function askedOf(ask: Ask): Promise<Asked | undefined> {
  const { world, office, speaker, event, said } = ask;
  const { state } = await world.store.ledger.head(office.org, threadOf(speaker));
  if (typeof state.asking !== 'string') return undefined;
  const asked = JSON.parse(state.asking) as Asked;
  if (said.at - asked.at > REMEMBERED_MS) return undefined;
  const { outbox } = world.store;
  if (event.type === 'text' && event.replyTo !== undefined) {
    const replied = await outbox.byMessage(office.org, event.chat, event.replyTo);
    return replied?.notices.includes(asked.notice) ? asked : undefined;
  }
  const list = await outbox.lastList(office.org, toPerson(speaker));
  return !list || list.at <= asked.at || list.notices.includes(asked.notice) ? asked : undefined;
}

/** Whatever is said next, the question is over, unless the answer asks anew. */
export function noLongerAsked(ask: Ask, reply: Reply): Reply {
  const thread = threadOf(ask.speaker);
  return reply.states?.[thread] ? reply : { ...reply, states: { ...reply.states, [thread]: {} } };
}
