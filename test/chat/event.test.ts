import { describe, expect, test } from 'vitest';
import { laneOf, readEvent } from '../../src/chat/telegram/event.ts';

const zhang = { id: 1001, is_bot: false, first_name: '建国', last_name: '张', language_code: 'zh-hans' };
const privately = { id: 1001, type: 'private', first_name: '建国' };
const group = { id: -1001, type: 'supergroup', title: '局党组' };
const date = 1_774_400_000;

function read(update: object, received = 7) {
  return readEvent({ raw: { update_id: 5, ...update }, received });
}
const message = (fields: object) => ({ message_id: 9, date, chat: privately, from: zhang, ...fields });

test('whoever writes is named as they show themselves, with the language they use', () => {
  expect(read({ message: message({ text: '完成' }) })).toEqual({
    ...{
      type: 'text',
      updateId: 5,
      chat: 1001,
      isGroup: false,
      from: 1001,
      fromName: '建国 张',
      languageHint: 'zh-hans',
    },
    ...{ at: date * 1000, text: '完成', messageId: 9, attachments: [] },
  });
});

describe('attachments', () => {
  const photo = [{ file_id: 'small' }, { file_id: 'large', file_size: 900, width: 9, height: 9 }];
  test.each([
    ['a photo, at its largest', { photo }, [{ kind: 'photo', fileId: 'large', size: 900 }]],
    [
      'a document',
      { document: { file_id: 'f', file_name: '纪要.docx', file_size: 3 } },
      [{ kind: 'document', fileId: 'f', name: '纪要.docx', size: 3 }],
    ],
    [
      'an animation, which is a document too',
      { animation: { file_id: 'a' }, document: { file_id: 'a' } },
      [{ kind: 'document', fileId: 'a' }],
    ],
    ['a voice', { voice: { file_id: 'v', duration: 2 } }, [{ kind: 'voice', fileId: 'v' }]],
    ['a video', { video: { file_id: 'v', file_name: 'a.mp4' } }, [{ kind: 'video', fileId: 'v', name: 'a.mp4' }]],
    ['a round video', { video_note: { file_id: 'v' } }, [{ kind: 'video', fileId: 'v' }]],
    ['a place', { location: { latitude: 1, longitude: 2 } }, [{ kind: 'location' }]],
    ['a sticker', { sticker: { file_id: 's' } }, [{ kind: 'other', fileId: 's' }]],
    ['music', { audio: { file_id: 'm', file_name: 'a.mp3' } }, [{ kind: 'other', fileId: 'm', name: 'a.mp3' }]],
    ['a contact', { contact: { phone_number: '1' } }, [{ kind: 'other' }]],
    ['a die', { dice: { value: 6 } }, [{ kind: 'other' }]],
  ])('%s', (_, fields, attachments) => {
    expect(read({ message: message(fields) })).toMatchObject({ type: 'text', text: '', attachments });
    const withCaption = read({ message: message({ ...fields, caption: '附件' }) });
    expect(withCaption).toMatchObject({ type: 'text', text: '附件' });
  });
});

describe("what is nobody's words", () => {
  test.each([
    ['someone joined', { message: message({ chat: group, new_chat_members: [zhang] }) }],
    ['a title changed', { message: message({ chat: group, new_chat_title: 'x' }) }],
    ['a message was pinned', { message: message({ chat: group, pinned_message: {} }) }],
    ['a group came from another', { message: message({ chat: group, migrate_from_chat_id: -5 }) }],
    ['a tap on nothing', { callback_query: { id: 't', from: zhang, data: 'd', chat_instance: '' } }],
    ['a tap for a game', { callback_query: { id: 't', from: zhang, game_short_name: 'g', message: message({}) } }],
    ['a kind of update never asked for', { poll: { id: 'p' } }],
    ['an update of nothing', {}],
  ])('%s', (_, update) => {
    expect(read(update).type).toBe('other');
  });
});

test('a tap on a message too old to be shown is still a tap', () => {
  const old = { message_id: 9, date: 0, chat: privately };
  const tap = { id: 't', from: zhang, data: 'd', chat_instance: '', message: old };
  expect(read({ callback_query: tap })).toMatchObject({ type: 'tap', messageId: 9, data: 'd', at: 7 });
});

test('words in the name of a group are the words of the group', () => {
  const anonymous = message({ chat: group, from: undefined, sender_chat: group, text: '完成' });
  expect(read({ message: anonymous })).toMatchObject({ from: -1001, fromName: '局党组', isGroup: true });
});

describe('membership', () => {
  const change = (status: object) => ({ my_chat_member: { chat: group, from: zhang, date, new_chat_member: status } });
  test.each([
    [{ status: 'member' }, true],
    [{ status: 'administrator' }, true],
    [{ status: 'restricted', is_member: true }, true],
    [{ status: 'restricted', is_member: false }, false],
    [{ status: 'left' }, false],
    [{ status: 'kicked' }, false],
  ])('%o is %s', (status, member) => {
    expect(read(change(status))).toMatchObject({ type: 'membership', member, chat: -1001, title: '局党组' });
  });
});

test.each([
  [{ message: message({ chat: group }) }, '-1001'],
  [{ edited_message: message({}) }, '1001'],
  [{ callback_query: { id: 't', from: zhang, message: message({ chat: group }) } }, '-1001'],
  [{ callback_query: { id: 't', from: zhang } }, '1001'],
  [{ my_chat_member: { chat: group, from: zhang } }, '-1001'],
  [{}, 'rest'],
])('%o lies in lane %s', (update, lane) => {
  expect(laneOf({ update_id: 5, ...update } as never)).toBe(lane);
});
