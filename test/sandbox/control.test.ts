import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY, HOUR, type Instant } from '../../src/core/calendar.ts';
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { openSpeech } from '../../src/speech.ts';
import { call } from './calls.ts';
import { type OfficeClock, officeClock } from './office-clock.ts';

let sandbox: Sandbox;
let office: OfficeClock;
const start: Instant = Date.parse('2026-03-02T00:30:00Z');

beforeAll(async () => {
  office = officeClock(start, [
    { at: start + HOUR, what: '学习提醒' },
    { at: start + 3 * HOUR, what: '逾期上报' },
  ]);
  sandbox = await openSandbox({
    token: '700001:token-of-the-control-test',
    bot: { id: 700001, username: 'duban_bot', first_name: '督办' },
    now: office.now,
    clock: office,
    say: openSpeech(),
    seats: [
      { kind: 'person', id: 1001, name: '张建国</script><b>', post: '局长', started: true },
      { kind: 'group', id: -1001, title: '局党组', members: [1001], bot: 'member' },
    ],
  });
});
afterAll(() => sandbox.close());

const control = (path: string, options: { method?: string; headers?: Record<string, string>; body?: object } = {}) =>
  fetch(`${sandbox.url}/control/${path}`, {
    method: options.method ?? (options.body ? 'POST' : 'GET'),
    headers: { 'x-control-token': sandbox.controlToken, 'content-type': 'application/json', ...options.headers },
    body: options.body && JSON.stringify(options.body),
  });

describe('who may control', () => {
  test.each<[string, Record<string, string>, number]>([
    ['the page itself', { 'sec-fetch-site': 'same-origin' }, 200],
    ['a script with the token', {}, 200],
    ['nobody without the token', { 'x-control-token': '' }, 403],
    ['nobody with another token', { 'x-control-token': 'x'.repeat(32) }, 403],
    ['no other web page', { origin: 'https://evil.example' }, 403],
    ['no page on another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['no page of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['no page of a neighbour', { 'sec-fetch-site': 'same-site' }, 403],
  ])('%s', async (_who, headers, status) => {
    expect((await control('state', { headers })).status).toBe(status);
  });

  test('a rebound name reaches neither the page nor the control', async () => {
    const { request } = await import('node:http');
    const statusFor = (path: string, host: string) =>
      new Promise<number>((resolve, reject) => {
        const sent = request(`${sandbox.url}${path}`, { headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode!);
        });
        sent.on('error', reject).end();
      });
    const port = new URL(sandbox.url).port;
    expect(await statusFor('/', `evil.example:${port}`)).toBe(403);
    expect(await statusFor(`/control/state?token=${sandbox.controlToken}`, `evil.example:${port}`)).toBe(403);
    expect(await statusFor('/', `localhost:${port}`)).toBe(200);
  });
});

describe('the page', () => {
  test('comes with its words and its token, and lets nothing else in', async () => {
    const response = await fetch(sandbox.url);
    const html = await response.text();
    expect(html).toContain(sandbox.controlToken);
    expect(html).toContain('<title>督办 · 本地聊天</title>');
    expect(html.match(/>\{[a-z-]+\}</g)).toBeNull();
    const policy = response.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:/);
  });

  test('serves its own files only', async () => {
    expect((await fetch(`${sandbox.url}/page/page.js`)).headers.get('content-type')).toContain('text/javascript');
    for (const path of ['/page/index.html', '/page/..%2fsandbox.ts', '/page/constructor'])
      expect((await fetch(sandbox.url + path)).status).toBe(404);
  });
});

describe('acts over HTTP', () => {
  test('say, tap, attach, block', async () => {
    const said = await control('act/say', { body: { person: 1001, text: '收到' } });
    expect(await said.json()).toEqual({ result: 1 });
    await call(sandbox, 'sendMessage', {
      chat_id: 1001,
      text: '请办',
      reply_markup: { inline_keyboard: [[{ text: '办', callback_data: 'a' }]] },
    });
    expect((await control('act/tap', { body: { person: 1001, message: 2, data: 'a' } })).status).toBe(200);
    expect(await (await control('act/tap', { body: { person: 1001, message: 2, data: 'b' } })).json()).toEqual({
      code: 'unknown-button',
    });
    await control('act/block', { body: { person: 1001 } });
    const blocked = await control('act/say', { body: { person: 1001, text: '在吗' } });
    expect([blocked.status, await blocked.json()]).toEqual([409, { code: 'bot-blocked' }]);
    await control('act/unblock', { body: { person: 1001 } });
    expect((await control('act/constructor', { body: { person: 1001 } })).status).toBe(409);
  });

  test('an uploaded page is downloaded, never run', async () => {
    const form = new FormData();
    form.set('person', '1001');
    form.set('file', new File(['<script>alert(1)</script>'], '页.html', { type: 'text/html' }));
    const url = `${sandbox.url}/control/act/attach`;
    await fetch(url, { method: 'POST', headers: { 'x-control-token': sandbox.controlToken }, body: form });
    const file = sandbox.chat(1001).messages().at(-1)!.file!;
    expect(file).toMatchObject({ kind: 'document', name: '页.html' });
    const got = await fetch(`${sandbox.url}/control/file/${file.id}?token=${sandbox.controlToken}`);
    expect(got.headers.get('content-type')).toBe('application/octet-stream');
    expect(got.headers.get('content-disposition')).toContain('attachment');
  });

  test('faults from outside', async () => {
    await control('faults', { body: { method: 'getMe', kind: 'too-many', retryAfter: 1 } });
    expect(await call(sandbox, 'getMe')).toMatchObject({ error_code: 429 });
    expect(await call(sandbox, 'getMe')).toMatchObject({ ok: true });
    expect((await control('faults', { body: { method: 'getMe', kind: 'nonsense' } })).status).toBe(409);
  });
});

describe('the clock', () => {
  const move = async (step: string) => (await control('clock', { body: { step } })).status;
  const moved = async () => {
    const journey = async () => ((await (await control('clock')).json()) as { journey?: object }).journey;
    while (await journey()) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  test('moves to the next event, then by a day, through every event on the way', async () => {
    expect(await (await control('clock')).json()).toMatchObject({ now: start, next: { what: '学习提醒' } });
    expect(await move('event')).toBe(202);
    await moved();
    expect(office.now()).toBe(start + HOUR);
    expect(await move('day')).toBe(202);
    await moved();
    expect(office.now()).toBe(start + HOUR + DAY);
    expect(office.visited).toEqual([start + HOUR, start + 3 * HOUR, start + HOUR + DAY]);
  });

  test('one journey at a time; nothing ahead is said; nonsense is refused', async () => {
    expect(await move('event')).toBe(409);
    expect(await move('year')).toBe(409);
    office.hold();
    expect(await move('hour')).toBe(202);
    expect(await move('hour')).toBe(409);
    office.release();
    await moved();
  });

  test('an event that stays put does not hold the clock', async () => {
    office.stick({ at: office.now(), what: '停不下来' });
    expect(await move('hour')).toBe(202);
    await moved();
    expect(office.now()).toBe(start + 2 * HOUR + DAY + HOUR);
  });
});
