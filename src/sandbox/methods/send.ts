import { writableChat } from '../chats.ts';
import type { Desk } from '../desk.ts';
import { attachmentOf, type FileKind } from '../files.ts';
import { entitiesIn, type FormattedText, inOrder, trimmed } from '../formatted-text.ts';
import { readMarkup } from '../markup.ts';
import { messageOf, post, wireMessageOf } from '../messages.ts';
import { flagOf, integerOf, isRecord, objectOf, type Params, paramsOf, textOf } from '../params.ts';
import { readHtml } from '../read-html.ts';
import { badRequest } from '../refusal.ts';
import type { Attachment } from '../state.ts';
import type { WireEntity, WireMessage } from '../wire.ts';
import type { Methods } from './contract.ts';

const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;

const chatActions = ['typing', ...['photo', 'video', 'voice', 'document', 'video_note'].map((one) => `upload_${one}`)];

export const sendMethods: Methods = {
  sendMessage: (desk, params) => {
    const chat = writableChat(desk, params);
    const body = messageText(params);
    return deliver(desk, params, chat, body);
  },
  sendPhoto: (desk, params) => sendFile(desk, params, 'photo'),
  sendDocument: (desk, params) => sendFile(desk, params, 'document'),
  sendVoice: (desk, params) => sendFile(desk, params, 'voice'),
  sendMediaGroup,
  sendChatAction: (desk, params) => {
    const chat = writableChat(desk, params);
    const action = textOf(params, 'action');
    if (!chatActions.includes(action)) throw badRequest('wrong parameter action in request');
    desk.changed({ kind: 'action', chat, action });
    return true;
  },
};

/** The text of `text`, parsed, 1 to 4096 UTF-16 units after parsing. */
export function messageText(params: Params): FormattedText {
  const body = readFormatted(params, 'text', 'entities');
  if (!body.text) throw badRequest('message text is empty');
  if (body.text.length > MAX_TEXT) throw badRequest('message is too long');
  return body;
}

export function captionText(params: Params): FormattedText {
  const body = readFormatted(params, 'caption', 'caption_entities');
  if (body.text.length > MAX_CAPTION) throw badRequest('message caption is too long');
  return body;
}

function readFormatted(params: Params, field: string, entitiesField: string): FormattedText {
  const source = textOf(params, field);
  const mode = textOf(params, 'parse_mode').toLowerCase();
  if (mode && mode !== 'html') throw badRequest(`unsupported parse_mode: this server reads HTML only, not ${mode}`);
  const parsed = mode ? readHtml(source) : trimmed({ text: source, entities: readEntities(params, entitiesField) });
  const found = entitiesIn(parsed.text).filter((e) => !parsed.entities.some((given) => overlaps(given, e)));
  return { text: parsed.text, entities: inOrder([...parsed.entities, ...found]) };
}

const overlaps = (a: WireEntity, b: WireEntity): boolean =>
  a.offset < b.offset + b.length && b.offset < a.offset + a.length;

function readEntities(params: Params, field: string): WireEntity[] {
  const value = objectOf(params, field, `can't parse entities in ${field}`);
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((entity) => ({
    ...entity,
    type: String(entity.type),
    offset: Number(entity.offset),
    length: Number(entity.length),
  }));
}

/** The message that a request replies to, or undefined where it names none. */
function replyTargetOf(desk: Desk, params: Params, chat: number): number | undefined {
  const reply = objectOf(params, 'reply_parameters', "can't parse reply parameters");
  const given = isRecord(reply) ? Number(reply.message_id) : integerOf(params, 'reply_to_message_id');
  if (!given) return undefined;
  if (messageOf(desk, chat, given)) return given;
  const lenient = isRecord(reply)
    ? reply.allow_sending_without_reply === true
    : flagOf(params, 'allow_sending_without_reply');
  if (lenient) return undefined;
  throw badRequest('message to be replied not found');
}

function deliver(desk: Desk, params: Params, chat: number, body: FormattedText, attachment?: Attachment): WireMessage {
  const replyTo = replyTargetOf(desk, params, chat);
  const markup = readMarkup(params);
  const message = post(desk, {
    chat,
    from: desk.bot.id,
    text: body.text,
    entities: [...body.entities],
    ...(attachment && { attachment }),
    ...(replyTo && { replyTo }),
    ...(markup.inline && { markup: markup.inline }),
    ...(markup.forceReply && { forceReply: true }),
  });
  return wireMessageOf(desk, message);
}

function sendFile(desk: Desk, params: Params, kind: FileKind): WireMessage {
  const chat = writableChat(desk, params);
  const caption = captionText(params);
  readMarkup(params);
  return deliver(desk, params, chat, caption, attachmentOf(desk, kind, params, kind));
}

function sendMediaGroup(desk: Desk, params: Params): WireMessage[] {
  const chat = writableChat(desk, params);
  const media = objectOf(params, 'media', "can't parse media JSON object");
  if (!Array.isArray(media)) throw badRequest('media not found');
  if (media.length < 2 || media.length > 10) throw badRequest('wrong number of messages in the album');
  const replyTo = replyTargetOf(desk, params, chat);
  // Every item is read before the first is posted: a refused album leaves nothing behind.
  const items = media.map((item: unknown) => readAlbumItem(desk, params, item));
  if (new Set(items.map(({ attachment }) => attachment.kind)).size > 1)
    throw badRequest("document can't be mixed with other media types");
  const albumId = String(desk.state.nextFile) + String(desk.machineNow());
  return items.map(({ caption, attachment }) =>
    wireMessageOf(
      desk,
      post(desk, {
        chat,
        from: desk.bot.id,
        text: caption.text,
        entities: [...caption.entities],
        attachment,
        albumId,
        ...(replyTo && { replyTo }),
      }),
    ),
  );
}

function readAlbumItem(desk: Desk, params: Params, item: unknown) {
  if (!isRecord(item)) throw badRequest("can't parse InputMedia: expected an Object");
  if (item.type !== 'photo' && item.type !== 'document')
    throw badRequest(`type "${item.type}" can't be used in an album`);
  const caption = captionText(paramsOf(item, new Map()));
  return { caption, attachment: attachmentOf(desk, item.type, params, '', String(item.media ?? '')) };
}
