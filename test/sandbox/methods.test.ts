import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Group, type Person, startTelegram, type Telegram } from '../support/telegram.ts';
import { call } from './calls.ts';

let telegram: Telegram;
let li: Person;
let group: Group;
let office = Date.parse('2026-03-02T01:00:00Z');
let mine = 0;
let theirs = 0;

beforeAll(async () => {
  telegram = await startTelegram({ now: () => office });
  li = telegram.person(1002, '李秀');
  group = telegram.group(-1001, '局党组');
  telegram.person(1003, '未开通', { started: false });
});
afterAll(() => telegram.close());

beforeEach(async () => {
  const sent = await call(telegram, 'sendMessage', { chat_id: 1002, text: '原文', reply_markup: keyboard('a') });
  mine = (sent.result as { message_id: number }).message_id;
  theirs = li.says('我的').id;
});

const keyboard = (data: string, text = '办') => ({ inline_keyboard: [[{ text, callback_data: data }]] });
const big = (n: number) => '字'.repeat(n);
const notModified =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

describe('refused with Telegram’s code and words', () => {
  test.each<[string, string, () => object, number, string]>([
    ['an unknown method', 'sendNonsense', () => ({}), 404, 'Not Found: method not found'],
    ['no chat', 'sendMessage', () => ({ text: 'x' }), 400, 'Bad Request: chat_id is empty'],
    ['an unknown chat', 'sendMessage', () => ({ chat_id: 99, text: 'x' }), 400, 'Bad Request: chat not found'],
    [
      'a person who never started',
      'sendMessage',
      () => ({ chat_id: 1003, text: 'x' }),
      403,
      "Forbidden: bot can't initiate conversation with a user",
    ],
    [
      'writing to itself',
      'sendMessage',
      () => ({ chat_id: 700001, text: 'x' }),
      403,
      "Forbidden: bots can't send messages to bots",
    ],
    ['no text', 'sendMessage', () => ({ chat_id: 1002, text: ' \n ' }), 400, 'Bad Request: message text is empty'],
    [
      'only tags',
      'sendMessage',
      () => ({ chat_id: 1002, text: '<b> </b>', parse_mode: 'HTML' }),
      400,
      'Bad Request: message text is empty',
    ],
    [
      '4097 characters',
      'sendMessage',
      () => ({ chat_id: 1002, text: big(4097) }),
      400,
      'Bad Request: message is too long',
    ],
    [
      'broken HTML',
      'sendMessage',
      () => ({ chat_id: 1002, text: '<b>x', parse_mode: 'HTML' }),
      400,
      'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    ],
    [
      'data over 64 bytes',
      'sendMessage',
      () => ({ chat_id: 1002, text: 'x', reply_markup: keyboard(big(22)) }),
      400,
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'empty data',
      'sendMessage',
      () => ({ chat_id: 1002, text: 'x', reply_markup: keyboard('') }),
      400,
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'a button that does nothing',
      'sendMessage',
      () => ({ chat_id: 1002, text: 'x', reply_markup: { inline_keyboard: [[{ text: 'x' }]] } }),
      400,
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'an unknown reply target',
      'sendMessage',
      () => ({ chat_id: 1002, text: 'x', reply_parameters: { message_id: 9999 } }),
      400,
      'Bad Request: message to be replied not found',
    ],
    [
      'a reply target in another chat',
      'sendMessage',
      () => ({ chat_id: -1001, text: 'x', reply_to_message_id: mine }),
      400,
      'Bad Request: message to be replied not found',
    ],
    [
      'an edit that changes nothing',
      'editMessageText',
      () => ({ chat_id: 1002, message_id: mine, text: '原文', reply_markup: keyboard('a') }),
      400,
      notModified,
    ],
    [
      'the same buttons again',
      'editMessageReplyMarkup',
      () => ({ chat_id: 1002, message_id: mine, reply_markup: keyboard('a') }),
      400,
      notModified,
    ],
    [
      'an edit of nothing',
      'editMessageText',
      () => ({ chat_id: 1002, message_id: 9999, text: 'x' }),
      400,
      'Bad Request: message to edit not found',
    ],
    [
      'an edit without message',
      'editMessageText',
      () => ({ chat_id: 1002, text: 'x' }),
      400,
      'Bad Request: message identifier is not specified',
    ],
    [
      "an edit of another's message",
      'editMessageText',
      () => ({ chat_id: 1002, message_id: theirs, text: 'x' }),
      400,
      "Bad Request: message can't be edited",
    ],
    [
      'a caption of a text',
      'editMessageCaption',
      () => ({ chat_id: 1002, message_id: mine, caption: 'x' }),
      400,
      'Bad Request: there is no caption in the message to edit',
    ],
    [
      'deleting nothing',
      'deleteMessage',
      () => ({ chat_id: 1002, message_id: 9999 }),
      400,
      'Bad Request: message to delete not found',
    ],
    [
      'an unknown tap',
      'answerCallbackQuery',
      () => ({ callback_query_id: '1' }),
      400,
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    ],
    [
      'an answer over 200',
      'answerCallbackQuery',
      () => ({ callback_query_id: '1', text: big(201) }),
      400,
      'Bad Request: MESSAGE_TOO_LONG',
    ],
    [
      'a bad command',
      'setMyCommands',
      () => ({ commands: [{ command: 'Done!', description: 'x' }] }),
      400,
      'Bad Request: BOT_COMMAND_INVALID',
    ],
    ['an unknown file', 'getFile', () => ({ file_id: 'x' }), 400, 'Bad Request: invalid file_id'],
    [
      'a photo by an unknown id',
      'sendPhoto',
      () => ({ chat_id: 1002, photo: 'x' }),
      400,
      'Bad Request: wrong file identifier/HTTP URL specified',
    ],
    [
      'an album of one',
      'sendMediaGroup',
      () => ({ chat_id: 1002, media: [{ type: 'photo', media: 'x' }] }),
      400,
      'Bad Request: wrong number of messages in the album',
    ],
    [
      'pinning without rights',
      'pinChatMessage',
      () => ({ chat_id: -1001, message_id: 9999 }),
      400,
      'Bad Request: message to pin not found',
    ],
    [
      'leaving a person',
      'leaveChat',
      () => ({ chat_id: 1002 }),
      400,
      "Bad Request: chat member status can't be changed in private chats",
    ],
  ])('%s', async (_what, method, params, code, description) => {
    const before = li.messages().length;
    expect(await call(telegram, method, params())).toEqual({ ok: false, error_code: code, description });
    expect(li.messages().length).toBe(before);
  });
});

describe('accepted at the limit', () => {
  test.each<[string, () => object]>([
    ['4096 characters after parsing', () => ({ text: `<b>${big(4096)}</b>`, parse_mode: 'HTML' })],
    ['64 bytes of data', () => ({ text: 'x', reply_markup: keyboard(`a${big(21)}`) })],
    [
      'an unknown reply target, if allowed',
      () => ({ text: 'x', reply_parameters: { message_id: 9999, allow_sending_without_reply: true } }),
    ],
    ['form values as text', () => ({ text: 'x', chat_id: '1002', reply_markup: JSON.stringify(keyboard('b')) })],
  ])('%s', async (_what, params) => {
    expect(await call(telegram, 'sendMessage', { chat_id: 1002, ...params() })).toMatchObject({ ok: true });
  });
});

test('a wrong token is 401', async () => {
  expect(await call({ ...telegram, token: '700001:another-token-of-length' }, 'getMe')).toMatchObject({
    error_code: 401,
    description: 'Unauthorized',
  });
  expect(await call({ ...telegram, token: 'x' }, 'getMe')).toMatchObject({ error_code: 401 });
});

test('bodies: urlencoded, multipart and the address carry the same', async () => {
  const url = `${telegram.apiRoot}/bot${telegram.token}/SendMessage`;
  const form = new FormData();
  form.set('chat_id', '1002');
  form.set('text', '三');
  await fetch(`${url}?chat_id=1002&text=${encodeURIComponent('一')}`);
  await fetch(url, { method: 'POST', body: new URLSearchParams({ chat_id: '1002', text: '二' }) });
  await fetch(url, { method: 'POST', body: form });
  expect(
    li
      .messages()
      .slice(-3)
      .map((message) => message.text),
  ).toEqual(['一', '二', '三']);
});

test('a message carries office time, its entities, its buttons and what it replies to', async () => {
  const sent = await call(telegram, 'sendMessage', {
    chat_id: 1002,
    text: '<b>请办</b> &lt;1&gt;',
    parse_mode: 'HTML',
    reply_parameters: { message_id: theirs },
    reply_markup: keyboard('a'),
  });
  expect(sent.result).toMatchObject({
    date: office / 1000,
    text: '请办 <1>',
    entities: [{ type: 'bold', offset: 0, length: 2 }],
    reply_to_message: { message_id: theirs, text: '我的' },
    reply_markup: keyboard('a'),
    chat: { id: 1002, type: 'private', first_name: '李秀' },
  });
  expect(li.messages().at(-1)).toMatchObject({ html: '<b>请办</b> &lt;1&gt;', replyTo: theirs });
});

test('an edit without buttons takes them away and is dated', async () => {
  office += 60_000;
  const edited = await call(telegram, 'editMessageText', { chat_id: 1002, message_id: mine, text: '新文' });
  expect(edited.result).toMatchObject({ text: '新文', edit_date: office / 1000 });
  expect(li.messages().find((one) => one.id === mine)).toMatchObject({ edited: true, buttons: [] });
});

test('a deleted message is gone for replies and edits; after 48 hours it stays', async () => {
  expect(await call(telegram, 'deleteMessages', { chat_id: 1002, message_ids: [theirs, 9999] })).toMatchObject({
    ok: true,
  });
  expect(await call(telegram, 'sendMessage', { chat_id: 1002, text: 'x', reply_to_message_id: theirs })).toMatchObject({
    error_code: 400,
  });
  office += 49 * 3_600_000;
  expect(await call(telegram, 'deleteMessage', { chat_id: 1002, message_id: mine })).toMatchObject({
    description: "Bad Request: message can't be deleted for everyone",
  });
});

test('commands are kept per scope and language', async () => {
  const zh = [{ command: 'done', description: '办结' }];
  await call(telegram, 'setMyCommands', { commands: zh, language_code: 'zh' });
  expect((await call(telegram, 'getMyCommands', { language_code: 'zh' })).result).toEqual(zh);
  expect((await call(telegram, 'getMyCommands')).result).toEqual([]);
});

test('chats, members and administrators', async () => {
  expect((await call(telegram, 'getMe')).result).toMatchObject({ is_bot: true, can_read_all_group_messages: false });
  expect((await call(telegram, 'getChat', { chat_id: -1001 })).result).toMatchObject({
    type: 'group',
    title: '局党组',
  });
  expect((await call(telegram, 'getChat', { chat_id: 1003 })).description).toBe('Bad Request: chat not found');
  li.says('我在', { in: group });
  const member = await call(telegram, 'getChatMember', { chat_id: -1001, user_id: 1002 });
  expect(member.result).toMatchObject({ status: 'creator', user: { id: 1002 } });
  const self = await call(telegram, 'getChatMember', { chat_id: -1001, user_id: telegram.bot.id });
  expect(self.result).toMatchObject({ status: 'member' });
  expect((await call(telegram, 'getChatAdministrators', { chat_id: -1001 })).result).toMatchObject([
    { status: 'creator' },
  ]);
});
