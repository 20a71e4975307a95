import { type Desk, groupOf, wireChatOf, wireUserOf } from './desk.ts';
import type { Attachment, StoredFile, StoredMessage } from './state.ts';
import type { WireFile, WireMessage } from './wire.ts';

export type NewMessage = Pick<StoredMessage, 'chat' | 'from'> & Partial<StoredMessage>;

export function messagesOf(desk: Desk, chat: number): StoredMessage[] {
  desk.state.messages[chat] ??= [];
  return desk.state.messages[chat];
}

/** A message that still stands; ids ascend, so the search starts where people look: at the end. */
export function messageOf(desk: Desk, chat: number, id: number): StoredMessage | undefined {
  const found = messagesOf(desk, chat).findLast((message) => message.id <= id);
  return found?.id === id && !found.deleted ? found : undefined;
}

export function post(desk: Desk, fresh: NewMessage): StoredMessage {
  const message: StoredMessage = {
    text: '',
    entities: [],
    ...fresh,
    id: nextMessageId(desk, fresh.chat),
    date: desk.now(),
  };
  messagesOf(desk, fresh.chat).push(message);
  desk.changed({ kind: 'message', chat: message.chat, message });
  return message;
}

export function announce(desk: Desk, message: StoredMessage): void {
  desk.changed({ kind: 'message', chat: message.chat, message });
}

function nextMessageId(desk: Desk, chat: number): number {
  const group = groupOf(desk, chat);
  const counter = group?.type === 'supergroup' ? group : desk.state;
  const id = counter.nextMessageId;
  counter.nextMessageId += 1;
  return id;
}

const seconds = (ms: number): number => Math.floor(ms / 1000);

export function wireMessageOf(desk: Desk, message: StoredMessage, quoting = true): WireMessage {
  const replied = quoting && message.replyTo ? messageOf(desk, message.chat, message.replyTo) : undefined;
  return {
    message_id: message.id,
    from: wireUserOf(desk, message.from),
    chat: wireChatOf(desk, message.chat),
    date: seconds(message.date),
    ...(message.edited !== undefined && { edit_date: seconds(message.edited) }),
    ...(replied && { reply_to_message: wireMessageOf(desk, replied, false) }),
    ...(message.albumId && { media_group_id: message.albumId }),
    ...(message.attachment && wireAttachmentOf(desk, message.attachment)),
    ...wireTextOf(message),
    ...(message.markup?.inline_keyboard.length && { reply_markup: message.markup }),
    ...message.service,
  };
}

function wireTextOf({ text, entities, attachment }: StoredMessage): Partial<WireMessage> {
  if (!text) return {};
  if (attachment) return { caption: text, ...(entities.length && { caption_entities: entities }) };
  return { text, ...(entities.length && { entities }) };
}

function wireAttachmentOf(desk: Desk, { kind, fileId, latitude, longitude }: Attachment): Partial<WireMessage> {
  if (kind === 'location') return { location: { latitude: latitude ?? 0, longitude: longitude ?? 0 } };
  const file = wireFileOf(desk.state.files[fileId!]!);
  return { [kind]: kind === 'photo' ? [file] : file };
}

export function wireFileOf(file: StoredFile): WireFile {
  return {
    file_id: file.id,
    file_unique_id: file.uniqueId,
    file_size: file.size,
    ...(file.width && { width: file.width, height: file.height }),
    ...(file.duration !== undefined && { duration: file.duration }),
    ...(file.name && { file_name: file.name }),
    ...(!file.width && { mime_type: file.type }),
  };
}
