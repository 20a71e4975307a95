import { HOUR } from '../../core/calendar.ts';
import { writableChat } from '../chats.ts';
import type { Desk } from '../desk.ts';
import type { FormattedText } from '../formatted-text.ts';
import { readMarkup } from '../markup.ts';
import { announce, messageOf, wireMessageOf } from '../messages.ts';
import { integerOf, objectOf, type Params } from '../params.ts';
import { badRequest } from '../refusal.ts';
import type { StoredMessage } from '../state.ts';
import type { InlineKeyboard } from '../wire.ts';
import type { Methods } from './contract.ts';
import { captionText, messageText } from './send.ts';

// A bot may delete for everyone only what is younger than this.
const DELETABLE_MS = 48 * HOUR;

export const editMethods: Methods = {
  editMessageText: (desk, params) => {
    const message = ownMessage(desk, params);
    const body = messageText(params);
    if (message.attachment) throw badRequest('there is no text in the message to edit');
    return change(desk, message, body, readMarkup(params).inline);
  },
  editMessageCaption: (desk, params) => {
    const message = ownMessage(desk, params);
    const body = captionText(params);
    if (!message.attachment) throw badRequest('there is no caption in the message to edit');
    return change(desk, message, body, readMarkup(params).inline);
  },
  editMessageReplyMarkup: (desk, params) => {
    const message = ownMessage(desk, params);
    return change(desk, message, message, readMarkup(params).inline);
  },
  deleteMessage: (desk, params) => {
    const chat = writableChat(desk, params);
    const message = messageOf(desk, chat, integerOf(params, 'message_id'));
    if (!message) throw badRequest('message to delete not found');
    remove(desk, message);
    return true;
  },
  deleteMessages: (desk, params) => {
    const chat = writableChat(desk, params);
    const ids = objectOf(params, 'message_ids', "can't parse message identifiers");
    if (!Array.isArray(ids) || ids.length < 1 || ids.length > 100)
      throw badRequest('too many message identifiers specified');
    // Unknown ones are skipped, as the documentation says.
    for (const message of ids.map((id) => messageOf(desk, chat, Number(id)))) if (message) remove(desk, message);
    return true;
  },
};

function ownMessage(desk: Desk, params: Params): StoredMessage {
  const chat = writableChat(desk, params);
  const id = integerOf(params, 'message_id');
  if (!id) throw badRequest('message identifier is not specified');
  const message = messageOf(desk, chat, id);
  if (!message) throw badRequest('message to edit not found');
  if (message.from !== desk.bot.id || message.service) throw badRequest("message can't be edited");
  return message;
}

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

// An edit without a keyboard takes the keyboard away.
function change(desk: Desk, message: StoredMessage, body: FormattedText, markup: InlineKeyboard | undefined) {
  const next = { text: body.text, entities: [...body.entities], rows: markup?.inline_keyboard ?? [] };
  const before = { text: message.text, entities: message.entities, rows: message.markup?.inline_keyboard ?? [] };
  if (JSON.stringify(next) === JSON.stringify(before)) throw badRequest(NOT_MODIFIED);
  // Telegram marks a message as edited only when its content changes, not its buttons.
  if (next.text !== before.text || JSON.stringify(next.entities) !== JSON.stringify(before.entities))
    message.edited = desk.now();
  message.text = next.text;
  message.entities = next.entities;
  message.markup = next.rows.length ? { inline_keyboard: next.rows } : undefined;
  announce(desk, message);
  return wireMessageOf(desk, message);
}

function remove(desk: Desk, message: StoredMessage): void {
  if (desk.now() - message.date > DELETABLE_MS) throw badRequest("message can't be deleted for everyone");
  if (message.chat < 0 && message.from !== desk.bot.id && desk.state.groups[message.chat]?.bot !== 'administrator')
    throw badRequest("message can't be deleted");
  message.deleted = true;
  announce(desk, message);
}
