import { isRecord, objectOf, type Params } from './params.ts';
import { badRequest } from './refusal.ts';
import type { InlineButton, InlineKeyboard } from './wire.ts';

export interface ReplyMarkup {
  readonly inline?: InlineKeyboard;
  readonly forceReply: boolean;
}

const MAX_BUTTONS = 100;
const actions = ['url', 'callback_data', 'web_app', 'login_url', 'switch_inline_query', 'copy_text', 'pay'];

/** Reads `reply_markup`; anything but an inline keyboard or force_reply is accepted and has no effect here. */
export function readMarkup(params: Params): ReplyMarkup {
  const value = objectOf(params, 'reply_markup', "can't parse reply keyboard markup JSON object");
  if (value === undefined) return { forceReply: false };
  if (!isRecord(value)) throw badRequest('object expected as reply markup');
  if (!('inline_keyboard' in value)) return { forceReply: value.force_reply === true };
  return { inline: { inline_keyboard: readRows(value.inline_keyboard) }, forceReply: false };
}

function readRows(value: unknown): InlineButton[][] {
  if (!Array.isArray(value)) throw badRequest('field "inline_keyboard" must be of type Array');
  const rows = value.map((row) => {
    if (!Array.isArray(row)) throw badRequest('field "inline_keyboard" must be an Array of Arrays');
    return row.map(readButton);
  });
  if (rows.flat().length > MAX_BUTTONS) throw badRequest('reply markup is too long');
  return rows.filter((row) => row.length > 0);
}

function readButton(value: unknown): InlineButton {
  if (!isRecord(value)) throw badRequest("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
  const { text } = value;
  if (typeof text !== 'string') throw badRequest('can\'t parse inline keyboard button: Can\'t find field "text"');
  if (!text.trim()) throw badRequest('reply markup is invalid: BUTTON_TEXT_INVALID');
  if (!actions.some((action) => action in value))
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  if ('callback_data' in value) checkData(value.callback_data);
  if ('url' in value && !/^(https?|tg):\/\/\S+$/.test(String(value.url)))
    throw badRequest(`inline keyboard button URL '${value.url}' is invalid: Wrong HTTP URL`);
  return { ...value, text };
}

function checkData(data: unknown): void {
  const bytes = typeof data === 'string' ? Buffer.byteLength(data) : 0;
  if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID');
}
