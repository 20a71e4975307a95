import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { DeliveryFailure, PollFailure } from '../../src/chat/contract.ts';
import { openTelegram } from '../../src/chat/telegram/telegram.ts';
import {
  answers,
  type Behaviour,
  closes,
  fallsShort,
  type Hostile,
  halfAnswers,
  refuses,
  resets,
  startHostile,
} from './hostile.ts';

const token = '123456789:AAbbccddeeffgghhiijjkkllmmnnooppqq';
const message = { lines: [{ text: '谈话内容' }], buttons: [] };
const nobody = new AbortController().signal;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function hostile(behave: Behaviour): Promise<Hostile> {
  const server = await startHostile(behave);
  closing.push(server.close);
  return server;
}

function chatAt(apiRoot: string, proxy?: string) {
  return openTelegram({ token, apiRoot, now: Date.now, log: { warn() {} }, ...(proxy && { proxy }) });
}

async function failureOf(work: Promise<unknown>): Promise<DeliveryFailure> {
  const failure = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(DeliveryFailure);
  const everything = [String(failure), (failure as Error).stack, JSON.stringify(failure)].join();
  for (const secret of [token, token.slice(10), '谈话内容']) expect(everything).not.toContain(secret);
  expect((failure as Error).cause).toBeUndefined();
  return failure as DeliveryFailure;
}

async function freePort(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('a send that Telegram answers', () => {
  test.each<[string, Behaviour, Partial<DeliveryFailure>]>([
    [
      'too many requests',
      refuses(429, 'Too Many Requests: retry after 7', { retry_after: 7 }),
      { outcome: 'later', retryAfterMs: 7000 },
    ],
    [
      'an upgraded group',
      refuses(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -100_1 }),
      { outcome: 'later', movedTo: -100_1 },
    ],
    ['blocked', refuses(403, 'Forbidden: bot was blocked by the user'), { outcome: 'gone' }],
    ['deactivated', refuses(403, 'Forbidden: user is deactivated'), { outcome: 'gone' }],
    ['kicked', refuses(403, 'Forbidden: bot was kicked from the supergroup chat'), { outcome: 'gone' }],
    ['never started', refuses(403, "Forbidden: bot can't initiate conversation with a user"), { outcome: 'gone' }],
    ['no such chat', refuses(400, 'Bad Request: chat not found'), { outcome: 'gone' }],
    [
      'no rights',
      refuses(400, 'Bad Request: not enough rights to send text messages to the chat'),
      { outcome: 'gone' },
    ],
    // Certainly not delivered, and nobody's absence: never called said, never called gone.
    [
      'our own mistake',
      refuses(400, "Bad Request: can't parse entities"),
      { outcome: 'later', retryAfterMs: undefined },
    ],
    ['a wrong token', refuses(401, 'Unauthorized'), { outcome: 'later', retryAfterMs: undefined }],
    ['an inner error', refuses(500, 'Internal Server Error'), { outcome: 'unconfirmed' }],
    ['a bad gateway in HTML', answers(502, '<html><h1>502 Bad Gateway</h1></html>'), { outcome: 'unconfirmed' }],
    ['HTML that claims success', answers(200, '<html>Welcome</html>'), { outcome: 'unconfirmed' }],
    ['a reset after it was read', resets, { outcome: 'unconfirmed' }],
    ['an end without an answer', closes, { outcome: 'unconfirmed' }],
    ['half an answer', halfAnswers, { outcome: 'unconfirmed' }],
    ['less than it announced', fallsShort, { outcome: 'unconfirmed' }],
  ])('%s', async (_, behave, expected) => {
    const server = await hostile(behave);
    const failure = await failureOf(chatAt(server.apiRoot).send(1, message));
    expect(failure).toMatchObject(expected);
    // No retry of its own: whoever sends decides.
    expect(server.received).toHaveLength(1);
  });

  test('never: unconfirmed after the time-out', async () => {
    const { apiRoot } = await hostile(() => {});
    const chat = openTelegram({ token, apiRoot, sendSeconds: 1, now: Date.now, log: { warn() {} } });
    const failure = await failureOf(chat.send(1, message));
    expect(failure).toMatchObject({ outcome: 'unconfirmed', message: 'network: time-out' });
  });
});

describe('a send that certainly never left', () => {
  test('a refused connection', async () => {
    expect(await failureOf(chatAt(`http://127.0.0.1:${await freePort()}`).send(1, message))).toMatchObject({
      outcome: 'later',
    });
  });

  test('a refused connection by name, to every address of it', async () => {
    expect(await failureOf(chatAt(`http://localhost:${await freePort()}`).send(1, message))).toMatchObject({
      outcome: 'later',
    });
  });

  test('a name that is not found', async () => {
    expect(await failureOf(chatAt('https://nowhere.invalid').send(1, message))).toMatchObject({ outcome: 'later' });
  });

  test('a handshake that breaks', async () => {
    const server = createServer((socket) => socket.once('data', () => socket.destroy()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise((resolve) => server.close(() => resolve())));
    const { port } = server.address() as AddressInfo;
    expect(await failureOf(chatAt(`https://127.0.0.1:${port}`).send(1, message))).toMatchObject({ outcome: 'later' });
  });

  test('a proxy that is away', async () => {
    const chat = chatAt('https://nowhere.invalid', `http://127.0.0.1:${await freePort()}`);
    expect(await failureOf(chat.send(1, message))).toMatchObject({ outcome: 'later', message: 'network: EPROXY' });
  });

  test.each([407, 502, 503])('a proxy that answers %i', async (status) => {
    const proxy = createServer((socket) => {
      socket.once('data', () => socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`));
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise((resolve) => proxy.close(() => resolve())));
    const chat = chatAt('https://nowhere.invalid', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
    expect(await failureOf(chat.send(1, message))).toMatchObject({ outcome: 'later', message: 'network: EPROXY' });
  });
});

describe('an edit', () => {
  test.each([
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
    'Bad Request: message to edit not found',
    "Bad Request: message can't be edited",
    'Bad Request: MESSAGE_ID_INVALID',
  ])('%s: nothing is left to do', async (description) => {
    const server = await hostile(refuses(400, description));
    await chatAt(server.apiRoot).edit(1, 2, message);
  });

  test('that breaks is a failure like any other', async () => {
    const server = await hostile(resets);
    expect(await failureOf(chatAt(server.apiRoot).edit(1, 2, message))).toMatchObject({ outcome: 'unconfirmed' });
  });
});

test('answering a tap fails in silence, whatever happens', async () => {
  for (const behave of [resets, refuses(400, 'Bad Request: query is too old and response timeout expired')]) {
    const server = await hostile(behave);
    await chatAt(server.apiRoot).answerTap('1', 'x');
  }
});

describe('a poll', () => {
  test.each<[string, Behaviour, Partial<PollFailure>]>([
    ['another poller', refuses(409, 'Conflict: terminated by other getUpdates request'), { reason: 'conflict' }],
    ['a revoked token', refuses(401, 'Unauthorized'), { reason: 'unauthorized' }],
    ['a token of the wrong form', refuses(404, 'Not Found'), { reason: 'unauthorized' }],
    ['too many', refuses(429, 'Too Many Requests', { retry_after: 3 }), { reason: 'away', retryAfterMs: 3000 }],
    ['an inner error', refuses(500, 'Internal Server Error'), { reason: 'away' }],
    ['HTML', answers(502, '<html></html>'), { reason: 'away' }],
    ['HTML of someone in between', answers(404, '<html></html>'), { reason: 'away' }],
    ['a reset', resets, { reason: 'away' }],
  ])('%s', async (_, behave, expected) => {
    const server = await hostile(behave);
    const failure = await chatAt(server.apiRoot)
      .poll(5, 0, nobody)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PollFailure);
    expect(failure).toMatchObject(expected);
    expect(String(failure)).not.toContain(token);
  });

  test('asks for the kinds of update it reads, from the offset on', async () => {
    const server = await hostile(answers(200, { ok: true, result: [] }));
    await chatAt(server.apiRoot).poll(5, 0, nobody);
    expect(JSON.parse(server.received[0]!)).toEqual({
      ...{ offset: 5, limit: 100, timeout: 0 },
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member', 'message_reaction'],
    });
  });

  test('a webhook that is still set is taken down, without dropping what waits', async () => {
    const asked: string[] = [];
    const server = await hostile((request, response, body) => {
      asked.push(`${request.url!.split('/').at(-1)} ${body}`);
      const polls = request.url!.endsWith('getUpdates');
      const conflict = refuses(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook");
      (polls ? conflict : answers(200, { ok: true, result: true }))(request, response, body);
    });
    await expect(chatAt(server.apiRoot).poll(0, 0, nobody)).rejects.toMatchObject({ reason: 'conflict' });
    expect(asked).toHaveLength(2);
    expect(asked[1]).toMatch(/^deleteWebhook /);
    expect(asked[1]).not.toContain('drop_pending_updates');
  });

  test('an update of an unknown shape reaches the inbox all the same', async () => {
    const odd = [
      { update_id: 7, message: null },
      { update_id: 8, message: { chat: null } },
      { update_id: 9, poll: {} },
    ];
    const server = await hostile(answers(200, { ok: true, result: odd }));
    const updates = await chatAt(server.apiRoot).poll(0, 0, nobody);
    expect(updates.map(({ id }) => id)).toEqual([7, 8, 9]);
    for (const { lane } of updates) expect(lane).toBe('rest');
  });
});

test('an API root with a slash at its end is the same root', async () => {
  const server = await hostile((request, response, body) => {
    answers(200, { ok: true, result: [{ update_id: request.url!.startsWith('/bot') ? 1 : 2 }] })(
      request,
      response,
      body,
    );
  });
  expect((await chatAt(`${server.apiRoot}/`).poll(0, 0, nobody))[0]!.id).toBe(1);
});
