import { Api, GrammyError, HttpError } from 'grammy';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FaultKind } from '../../src/sandbox/faults.ts';
import { type Person, startTelegram, type Telegram } from '../support/telegram.ts';

let telegram: Telegram;
let li: Person;
let api: Api;

beforeEach(async () => {
  telegram = await startTelegram();
  li = telegram.person(1002, '李秀');
  api = new Api(telegram.token, { apiRoot: telegram.apiRoot, timeoutSeconds: 1 });
});
afterEach(() => telegram.close());

const sendAndCatch = () =>
  api.sendMessage(1002, '请办').then(
    () => undefined,
    (error: unknown) => error,
  );

describe('what grammY meets', () => {
  test.each<[FaultKind, typeof GrammyError | typeof HttpError | undefined, string, number]>([
    [{ kind: 'too-many', retryAfter: 7 }, GrammyError, 'Too Many Requests: retry after 7', 0],
    [{ kind: 'server-error' }, GrammyError, 'Internal Server Error', 0],
    [{ kind: 'bad-gateway' }, HttpError, '', 0],
    [{ kind: 'reset-before' }, HttpError, '', 0],
    [{ kind: 'reset-after' }, HttpError, '', 1],
    [{ kind: 'hang-before' }, HttpError, 'Network request', 0],
    [{ kind: 'hang-after' }, HttpError, 'Network request', 1],
    [{ kind: 'delay', ms: 60 }, undefined, '', 1],
    [{ kind: 'slow', ms: 60 }, undefined, '', 1],
  ])('$kind', async (fault, kind, words, delivered) => {
    telegram.faults.add({ method: 'sendMessage', ...fault });
    const error = await sendAndCatch();
    if (kind) expect(error).toBeInstanceOf(kind);
    else expect(error).toBeUndefined();
    expect(String(error)).toContain(words);
    expect(li.messages().length).toBe(delivered);
    expect(await sendAndCatch()).toBeUndefined();
  });
});

test('429 carries retry_after', async () => {
  telegram.faults.add({ method: '*', kind: 'too-many', retryAfter: 3 });
  expect(await sendAndCatch()).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } });
});

test('a fault hits its method, its chat, after so many, so often', async () => {
  telegram.person(1003, '王志强');
  telegram.faults.add({ method: 'sendMessage', chat: 1002, after: 1, times: 2, kind: 'server-error' });
  await api.getMe();
  await api.sendMessage(1003, '一');
  const outcomes = [];
  for (let i = 0; i < 4; i += 1) outcomes.push((await sendAndCatch()) === undefined);
  expect(outcomes).toEqual([true, false, false, true]);
  expect(telegram.faults.waiting()).toBe(0);
});
