import { type Desk, groupOf } from './desk.ts';
import { type FileKind, keepFile } from './files.ts';
import { entitiesIn } from './formatted-text.ts';
import { announce, messageOf, type NewMessage, post, wireMessageOf } from './messages.ts';
import type { Upload } from './params.ts';
import { ActRefused } from './refusal.ts';
import type { GroupState, PersonState, StoredMessage } from './state.ts';

export interface Written {
  readonly text?: string;
  readonly replyTo?: number;
}

export function say(desk: Desk, person: number, chat: number, { text = '', replyTo }: Written): StoredMessage {
  const body = text.trim();
  if (!body) throw new ActRefused('empty-text');
  if (body.length > 4096) throw new ActRefused('text-too-long');
  return write(desk, { chat, from: person, text: body, entities: entitiesIn(body), ...(replyTo && { replyTo }) });
}

export function edit(desk: Desk, person: number, chat: number, id: number, text: string): void {
  const message = messageOf(desk, chat, id);
  if (message?.from !== person) throw new ActRefused('unknown-message');
  enter(desk, person, chat);
  message.text = text.trim();
  message.entities = entitiesIn(message.text);
  message.edited = desk.now();
  announce(desk, message);
  tellBot(desk, 'edited_message', message);
}

export function sendFile(
  desk: Desk,
  person: number,
  chat: number,
  kind: FileKind,
  upload: Upload,
  { text = '', replyTo }: Written = {},
  albumId?: string,
): StoredMessage {
  enter(desk, person, chat);
  const file = keepFile(desk, kind, upload, kind === 'voice' ? 3 : undefined);
  return write(desk, {
    chat,
    from: person,
    text: text.trim(),
    entities: entitiesIn(text.trim()),
    attachment: { kind, fileId: file.id },
    ...(replyTo && { replyTo }),
    ...(albumId && { albumId }),
  });
}

export function write(desk: Desk, fresh: NewMessage): StoredMessage {
  enter(desk, fresh.from, fresh.chat);
  if (fresh.replyTo && !messageOf(desk, fresh.chat, fresh.replyTo)) throw new ActRefused('unknown-message');
  const message = post(desk, fresh);
  tellBot(desk, 'message', message);
  return message;
}

/** Whoever writes to the bot has started it; a blocked bot cannot be written to; a group only by its members. */
export function enter(desk: Desk, person: number, chat: number): void {
  const seat = seatOf(desk, person);
  if (chat !== person) {
    const group = presentGroup(desk, chat);
    if (!group.members.includes(person)) group.members.push(person);
    return;
  }
  if (seat.blocked) throw new ActRefused('bot-blocked');
  if (seat.started) return;
  seat.started = true;
  desk.changed({ kind: 'seat' });
}

export function seatOf(desk: Desk, id: number): PersonState {
  const person = desk.state.people[id];
  if (!person) throw new ActRefused('unknown-person');
  return person;
}

export function presentGroup(desk: Desk, id: number): GroupState {
  const group = groupOf(desk, id);
  if (!group) throw new ActRefused('unknown-chat');
  if (group.migratedTo) throw new ActRefused('group-upgraded');
  return group;
}

function tellBot(desk: Desk, kind: 'message' | 'edited_message', message: StoredMessage): void {
  if (!botHears(desk, message)) return;
  desk.updates.push(kind, wireMessageOf(desk, message));
}

/** In a group with privacy mode a bot that is no administrator hears commands, mentions, replies to it and services. */
function botHears(desk: Desk, message: StoredMessage): boolean {
  const group = groupOf(desk, message.chat);
  if (!group) return true;
  if (group.bot === 'left' || group.bot === 'kicked') return false;
  if (!desk.bot.privacy || group.bot === 'administrator' || message.service) return true;
  if (message.replyTo && messageOf(desk, message.chat, message.replyTo)?.from === desk.bot.id) return true;
  return message.entities.some((entity) => {
    const word = message.text.slice(entity.offset, entity.offset + entity.length);
    const addressed = word.toLowerCase().endsWith(`@${desk.bot.username.toLowerCase()}`);
    return (
      (entity.type === 'bot_command' && (addressed || !word.includes('@'))) || (entity.type === 'mention' && addressed)
    );
  });
}
