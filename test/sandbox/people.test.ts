import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Group, type Person, startTelegram, type Telegram } from '../support/telegram.ts';
import { call, updatesOf } from './calls.ts';

let telegram: Telegram;
let li: Person;
let machine = 1_772_400_000_000;

beforeEach(async () => {
  telegram = await startTelegram({ machineNow: () => machine });
  li = telegram.person(1002, '李秀');
});
afterEach(() => telegram.close());

const send = (chat_id: number, more: object = {}) => call(telegram, 'sendMessage', { chat_id, text: '请办', ...more });
const heard = async () => {
  machine += 1_000;
  return updatesOf(telegram, {
    allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member', 'message_reaction'],
  });
};

describe('what the bot hears', () => {
  test('a start with its payload, as a command', async () => {
    const wang = telegram.person(1004, '王志强', { started: false });
    wang.starts('token-1');
    expect(await heard()).toMatchObject([
      {
        message: {
          text: '/start token-1',
          entities: [{ type: 'bot_command', offset: 0, length: 6 }],
          from: { id: 1004 },
        },
      },
    ]);
    expect(await send(1004)).toMatchObject({ ok: true });
  });

  test('a reply with what it answers, an edit with its date', async () => {
    const { message_id } = (await send(1002)).result as { message_id: number };
    const said = li.says('已谈', { replyTo: message_id });
    li.edits(said, '没谈');
    expect(await heard()).toMatchObject([
      { message: { text: '已谈', reply_to_message: { message_id, text: '请办' } } },
      { edited_message: { message_id: said.id, text: '没谈' } },
    ]);
  });

  test('a tap with its message, answered once', async () => {
    await send(1002, { reply_markup: { inline_keyboard: [[{ text: '1 已办', callback_data: 'a' }]] } });
    const tap = li.taps('1');
    expect(await heard()).toMatchObject([
      { callback_query: { id: tap.query, data: 'a', from: { id: 1002 }, message: { text: '请办' } } },
    ]);
    const answer = { callback_query_id: tap.query, text: '已登记', show_alert: true };
    expect(await call(telegram, 'answerCallbackQuery', answer)).toMatchObject({ ok: true });
    expect(await tap.answered()).toEqual({ text: '已登记', alert: true });
    expect(await call(telegram, 'answerCallbackQuery', answer)).toMatchObject({ error_code: 400 });
  });

  test('photo, document, voice, album and place', async () => {
    li.sendsPhoto({ caption: '现场' });
    li.sendsDocument('报告.docx', 'x');
    li.sendsVoice();
    li.sendsLocation(30.5, 114.3);
    const album = li.sendsAlbum(2, { caption: '两张' });
    expect(album[0]!.albumId).toBe(album[1]!.albumId);
    expect((await heard()).map((update) => update.message)).toMatchObject([
      { caption: '现场', photo: [{ file_size: 70, width: 1, height: 1 }] },
      { document: { file_name: '报告.docx' } },
      { voice: { duration: 3 } },
      { location: { latitude: 30.5 } },
      { caption: '两张', media_group_id: album[0]!.albumId },
      { media_group_id: album[0]!.albumId },
    ]);
  });
});

describe('blocks', () => {
  test('a block ends what the bot may send, and is told', async () => {
    li.blocks();
    expect(await send(1002)).toEqual({
      ok: false,
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    expect(() => li.says('还在吗')).toThrow('bot-blocked');
    li.unblocks();
    expect(await send(1002)).toMatchObject({ ok: true });
    expect(await heard()).toMatchObject([
      { my_chat_member: { chat: { id: 1002, type: 'private' }, new_chat_member: { status: 'kicked' } } },
      { my_chat_member: { old_chat_member: { status: 'kicked' }, new_chat_member: { status: 'member' } } },
    ]);
  });
});

test('an account that is gone is told apart from a block', async () => {
  li.deactivates();
  expect(await send(1002)).toEqual({ ok: false, error_code: 403, description: 'Forbidden: user is deactivated' });
});

describe('groups', () => {
  let group: Group;
  beforeEach(() => {
    group = telegram.group(-1001, '局党组', { bot: 'left' });
  });

  test('the bot speaks only where it was added', async () => {
    expect(await send(-1001)).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot is not a member of the group chat',
    });
    group.addsBot(li, { payload: 'g1' });
    expect(await send(-1001)).toMatchObject({ ok: true });
    group.removesBot(li);
    expect(await send(-1001)).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was kicked from the group chat',
    });
    expect(await heard()).toMatchObject([
      {
        my_chat_member: {
          chat: { id: -1001, type: 'group' },
          from: { id: 1002 },
          new_chat_member: { status: 'member' },
        },
      },
      { message: { new_chat_members: [{ id: telegram.bot.id }] } },
      { message: { text: '/start@duban_test_bot g1' } },
      { my_chat_member: { new_chat_member: { status: 'kicked' } } },
    ]);
  });

  test('with privacy it hears commands, mentions and replies to it; as administrator everything', async () => {
    group.addsBot(li);
    const { message_id } = (await send(-1001)).result as { message_id: number };
    li.says('闲聊', { in: group });
    li.says('/help@other_bot', { in: group });
    li.says('/help', { in: group });
    li.says('@duban_test_bot 好', { in: group });
    li.says('已阅', { in: group, replyTo: message_id });
    group.addsBot(li, { as: 'administrator' });
    li.says('再闲聊', { in: group });
    const texts = (await heard()).flatMap((update) => update.message?.text ?? []);
    expect(texts).toEqual(['/help', '@duban_test_bot 好', '已阅', '再闲聊']);
  });

  test('reactions reach an administrator, and never from a private chat', async () => {
    await heard();
    group.addsBot(li, { as: 'administrator' });
    await send(-1001);
    await send(1002);
    li.reacts(group.messages().at(-1)!, '👍');
    li.reacts(li.messages().at(-1)!, '👍');
    expect((await heard()).filter((update) => update.message_reaction)).toMatchObject([
      { message_reaction: { chat: { id: -1001 }, old_reaction: [], new_reaction: [{ emoji: '👍' }] } },
    ]);
    expect(li.messages().at(-1)!.reactions).toEqual(['👍']);
  });

  test('a group that became a supergroup names its new id', async () => {
    group.addsBot(li);
    const now = group.upgrades(li);
    expect(await send(-1001)).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: now.id },
    });
    expect(await send(now.id)).toMatchObject({ result: { chat: { id: now.id, type: 'supergroup' }, message_id: 2 } });
    expect((await heard()).slice(-2)).toMatchObject([
      { message: { chat: { id: -1001 }, migrate_to_chat_id: now.id } },
      { message: { chat: { id: now.id }, migrate_from_chat_id: -1001 } },
    ]);
  });
});

describe('waiting', () => {
  test('hears takes messages in turn; sees looks at what stands', async () => {
    await send(1002, { text: '一' });
    await send(1002, { text: '二' });
    expect((await li.hears(/一|二/)).text).toBe('一');
    expect((await li.hears(/一|二/)).text).toBe('二');
    expect(li.unheard()).toEqual([]);
    expect((await li.sees('一')).text).toBe('一');
    await expect(li.hears('三', { within: 20 })).rejects.toThrow('waiting for 三');
  });

  test('hears wakes with the message', async () => {
    const heardLater = li.hears('晚些');
    await send(1002, { text: '晚些来' });
    expect((await heardLater).text).toBe('晚些来');
  });
});
