import { toPerson } from '../core/ladder.ts';
import type { Action, Button, Message, Send } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import { type Asked, threadOf } from './asking.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { sendOf } from './digest/state.ts';

/**
 * A question of the bot that this reply decides shows its answer and offers nothing more, whether it was tapped or
 * answered in words. One that nobody answered keeps its buttons.
 */
export async function withAnswerShown(ask: Ask, reply: Reply): Promise<Reply> {
  const found = hasEffect(reply) ? ((await tapped(ask)) ?? (await said(ask, reply))) : undefined;
  if (!found || reply.notices?.some(({ send }) => send === found.send.id)) return reply;
  const { id } = found.send;
  const shown: Notice = {
    id: `edit@${ask.said.source}.${id}`,
    kind: 'edit',
    to: toPerson(ask.speaker),
    at: ask.said.at,
    send: id,
    message: answered(found.send.message, found.place),
  };
  return { ...reply, notices: [...(reply.notices ?? []), shown] };
}

interface Decided {
  readonly send: Send;
  /** Of the chosen button among all of the message; -1 where no choice was taken. */
  readonly place: number;
}

/** A toast alone says that nothing came of it. */
function hasEffect({ message, recorded, reads, drafting }: Reply): boolean {
  return message !== undefined || recorded !== undefined || reads !== undefined || drafting !== undefined;
}

async function tapped({ event, office, world, action }: Ask): Promise<Decided | undefined> {
  if (event.type !== 'tap' || !action) return undefined;
  const send = await world.store.outbox.byMessage(office.org, event.chat, event.messageId);
  const place = send ? placeOf(send.message, action) : -1;
  return send && place >= 0 ? { send, place } : undefined;
}

/** The question asked last, where the words take a choice of it or record what it was about. */
async function said(ask: Ask, reply: Reply): Promise<Decided | undefined> {
  const { event, office, world, speaker } = ask;
  const takes = reply.answers !== undefined || (reply.recorded?.entries.length ?? 0) > 0;
  if (event.type !== 'text' || !takes || !reply.states?.[threadOf(speaker)]) return undefined;
  const { state } = await world.store.ledger.head(office.org, threadOf(speaker));
  if (typeof state.asking !== 'string') return undefined;
  const asked = JSON.parse(state.asking) as Asked;
  const send = await world.store.outbox.send(office.org, sendOf(asked.notice));
  if (!send?.message.buttons.flat().some(offers)) return undefined;
  const action = reply.answers === undefined ? undefined : asked.actions[reply.answers];
  return { send, place: action ? placeOf(send.message, action) : -1 };
}

const offers = ({ answers, hidden }: Button): boolean => answers === true && !hidden;

function placeOf({ buttons }: Message, action: Action): number {
  const wanted = JSON.stringify(action);
  return buttons.flat().findIndex((button) => offers(button) && JSON.stringify(button.action) === wanted);
}

function answered(message: Message, place: number): Message {
  const value = place < 0 ? undefined : wordsOf(message, place);
  return {
    ...message,
    lines: [...message.lines, ...(value ? [{ text: phrase('question-answered', { value }) }] : [])],
    buttons: message.buttons.map((row) => row.map((button) => (button.answers ? { ...button, hidden: true } : button))),
  };
}

/** Of a numbered choice its line. */
function wordsOf({ buttons, lines }: Message, place: number): Phrase {
  const { label } = buttons.flat()[place]!;
  if (label.id !== 'button-number') return label;
  const line = lines.find(({ text }) => text.id === 'choice' && text.args?.no === label.args?.n)?.text;
  return (line?.args?.title as Phrase | undefined) ?? label;
}
