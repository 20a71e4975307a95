import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Person, startTelegram, type Telegram } from '../support/telegram.ts';
import { call, updatesOf } from './calls.ts';

let telegram: Telegram;
let li: Person;
let machine = 0;

beforeEach(async () => {
  machine = Date.parse('2026-03-02T01:00:00Z');
  telegram = await startTelegram({ machineNow: () => machine });
  li = telegram.person(1002, '李秀');
});
afterEach(() => telegram.close());

const texts = async (params: object = {}) => {
  machine += 1_000;
  return (await updatesOf(telegram, params)).map((update) => update.message?.text);
};
const firstId = async () => {
  machine += 1_000;
  return (await updatesOf(telegram))[0]!.update_id;
};

test('an update comes again until a higher offset confirms it', async () => {
  li.says('一');
  li.says('二');
  const first = await firstId();
  expect(await texts()).toEqual(['一', '二']);
  expect(await texts({ offset: first })).toEqual(['一', '二']);
  expect(await texts({ offset: first + 1 })).toEqual(['二']);
  expect(await texts({ offset: first })).toEqual(['二']);
  expect(await texts({ offset: first + 2 })).toEqual([]);
});

test('a negative offset takes from the end and forgets what lies before', async () => {
  for (const text of ['一', '二', '三']) li.says(text);
  expect(await texts({ offset: -2 })).toEqual(['二', '三']);
  expect(await texts()).toEqual(['二', '三']);
});

test('limit bounds a batch, between 1 and 100; without it 100', async () => {
  for (let i = 0; i < 120; i += 1) li.says(`${i}`);
  expect(await texts({ limit: 3 })).toEqual(['0', '1', '2']);
  expect((await texts({ limit: 0 })).length).toBe(1);
  expect((await texts()).length).toBe(100);
  expect((await texts({ limit: 500 })).length).toBe(100);
});

test('asking again at once with the same offset brings one update, as on Telegram', async () => {
  li.says('一');
  li.says('二');
  await texts();
  expect((await updatesOf(telegram)).length).toBe(1);
});

test('a long poll ends with the first update, albums whole', async () => {
  const waiting = texts({ timeout: 20 });
  await new Promise((resolve) => setTimeout(resolve, 30));
  li.sendsAlbum(3);
  expect((await waiting).length).toBe(3);
});

test('a long poll ends empty when its time is up', async () => {
  const begun = performance.now();
  expect(await texts({ timeout: 1 })).toEqual([]);
  expect(performance.now() - begun).toBeGreaterThan(900);
});

test('a second poller ends the first with 409', async () => {
  const first = call(telegram, 'getUpdates', { timeout: 20 });
  await new Promise((resolve) => setTimeout(resolve, 30));
  const second = call(telegram, 'getUpdates', { timeout: 20 });
  expect(await first).toEqual({
    ok: false,
    error_code: 409,
    description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  });
  li.says('一');
  expect(await second).toMatchObject({ ok: true, result: [{ message: { text: '一' } }] });
});

test('a poller that went away loses no update', async () => {
  const gone = new AbortController();
  const url = `${telegram.apiRoot}/bot${telegram.token}/getUpdates?timeout=20`;
  const lost = fetch(url, { signal: gone.signal }).catch(() => 'gone');
  await new Promise((resolve) => setTimeout(resolve, 30));
  gone.abort();
  expect(await lost).toBe('gone');
  li.says('一');
  expect(await texts({ timeout: 5 })).toEqual(['一']);
});

test('allowed_updates holds until it is changed; reactions are off unless named', async () => {
  const group = telegram.group(-1001, '局党组', { bot: 'administrator' });
  const message = li.says('大家好', { in: group });
  li.reacts(message, '👍');
  expect((await updatesOf(telegram)).map((u) => Object.keys(u)[1])).toEqual(['message']);
  await texts({ offset: -1, allowed_updates: ['message_reaction'] });
  li.says('听不到');
  li.reacts(message, '');
  machine += 1_000;
  expect((await updatesOf(telegram)).map((u) => Object.keys(u)[1])).toEqual(['message', 'message_reaction']);
  await texts({ allowed_updates: [] });
  li.says('又听到');
  expect((await texts()).at(-1)).toBe('又听到');
});

test('an update lives 24 hours of machine time, a tap 150 seconds', async () => {
  await call(telegram, 'sendMessage', {
    chat_id: 1002,
    text: '请办',
    reply_markup: { inline_keyboard: [[{ text: '已办', callback_data: 'a' }]] },
  });
  li.says('一');
  const tap = li.taps('已办');
  machine += 149_000;
  expect((await updatesOf(telegram)).length).toBe(2);
  machine += 2_000;
  expect(await texts()).toEqual(['一']);
  expect(await call(telegram, 'answerCallbackQuery', { callback_query_id: tap.query })).toMatchObject({
    error_code: 400,
    description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
  });
  machine += 24 * 3_600_000;
  expect(await texts()).toEqual([]);
});

test('a webhook that was set makes getUpdates answer 409 until it is deleted', async () => {
  expect(await call(telegram, 'setWebhook', { url: 'http://plain.example' })).toMatchObject({ error_code: 400 });
  expect(await call(telegram, 'setWebhook', { url: 'https://bot.example/hook' })).toMatchObject({ ok: true });
  expect(await call(telegram, 'getUpdates')).toMatchObject({ error_code: 409 });
  li.says('一');
  expect(await call(telegram, 'getWebhookInfo')).toMatchObject({
    result: { url: 'https://bot.example/hook', pending_update_count: 1 },
  });
  expect(await call(telegram, 'deleteWebhook')).toMatchObject({ ok: true });
  expect(await texts()).toEqual(['一']);
});
