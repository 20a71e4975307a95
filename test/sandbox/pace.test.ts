import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTelegram, type Telegram } from '../support/telegram.ts';
import { call } from './calls.ts';

let telegram: Telegram;
let machine = 1_772_400_000_000;

beforeEach(async () => {
  telegram = await startTelegram({ paced: true, machineNow: () => machine });
});
afterEach(() => telegram.close());

const send = async (chat_id: number) => {
  const { ok, parameters } = await call(telegram, 'sendMessage', { chat_id, text: 'x' });
  return ok || parameters?.retry_after;
};

test('one message a second to a chat', async () => {
  const li = telegram.person(1002, '李秀');
  expect([await send(1002), await send(1002)]).toEqual([true, 1]);
  machine += 1_000;
  expect(await send(1002)).toBe(true);
  expect(li.messages().length).toBe(2);
});

test('30 messages a second in all', async () => {
  const sent = [];
  for (let i = 0; i < 31; i += 1) {
    telegram.person(2000 + i);
    sent.push(await send(2000 + i));
  }
  expect(sent.filter((one) => one === true).length).toBe(30);
  expect(sent.at(-1)).toBe(1);
});

test('20 messages a minute to a group, and it says how long to wait', async () => {
  telegram.group(-1001);
  for (let i = 0; i < 20; i += 1) {
    expect(await send(-1001)).toBe(true);
    machine += 1_000;
  }
  expect(await send(-1001)).toBe(40);
});

test('without being asked for, nothing is too much', async () => {
  const free = await startTelegram();
  free.person(1002);
  for (let i = 0; i < 40; i += 1)
    expect(await call(free, 'sendMessage', { chat_id: 1002, text: 'x' })).toMatchObject({ ok: true });
  await free.close();
});
