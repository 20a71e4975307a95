import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTelegram } from '../support/telegram.ts';
import { call, updatesOf } from './calls.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sandbox-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

test('chats, files, blocks and undelivered updates outlive a stop', async () => {
  const before = await startTelegram({ dir });
  const li = before.person(1002, '李秀');
  await call(before, 'sendMessage', { chat_id: 1002, text: '请办' });
  const { file } = li.sendsDocument('报告.txt', '内容', { caption: '见附件' });
  before.person(1003, '王志强').blocks();
  await before.close();

  const after = await startTelegram({ dir });
  expect(
    after
      .person(1002, '李秀')
      .messages()
      .map((message) => message.text),
  ).toEqual(['请办', '见附件']);
  expect(await updatesOf(after)).toMatchObject([{ message: { caption: '见附件' } }, { my_chat_member: {} }]);
  const kept = await call(after, 'getFile', { file_id: file!.id });
  const { file_path } = kept.result as { file_path: string };
  expect(await (await fetch(`${after.apiRoot}/file/bot${after.token}/${file_path}`)).text()).toBe('内容');
  expect(await call(after, 'sendMessage', { chat_id: 1003, text: 'x' })).toMatchObject({ error_code: 403 });
  expect(await call(after, 'sendMessage', { chat_id: 1002, text: '又' })).toMatchObject({ result: { message_id: 3 } });
  await after.close();
});

test('a busy port moves on to the next one, unless it must not', async () => {
  const first = await startTelegram();
  const port = Number(new URL(first.url).port);
  const second = await startTelegram({ port });
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
  await expect(startTelegram({ port, nextPort: false })).rejects.toThrow('EADDRINUSE');
  await first.close();
  await second.close();
});

test('what was said is on disk 200 ms later, without a stop', async () => {
  const running = await startTelegram({ dir });
  running.person(1002, '李秀').says('已谈');
  await new Promise((resolve) => setTimeout(resolve, 250));
  const other = await startTelegram({ dir });
  expect(other.person(1002, '李秀').messages()).toMatchObject([{ text: '已谈' }]);
  await other.close();
  await running.close();
});
