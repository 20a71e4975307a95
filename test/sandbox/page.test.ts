import { existsSync } from 'node:fs';
import { Bot } from 'grammy';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HOUR } from '../../src/core/calendar.ts';
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { openSpeech } from '../../src/speech.ts';
import { pixel } from '../support/telegram.ts';
import { officeClock } from './office-clock.ts';

const executablePath = '/usr/bin/chromium';
const here = existsSync(executablePath);
if (!here) console.warn(`SKIPPED: the chat page is not tested, there is no ${executablePath}`);
const args =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const start = Date.parse('2026-03-02T00:30:00Z');
let browser: Browser;
let context: BrowserContext;
let sandbox: Sandbox;
let bot: Bot;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  if (here) browser = await chromium.launch({ executablePath, args: args.split(' ') });
});
afterAll(() => browser?.close());

beforeEach(async () => {
  if (!here) return;
  await openChat();
  await bot.api.sendMessage(1001, '<b>今天</b>有1项 &lt;i&gt;', {
    parse_mode: 'HTML',
    reply_markup: { inline_keyboard: [[{ text: '已谈', callback_data: 'talk' }]] },
  });
  await openPage();
});

async function openChat(port?: number): Promise<void> {
  const clock = officeClock(start, [{ at: start + 26 * HOUR, what: '谈心谈话' }], () =>
    bot.api.sendMessage(1001, '谈心谈话已逾期'),
  );
  const token = '700001:token-of-the-page-test';
  sandbox = await openSandbox({
    port,
    nextPort: false,
    token,
    bot: { id: 700001, username: 'duban_bot', first_name: '督办' },
    now: clock.now,
    clock,
    say: openSpeech(),
    seats: [
      { kind: 'person', id: 1001, name: '张建国', post: '局长', started: true },
      { kind: 'person', id: 1002, name: '<img src=x onerror=alert(1)>', post: '办公室主任', started: true },
      { kind: 'group', id: -1001, title: '局党组', members: [1001], bot: 'member' },
    ],
  });
  bot = new Bot(token, { client: { apiRoot: sandbox.apiRoot } });
  bot.callbackQuery('talk', async (ctx) => {
    await ctx.editMessageText('已登记');
    await ctx.answerCallbackQuery('登记好了');
  });
  bot.on('message:text', (ctx) => ctx.reply(`听到：${ctx.msg.text}`, { reply_parameters: { message_id: ctx.msgId } }));
  void bot.start();
  if (port) await bot.api.sendMessage(1001, '重新开始');
}

async function openPage(): Promise<void> {
  context = await browser.newContext({ locale: 'en-US', timezoneId: 'America/New_York' });
  page = await context.newPage();
  page.setDefaultTimeout(8_000);
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(sandbox.url);
}

afterEach(async () => {
  if (!here) return;
  expect(complaints).toEqual([]);
  await context.close();
  await bot.stop();
  await sandbox.close();
});

const said = (text: string) => page.locator('.text', { hasText: text });

describe.skipIf(!here)('a visitor', { timeout: 30_000 }, () => {
  test('takes a seat, taps, writes, replies, and reads the answers as they come', async () => {
    await page.getByRole('button', { name: /^张建国/ }).click();
    expect(await said('今天有1项').innerHTML()).toBe('<b class="bold">今天</b>有1项 &lt;i&gt;');
    await page.getByRole('button', { name: '已谈' }).click();
    await said('已登记').waitFor();
    await page.getByText('登记好了').waitFor();
    await page.getByText('已编辑').waitFor();
    await page.locator('[data-reply]').first().click();
    await page.getByLabel('输入消息').fill('还有一项');
    await page.keyboard.press('Enter');
    await said('听到：还有一项').waitFor();
    expect(
      sandbox
        .chat(1001)
        .messages()
        .map((message) => message.replyTo),
    ).toEqual([undefined, 1, 2]);
  });

  test('moves the clock on a day and sees what happens there; other seats show what is unread', async () => {
    await page.getByRole('button', { name: /^局党组/ }).click();
    await page.getByRole('button', { name: '+1 天' }).click();
    await page.getByText('3月3日').first().waitFor();
    await page.getByRole('button', { name: '到下一件事' }).click();
    await page.getByRole('button', { name: /张建国.*1 条未读/ }).click();
    await said('谈心谈话已逾期').waitFor();
    expect(await page.locator('#time').textContent()).toBe('10:30');
  });

  test('attaches a photo and a file', async () => {
    await page.locator('#file').setInputFiles([
      { name: '现场.png', mimeType: 'image/png', buffer: pixel },
      { name: '报告.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('x') },
    ]);
    await page.getByLabel('输入消息').fill('见附件');
    await page.getByRole('button', { name: '发送' }).click();
    await page.locator('.photo img').waitFor();
    await page.locator('.document', { hasText: '报告.docx' }).waitFor();
    expect(sandbox.chat(1001).messages().slice(-2)).toMatchObject([
      { text: '见附件', file: { kind: 'photo' } },
      { file: { kind: 'document', name: '报告.docx', size: 1 } },
    ]);
  });

  test('blocks the bot and lets it back', async () => {
    await page.getByRole('button', { name: '停用机器人' }).click();
    await page.getByText('它的消息送不到这里').waitFor();
    expect(await page.getByLabel('输入消息').isVisible()).toBe(false);
    await page.getByRole('button', { name: '重新启用' }).click();
    await page.getByLabel('输入消息').waitFor();
  });

  test('speaks in the group as a person of their choice', async () => {
    await page.getByRole('button', { name: /^局党组/ }).click();
    await page.getByLabel('发言人').selectOption('1002');
    await page.getByLabel('输入消息').fill('/help');
    await page.keyboard.press('Enter');
    await said('听到：/help').waitFor();
    expect(sandbox.chat(-1001).messages()[0]).toMatchObject({ from: { id: 1002 }, text: '/help' });
  });

  test('reads the page in English, also after coming back', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Next event' }).waitFor();
    await page.getByText('Mon, 2 March 2026').waitFor();
    await page.reload();
    await page.getByLabel('Write a message').waitFor();
  });

  test('never runs what somebody wrote', async () => {
    sandbox.people.say(1001, 1001, { text: '<script>alert(1)</script><img src=x onerror=alert(2)>' });
    await said('<script>alert(1)</script>').first().waitFor();
    expect(await page.locator('#messages img, #messages script, #seats img').count()).toBe(0);
  });

  test('finds the chat again when the server was started anew', async () => {
    await said('今天有1项').waitFor();
    const port = Number(new URL(sandbox.url).port);
    await bot.stop();
    await sandbox.close();
    await openChat(port);
    await said('重新开始').waitFor({ timeout: 20_000 });
    // The browser itself reports the broken connection and the refused one.
    complaints = [];
  });

  test('sees the hint once', async () => {
    await said('今天有1项').waitFor();
    expect(await page.locator('#hint').isVisible()).toBe(true);
    await page.getByRole('button', { name: '知道了' }).click();
    await page.reload();
    await said('今天有1项').waitFor();
    expect(await page.locator('#hint').isVisible()).toBe(false);
  });
});
