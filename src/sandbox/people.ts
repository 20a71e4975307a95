import { randomInt } from 'node:crypto';
import { type Desk, groupOf, wireChatOf, wireUserOf } from './desk.ts';
import { type FileKind, keepFile } from './files.ts';
import { entitiesIn } from './html.ts';
import { announce, messageOf, type NewMessage, post, wireMessageOf } from './messages.ts';
import type { Upload } from './params.ts';
import type { BotMembership, GroupState, PersonState, StoredMessage } from './state.ts';

/** Something a person cannot do in Telegram either; `code` names it for whoever words it. */
export class ActRefused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`the sandbox refuses this act: ${code}`);
    this.name = 'ActRefused';
    this.code = code;
  }
}

export interface Written {
  readonly text?: string;
  readonly replyTo?: number;
}

/** What people do. Every act takes effect at once; the bot hears of it through getUpdates. */
export interface People {
  start(person: number, payload?: string): StoredMessage;
  say(person: number, chat: number, written: Written): StoredMessage;
  edit(person: number, chat: number, message: number, text: string): void;
  /** Taps a button by its callback data; answers the query's id. */
  tap(person: number, chat: number, message: number, data: string): string;
  sendFile(person: number, chat: number, kind: FileKind, upload: Upload, written?: Written): StoredMessage;
  sendAlbum(person: number, chat: number, uploads: readonly Upload[], written?: Written): StoredMessage[];
  sendLocation(person: number, chat: number, latitude: number, longitude: number): StoredMessage;
  /** An empty emoji takes the reaction back. */
  react(person: number, chat: number, message: number, emoji: string): void;
  block(person: number): void;
  unblock(person: number): void;
  /** Adds the bot to a group, makes it administrator, or removes it. */
  setBot(by: number, group: number, membership: BotMembership, payload?: string): void;
  /** Turns a group into a supergroup; answers its new id. */
  upgrade(by: number, group: number): number;
}

export function openPeople(desk: Desk): People {
  return {
    start: (person, payload) => say(desk, person, person, { text: payload ? `/start ${payload}` : '/start' }),
    say: (person, chat, written) => say(desk, person, chat, written),
    edit: (person, chat, message, text) => edit(desk, person, chat, message, text),
    tap: (person, chat, message, data) => tap(desk, person, chat, message, data),
    sendFile: (person, chat, kind, upload, written) => sendFile(desk, person, chat, kind, upload, written),
    sendAlbum: (person, chat, uploads, written) => {
      const albumId = String(randomInt(1e12));
      return uploads.map((upload, i) =>
        sendFile(desk, person, chat, 'photo', upload, i === 0 ? written : undefined, albumId),
      );
    },
    sendLocation: (person, chat, latitude, longitude) =>
      write(desk, { chat, from: person, attachment: { kind: 'location', latitude, longitude } }),
    react: (person, chat, message, emoji) => react(desk, person, chat, message, emoji),
    block: (person) => setBlocked(desk, person, true),
    unblock: (person) => setBlocked(desk, person, false),
    setBot: (by, group, membership, payload) => setBot(desk, by, group, membership, payload),
    upgrade: (by, group) => upgrade(desk, by, group),
  };
}

function seatOf(desk: Desk, id: number): PersonState {
  const person = desk.state.people[id];
  if (!person) throw new ActRefused('unknown-person');
  return person;
}

function presentGroup(desk: Desk, id: number): GroupState {
  const group = groupOf(desk, id);
  if (!group) throw new ActRefused('unknown-chat');
  if (group.migratedTo) throw new ActRefused('group-upgraded');
  return group;
}

const unixTime = (desk: Desk): number => Math.floor(desk.now() / 1000);

function say(desk: Desk, person: number, chat: number, { text = '', replyTo }: Written): StoredMessage {
  const body = text.trim();
  if (!body) throw new ActRefused('empty-text');
  if (body.length > 4096) throw new ActRefused('text-too-long');
  return write(desk, { chat, from: person, text: body, entities: entitiesIn(body), ...(replyTo && { replyTo }) });
}

function write(desk: Desk, fresh: NewMessage): StoredMessage {
  enter(desk, fresh.from, fresh.chat);
  if (fresh.replyTo && !messageOf(desk, fresh.chat, fresh.replyTo)) throw new ActRefused('unknown-message');
  const message = post(desk, fresh);
  tellBot(desk, 'message', message);
  return message;
}

/** Whoever writes to the bot has started it; a blocked bot cannot be written to; a group only by its members. */
function enter(desk: Desk, person: number, chat: number): void {
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

function edit(desk: Desk, person: number, chat: number, id: number, text: string): void {
  const message = messageOf(desk, chat, id);
  if (message?.from !== person) throw new ActRefused('unknown-message');
  enter(desk, person, chat);
  message.text = text.trim();
  message.entities = entitiesIn(message.text);
  message.edited = desk.now();
  announce(desk, message);
  tellBot(desk, 'edited_message', message);
}

function tap(desk: Desk, person: number, chat: number, id: number, data: string): string {
  const message = messageOf(desk, chat, id);
  const button = message?.markup?.inline_keyboard.flat().find((one) => one.callback_data === data);
  if (!message || !button) throw new ActRefused('unknown-button');
  enter(desk, person, chat);
  const query = {
    id: `${desk.machineNow()}${desk.state.nextQuery}`,
    from: person,
    chat,
    message: id,
    data,
    at: desk.machineNow(),
  };
  desk.state.nextQuery += 1;
  if (desk.state.nextQuery % 500 === 0) forgetOldTaps(desk);
  desk.state.queries[query.id] = query;
  desk.updates.push('callback_query', {
    id: query.id,
    from: wireUserOf(desk, person),
    message: wireMessageOf(desk, message),
    chat_instance: String(chat),
    data,
  });
  return query.id;
}

function forgetOldTaps(desk: Desk): void {
  for (const { id, at } of Object.values(desk.state.queries))
    if (desk.machineNow() - at > desk.lifetimes.tapMs) delete desk.state.queries[id];
}

function sendFile(
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

// Telegram tells a bot of reactions only in groups where it is an administrator, never in private chats.
function react(desk: Desk, person: number, chat: number, id: number, emoji: string): void {
  const message = messageOf(desk, chat, id);
  if (!message) throw new ActRefused('unknown-message');
  const before = message.reactions?.[person];
  message.reactions = { ...message.reactions, [person]: emoji };
  announce(desk, message);
  if (groupOf(desk, chat)?.bot !== 'administrator') return;
  const list = (one: string | undefined) => (one ? [{ type: 'emoji', emoji: one }] : []);
  desk.updates.push('message_reaction', {
    chat: wireChatOf(desk, chat),
    message_id: id,
    user: wireUserOf(desk, person),
    date: unixTime(desk),
    old_reaction: list(before),
    new_reaction: list(emoji),
  });
}

function setBlocked(desk: Desk, person: number, blocked: boolean): void {
  const seat = seatOf(desk, person);
  if (seat.blocked === blocked) return;
  seat.blocked = blocked;
  desk.changed({ kind: 'seat' });
  const [before, after] = blocked ? (['member', 'kicked'] as const) : (['kicked', 'member'] as const);
  tellMembership(desk, person, person, before, after);
}

function tellMembership(desk: Desk, by: number, chat: number, before: BotMembership, after: BotMembership): void {
  const user = wireUserOf(desk, desk.bot.id);
  const member = (status: BotMembership) => ({ user, status, ...(status === 'kicked' && { until_date: 0 }) });
  desk.updates.push('my_chat_member', {
    chat: wireChatOf(desk, chat),
    from: wireUserOf(desk, by),
    date: unixTime(desk),
    old_chat_member: member(before),
    new_chat_member: member(after),
  });
}

const isIn = (membership: BotMembership): boolean => membership === 'member' || membership === 'administrator';

function setBot(desk: Desk, by: number, id: number, membership: BotMembership, payload?: string): void {
  seatOf(desk, by);
  const group = presentGroup(desk, id);
  const before = group.bot;
  if (before === membership) return;
  group.bot = membership;
  if (!group.members.includes(by)) group.members.push(by);
  desk.changed({ kind: 'seat' });
  tellMembership(desk, by, id, before, membership);
  if (isIn(before) === isIn(membership)) return;
  const bot = wireUserOf(desk, desk.bot.id);
  const service = isIn(membership) ? { new_chat_members: [bot] } : { left_chat_member: bot };
  write(desk, { chat: id, from: by, service });
  if (isIn(membership) && payload !== undefined) say(desk, by, id, { text: `/start@${desk.bot.username} ${payload}` });
}

function upgrade(desk: Desk, by: number, id: number): number {
  const group = presentGroup(desk, id);
  const to = -1_000_000_000_000 - Math.abs(id);
  desk.state.groups[to] = { ...group, id: to, type: 'supergroup', nextMessageId: 1, members: [...group.members] };
  write(desk, { chat: id, from: by, service: { migrate_to_chat_id: to } });
  group.migratedTo = to;
  write(desk, { chat: to, from: by, service: { migrate_from_chat_id: id } });
  desk.changed({ kind: 'seat' });
  return to;
}
