import { GrammyError, HttpError } from 'grammy';
import { describe, expect, test } from 'vitest';
import { openLog } from '../src/log.ts';

const token = '123456789:AAbbccddeeffgghhiijjkkllmmnnooppqq';

function logged(fields: object, message = 'something happened', pretty = false): string {
  let written = '';
  const log = openLog({ level: 'debug', pretty, write: (line) => (written += line) });
  log.error(fields, message);
  return written;
}

test('a line is one JSON object with level, time and message', () => {
  const line = logged({ poller: 'polling', n: 3 });
  expect(line.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(line)).toMatchObject({ level: 'error', msg: 'something happened', poller: 'polling', n: 3 });
  expect(JSON.parse(line).time).toMatch(/^\d{4}-\d\d-\d\dT/);
});

describe.each([false, true])('with pretty = %s', (pretty) => {
  const grammyError = new GrammyError(
    "Call to 'sendMessage' failed!",
    { ok: false, error_code: 400, description: `Bad Request: see https://x/bot${token}/send` },
    'sendMessage',
    { chat_id: 1, text: '谈话内容' },
  );
  const cause = new Error(
    `request to https://api.telegram.org/bot${token}/sendMessage failed, reason: read ECONNRESET`,
  );
  const httpError = new HttpError(`Network request failed! ${cause.message}`, cause);
  const refused = Object.assign(new Error('WRONGPASS'), { command: { name: 'auth', args: ['hunter2'] } });

  test.each([
    ['an error of grammY', { error: grammyError }],
    ['a network error of grammY', { error: httpError }],
    ['an error within an error', { error: new Error('outer', { cause: httpError }) }],
    ['an error in a list', { errors: [grammyError, httpError] }],
    ['a token in a field', { at: `https://x/bot${token}/getMe`, token }],
    ['a refused Redis login', { error: refused }],
    ['addresses with passwords', { redis: 'redis://:hunter2@127.0.0.1:1', proxy: 'http://me:hunter2@proxy:1' }],
  ])('%s shows neither token, password nor words', (_, fields) => {
    const line = logged(fields, `about https://x/bot${token}/getMe`, pretty);
    for (const secret of [token, token.slice(11), 'hunter2', '谈话内容']) expect(line).not.toContain(secret);
  });

  test('words of people are left out at any depth', () => {
    const line = logged(
      { text: '谈话', event: { text: '谈话', more: [{ caption: '谈话' }] }, raw: { a: '谈话' } },
      'm',
      pretty,
    );
    expect(line).not.toContain('谈话');
  });

  test('an error still says what it was and where', () => {
    const line = logged({ error: Object.assign(new Error('broken pipe'), { code: 'EPIPE' }) }, 'm', pretty);
    expect(line).toContain('broken pipe');
    expect(line).toContain('log.test.ts');
  });
});

test('objects that contain themselves do not break the log', () => {
  const self: Record<string, unknown> = {};
  self.self = self;
  expect(logged({ self })).toContain('something happened');
});

test('below the level nothing is written', () => {
  let written = '';
  const log = openLog({ level: 'warn', pretty: false, write: (line) => (written += line) });
  log.info({}, 'quiet');
  expect(written).toBe('');
  log.warn({}, 'loud');
  expect(written).not.toBe('');
});
