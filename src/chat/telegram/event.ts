import type { Chat, ChatMember, Message, Update as TelegramUpdate, User } from 'grammy/types';
import type { Attachment, Event, EventBase, Update } from '../contract.ts';

// Updates are read by a pure function, not by grammY's `bot.handleUpdate`: the inbox already gives order, retries and
// once-only, so of a middleware tree nothing would be left but the reading, and that needs neither a bot nor a token.

/** The kinds of update that are asked for; everything else Telegram keeps to itself. */
export const askedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'message_reaction',
] as const;

/** Updates of one lane are handled in order: the chat, else the person, else (never asked for) one lane for the rest. */
export function laneOf(raw: TelegramUpdate): string {
  const chat =
    messageOf(raw)?.chat ?? raw.callback_query?.message?.chat ?? raw.my_chat_member?.chat ?? raw.message_reaction?.chat;
  return String(chat?.id ?? raw.callback_query?.from.id ?? 'rest');
}

/** What happened. A tap has no date of its own: it happened when it entered the inbox (`update.received`). */
export function readEvent({ raw, received }: Pick<Update, 'raw' | 'received'>): Event {
  const update = raw as TelegramUpdate;
  const message = messageOf(update);
  if (message) return messageEvent(update, message);
  if (update.callback_query) return tapEvent(update, received);
  if (update.my_chat_member) return membershipEvent(update);
  if (update.message_reaction) return reactionEvent(update);
  return { type: 'other', ...base(update.update_id, undefined, undefined, received) };
}

function messageOf(update: TelegramUpdate): Message | undefined {
  return update.message ?? update.edited_message;
}

function messageEvent({ update_id }: TelegramUpdate, message: Message): Event {
  const at = base(update_id, message.chat, message.from, message.date * 1000);
  if (message.migrate_to_chat_id) return { type: 'migrated', toChat: message.migrate_to_chat_id, ...at };
  const attachments = attachmentsOf(message);
  const text = message.text ?? message.caption;
  // Service messages (someone joined, a title changed, a message was pinned) are nobody's words.
  if (text === undefined && attachments.length === 0) return { type: 'other', ...at };
  return {
    type: 'text',
    ...at,
    text: text ?? '',
    messageId: message.message_id,
    ...(message.reply_to_message && { replyTo: message.reply_to_message.message_id }),
    ...(message.edit_date && { edited: message.edit_date * 1000 }),
    ...(message.media_group_id && { album: message.media_group_id }),
    attachments,
  };
}

function tapEvent({ update_id, callback_query: tap }: TelegramUpdate, received: number): Event {
  const at = base(update_id, tap?.message?.chat, tap?.from, received);
  // A tap without a message or data belongs to an inline message or a game, and the bot sends neither.
  if (!tap?.message || tap.data === undefined) return { type: 'other', ...at };
  return { type: 'tap', ...at, tapId: tap.id, data: tap.data, messageId: tap.message.message_id };
}

function membershipEvent({ update_id, my_chat_member: change }: TelegramUpdate): Event {
  const title = change?.chat.title;
  return {
    type: 'membership',
    ...base(update_id, change?.chat, change?.from, (change?.date ?? 0) * 1000),
    member: change !== undefined && isMember(change.new_chat_member),
    ...(title && { title }),
  };
}

/** Only plain emoji say something; who reacts anonymously is nobody. */
function reactionEvent({ update_id, message_reaction: change }: TelegramUpdate): Event {
  const at = base(update_id, change?.chat, change?.user, (change?.date ?? 0) * 1000);
  if (!change?.user) return { type: 'other', ...at };
  const marks = change.new_reaction.flatMap((r) => (r.type === 'emoji' ? [r.emoji] : []));
  return { type: 'reaction', ...at, messageId: change.message_id, marks };
}

function isMember(member: ChatMember): boolean {
  if (member.status === 'restricted') return member.is_member;
  return member.status === 'member' || member.status === 'administrator' || member.status === 'creator';
}

function base(updateId: number, chat: Chat | undefined, from: User | undefined, at: number): EventBase {
  const name = [from?.first_name, from?.last_name].filter(Boolean).join(' ');
  return {
    updateId,
    chat: chat?.id ?? from?.id ?? 0,
    isGroup: chat !== undefined && chat.type !== 'private',
    from: from?.id ?? chat?.id ?? 0,
    fromName: name || (chat?.title ?? ''),
    ...(from?.language_code && { languageHint: from.language_code }),
    at,
  };
}

/** Albums arrive as one message per item; each stands for itself. */
function attachmentsOf(message: Message): readonly Attachment[] {
  const { document, voice, video, video_note, audio, location, sticker, contact, poll } = message;
  // Sizes of one photo come smallest first; the last is the original.
  const photo = message.photo?.at(-1);
  // Telegram repeats an animation as a document for old clients, so `document` covers it.
  if (photo) return [file('photo', photo)];
  if (document) return [file('document', document)];
  if (voice) return [file('voice', voice)];
  if (video ?? video_note) return [file('video', video ?? video_note)];
  if (location) {
    const { latitude, longitude } = location;
    return [{ kind: 'location', place: { latitude, longitude } }];
  }
  if (audio ?? sticker) return [file('other', audio ?? sticker)];
  return contact || poll || message.dice ? [{ kind: 'other' }] : [];
}

interface TelegramFile {
  readonly file_id: string;
  readonly file_size?: number;
  readonly file_name?: string;
}

function file(kind: Attachment['kind'], found: TelegramFile | undefined): Attachment {
  return {
    kind,
    ...(found && { fileId: found.file_id }),
    ...(found?.file_name && { name: found.file_name }),
    ...(found?.file_size && { size: found.file_size }),
  };
}
