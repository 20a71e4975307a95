import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readConfig, settings } from '../src/config.ts';
import type { Phrase } from '../src/core/phrase.ts';
import { openSpeech } from '../src/speech.ts';

const say = openSpeech();
const noFile = (): string => {
  throw new Error('ENOENT');
};

function problemsOf(env: Record<string, string>, readFile: (path: string) => string = noFile): readonly Phrase[] {
  const read = readConfig(env, readFile);
  return read.ok ? [] : read.problems;
}

function configOf(env: Record<string, string>, readFile: (path: string) => string = noFile) {
  const read = readConfig(env, readFile);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.config;
}

test('nothing set is a whole configuration: the local chat with an embedded Redis', () => {
  expect(configOf({})).toEqual({
    botToken: undefined,
    telegramApiRoot: 'https://api.telegram.org',
    webhook: undefined,
    redisUrl: undefined,
    dataDir: undefined,
    planFile: undefined,
    port: { number: 8686, set: false },
    logLevel: 'info',
    httpsProxy: undefined,
  });
});

test('an empty value is an unset one', () => {
  const empty = Object.fromEntries(
    Object.keys(settings).flatMap((name) => [
      [name, ''],
      [`${name}_FILE`, ' '],
    ]),
  );
  expect(configOf(empty)).toEqual(configOf({}));
});

test.each([
  ['BOT_TOKEN', '123456:AAbb_-9', { botToken: '123456:AAbb_-9' }],
  ['TELEGRAM_API_ROOT', 'http://127.0.0.1:8081/', { telegramApiRoot: 'http://127.0.0.1:8081' }],
  ['REDIS_URL', 'rediss://u:p@host:1/2', { redisUrl: 'rediss://u:p@host:1/2' }],
  ['DATA_DIR', '/srv/duban', { dataDir: '/srv/duban' }],
  ['PLAN_FILE', 'plans', { planFile: 'plans' }],
  ['PORT', '8686', { port: { number: 8686, set: true } }],
  ['LOG_LEVEL', 'WARN', { logLevel: 'warn' }],
  ['HTTPS_PROXY', 'proxy:3128', { httpsProxy: 'http://proxy:3128' }],
])('%s=%s is read', (name, value, expected) => {
  expect(configOf({ [name]: value })).toMatchObject(expected);
});

test.each([
  ['BOT_TOKEN', 'hello'],
  ['BOT_TOKEN', '123456:AA bb'],
  ['TELEGRAM_API_ROOT', 'api.telegram.org'],
  ['TELEGRAM_API_ROOT', 'ftp://x'],
  ['WEBHOOK_SECRET', 'a b'],
  ['WEBHOOK_SECRET', 'a'.repeat(257)],
  ['REDIS_URL', 'localhost:6379'],
  ['REDIS_URL', 'http://localhost'],
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '80a'],
  ['PORT', '-1'],
  ['LOG_LEVEL', 'loud'],
  ['HTTPS_PROXY', 'socks5://x:1'],
])('%s=%s is one problem that names it', (name, value) => {
  const problems = problemsOf({ [name]: value });
  expect(problems).toHaveLength(1);
  for (const language of ['zh', 'en'] as const) expect(say(problems[0]!, language)).toContain(name);
});

test('a webhook needs its secret', () => {
  expect(problemsOf({ WEBHOOK_URL: 'https://x.example' }).map(({ id }) => id)).toEqual(['config-webhook-secret']);
  expect(problemsOf({ WEBHOOK_URL: 'http://x.example', WEBHOOK_SECRET: 's' })).toHaveLength(1);
  expect(configOf({ WEBHOOK_URL: 'https://x.example', WEBHOOK_SECRET: 's' }).webhook).toEqual({
    url: 'https://x.example',
    secret: 's',
  });
});

test('all mistakes come at once', () => {
  expect(problemsOf({ BOT_TOKEN: 'x', PORT: 'x', LOG_LEVEL: 'x', REDIS_URL: 'x' })).toHaveLength(4);
});

test('no problem repeats a value, which may be a secret in the wrong place', () => {
  const secret = 'hunter2hunter2';
  const everything = Object.fromEntries(Object.keys(settings).map((name) => [name, `${secret}\0://`]));
  const told = problemsOf(everything).map((problem) => say(problem, 'en'));
  expect(told.length).toBeGreaterThan(8);
  for (const sentence of told) expect(sentence).not.toContain(secret);
});

describe('a secret from a file', () => {
  const file = (path: string): string => (path === '/run/secrets/token' ? '123456:AAbb\n' : '');

  test('is read without its line break', () => {
    expect(configOf({ BOT_TOKEN_FILE: '/run/secrets/token' }, file).botToken).toBe('123456:AAbb');
  });

  test.each([
    ['both forms', { BOT_TOKEN: '1:a', BOT_TOKEN_FILE: '/run/secrets/token' }, 'config-both'],
    ['an empty file', { REDIS_URL_FILE: '/empty' }, 'config-file-empty'],
  ])('%s: one problem', (_, env, id) => {
    expect(problemsOf(env as Record<string, string>, file).map((problem) => problem.id)).toEqual([id]);
  });

  test('that cannot be read: one problem with its path', () => {
    const problems = problemsOf({ WEBHOOK_SECRET_FILE: '/nowhere' });
    expect(say(problems[0]!, 'en')).toContain('/nowhere');
  });

  test('only the three secrets have this form', () => {
    const withFile = Object.entries(settings).filter(([, setting]) => 'file' in setting);
    expect(withFile.map(([name]) => name)).toEqual(['BOT_TOKEN', 'WEBHOOK_SECRET', 'REDIS_URL']);
    expect(configOf({ PORT_FILE: '/nowhere' })).toEqual(configOf({}));
  });
});

describe('.env.example', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const listed = new Map([...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]));

  test('lists every setting, and no other', () => {
    const names = Object.entries(settings).flatMap(([name, setting]) =>
      'file' in setting ? [name, `${name}_FILE`] : [name],
    );
    expect([...listed.keys()].sort()).toEqual(names.sort());
  });

  test('shows the defaults', () => {
    for (const [name, setting] of Object.entries(settings))
      expect([name, listed.get(name)]).toEqual([name, 'standard' in setting ? setting.standard : '']);
  });

  test('means the same as nothing set, but for a port that is set', () => {
    expect(configOf(Object.fromEntries(listed))).toEqual({ ...configOf({}), port: { number: 8686, set: true } });
  });
});
