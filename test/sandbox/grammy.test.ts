import { Bot } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTelegram, type Telegram } from '../support/telegram.ts';

let telegram: Telegram;
let bot: Bot;

beforeEach(async () => {
  telegram = await startTelegram();
  bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot } });
});
afterEach(async () => {
  await bot.stop();
  await telegram.close();
});

test('a grammY bot lives here as on Telegram', async () => {
  bot.command('start', (ctx) =>
    ctx.reply(`你好，<b>${ctx.match}</b>`, {
      parse_mode: 'HTML',
      reply_markup: { inline_keyboard: [[{ text: '已谈', callback_data: 'done' }]] },
    }),
  );
  bot.callbackQuery('done', async (ctx) => {
    await ctx.editMessageText('已登记');
    await ctx.answerCallbackQuery('好');
  });
  bot.on('message:text', (ctx) => ctx.reply('收到', { reply_parameters: { message_id: ctx.msgId } }));
  void bot.start();

  const li = telegram.person(1002, '李秀');
  li.starts('abc');
  expect((await li.hears('你好')).html).toBe('你好，<b>abc</b>');
  expect(await li.taps('已谈').answered()).toEqual({ text: '好', alert: false });
  expect(await li.sees('已登记')).toMatchObject({ edited: true, buttons: [] });
  const said = li.says('还有一事');
  expect((await li.hears('收到')).replyTo).toBe(said.id);
});
