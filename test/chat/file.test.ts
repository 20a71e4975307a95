import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Attachment, Chat, Event } from '../../src/chat/contract.ts';
import { readEvent } from '../../src/chat/telegram/event.ts';
import { openTelegram } from '../../src/chat/telegram/telegram.ts';
import { pixel, startTelegram, TEST_TOKEN, type Telegram } from '../support/telegram.ts';

const nobody = new AbortController().signal;
let telegram: Telegram;
let chat: Chat;

beforeEach(async () => {
  telegram = await startTelegram();
  chat = openTelegram({ token: TEST_TOKEN, apiRoot: telegram.apiRoot, now: Date.now, log: { warn() {} } });
});
afterEach(() => telegram.close());

async function events(): Promise<readonly Event[]> {
  return (await chat.poll(0, 0, nobody)).map(readEvent);
}

async function attachments(): Promise<readonly Attachment[]> {
  return (await events()).flatMap((e) => (e.type === 'text' ? e.attachments : []));
}

describe('files that people send', () => {
  test('arrive byte for byte', async () => {
    telegram.person(1001).sendsPhoto({ content: pixel });
    const [photo] = await attachments();
    const got = await chat.file(photo!.fileId!);
    expect(got.ok && Buffer.from(got.content)).toEqual(pixel);
  });

  test('over 20 MB the platform does not hand out', async () => {
    telegram.person(1001).sendsDocument('大.zip', Buffer.alloc(21 * 1024 * 1024));
    const [paper] = await attachments();
    expect(await chat.file(paper!.fileId!)).toEqual({ ok: false, why: 'too-large' });
  });

  test('unknown ones are gone, and nothing is thrown', async () => {
    expect(await chat.file('nothing')).toEqual({ ok: false, why: 'gone' });
  });

  test('an unreachable platform is worth another try', async () => {
    const away = openTelegram({ token: TEST_TOKEN, apiRoot: 'http://127.0.0.1:9', now: Date.now, log: { warn() {} } });
    expect(await away.file('x')).toEqual({ ok: false, why: 'later' });
  });

  test('of an album all say which one; a place says where', async () => {
    telegram.person(1001).sendsAlbum(2);
    telegram.person(1001).sendsLocation(30.5, 104.1);
    const found = (await events()).filter((e) => e.type === 'text');
    const albums = found.slice(0, 2).map((e) => e.album);
    expect(albums[0]).toBeDefined();
    expect(albums[0]).toBe(albums[1]);
    expect(found[2]!.attachments).toEqual([{ kind: 'location', place: { latitude: 30.5, longitude: 104.1 } }]);
  });
});

describe('a message', () => {
  test('of a person can be deleted, once', async () => {
    const { id } = telegram.person(1001).says('13812345678');
    expect(await chat.remove(1001, id)).toBe(true);
    expect(
      telegram
        .person(1001)
        .messages()
        .some((m) => m.id === id),
    ).toBe(false);
    expect(await chat.remove(1001, 987_654)).toBe(false);
  });

  test('reactions are read where the platform tells of them: in groups it administers', async () => {
    const group = telegram.group(-5001, '局党组', { bot: 'administrator' });
    const { messageId } = await chat.send(group.id, { lines: [{ text: 'x' }], buttons: [] });
    await events();
    const person = telegram.person(1001);
    person.reacts((await group.sees('x'))!, '👍');
    expect((await events()).filter((e) => e.type === 'reaction')).toMatchObject([
      { type: 'reaction', chat: -5001, from: 1001, messageId, marks: ['👍'] },
    ]);
  });
});
