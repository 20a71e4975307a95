import { Api, InputFile, InputMediaBuilder } from 'grammy';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MB } from '../../src/sandbox/files.ts';
import { type Person, pixel, startTelegram, type Telegram } from '../support/telegram.ts';
import { call } from './calls.ts';

let telegram: Telegram;
let li: Person;
let api: Api;

beforeAll(async () => {
  telegram = await startTelegram();
  li = telegram.person(1002, '李秀');
  api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
});
afterAll(() => telegram.close());

const download = (path: string, token = telegram.token) => fetch(`${telegram.apiRoot}/file/bot${token}/${path}`);

test('what a person sends can be fetched', async () => {
  const { file } = li.sendsDocument('报告.txt', '内容');
  const { file_path, file_size } = await api.getFile(file!.id);
  expect(file_size).toBe(6);
  expect(await (await download(file_path!)).text()).toBe('内容');
  expect((await download('documents/none.txt')).status).toBe(404);
  expect((await download(file_path!, 'x')).status).toBe(401);
});

test('what the bot uploads arrives, and can be sent again by its id', async () => {
  const sent = await api.sendDocument(1002, new InputFile(Buffer.from('a,b'), '台账.csv'), {
    caption: '<b>台账</b>',
    parse_mode: 'HTML',
  });
  await api.sendDocument(1002, sent.document.file_id);
  expect(li.messages().slice(-2)).toMatchObject([
    { text: '台账', file: { kind: 'document', name: '台账.csv', size: 3 } },
    { file: { name: '台账.csv' } },
  ]);
  await api.sendPhoto(1002, new InputFile(pixel, 'p.png'));
  expect(li.messages().at(-1)).toMatchObject({ file: { kind: 'photo' } });
  await api.editMessageCaption(1002, sent.message_id, { caption: '新' });
  expect((await li.sees('新')).edited).toBe(true);
});

test('an album is one array of messages with one id', async () => {
  const photo = () => InputMediaBuilder.photo(new InputFile(pixel, 'p.png'));
  const sent = await api.sendMediaGroup(1002, [photo(), photo(), photo()]);
  expect(new Set(sent.map((message) => 'media_group_id' in message && message.media_group_id)).size).toBe(1);
  expect(sent.length).toBe(3);
});

test('limits: 10 MB for a photo, 50 MB up, 20 MB down, nothing empty, captions of 1024', async () => {
  const photo = Buffer.concat([pixel, Buffer.alloc(10 * MB)]);
  await expect(api.sendPhoto(1002, new InputFile(photo, 'p.png'))).rejects.toThrow('too big for a photo');
  await expect(api.sendPhoto(1002, new InputFile(Buffer.from('text'), 'p.png'))).rejects.toThrow(
    'IMAGE_PROCESS_FAILED',
  );
  await expect(api.sendDocument(1002, new InputFile(Buffer.alloc(0), 'x'))).rejects.toThrow('file must be non-empty');
  await expect(api.sendDocument(1002, new InputFile(Buffer.alloc(50 * MB + 1), 'x'))).rejects.toThrow(
    'Request Entity Too Large',
  );
  const { file } = li.sendsDocument('large.bin', Buffer.alloc(20 * MB + 1));
  expect((await call(telegram, 'getFile', { file_id: file!.id })).description).toBe('Bad Request: file is too big');
  const long = { caption: '字'.repeat(1025) };
  await expect(api.sendPhoto(1002, new InputFile(pixel, 'p.png'), long)).rejects.toThrow('message caption is too long');
});
