import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Chat, type ChatFile, DeliveryFailure } from '../../src/chat/contract.ts';
import { openTelegram } from '../../src/chat/telegram/telegram.ts';
import { pixel, startTelegram, TEST_TOKEN, type Telegram } from '../support/telegram.ts';

let telegram: Telegram;
let chat: Chat;

beforeEach(async () => {
  telegram = await startTelegram();
  chat = openTelegram({ token: TEST_TOKEN, apiRoot: telegram.apiRoot, now: Date.now, log: { warn() {} } });
  telegram.person(1001);
});
afterEach(() => telegram.close());

const caption = (text: string) => ({ lines: [{ text, bold: true }], buttons: [] });
const paper = (more: Partial<ChatFile> = {}): ChatFile => ({
  bytes: new TextEncoder().encode('内容'),
  name: '某县民政局整改台账（2026年3月2日）.xlsx',
  picture: false,
  ...more,
});
/** A PNG by its head: what Telegram measures before it takes a picture. */
function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.from(pixel);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

const shown = (id: number) =>
  telegram
    .person(1001)
    .messages()
    .find((m) => m.id === id)!;

describe('a file that the bot made', () => {
  test('arrives under its own name, with words and buttons under it, byte for byte', async () => {
    const message = { ...caption('台账 < & >'), buttons: [[{ text: '好', data: 'x' }]] };
    const { messageId } = await chat.sendFile(1001, paper(), message);
    const { file, text, buttons } = shown(messageId);
    expect(file).toMatchObject({ kind: 'document', name: paper().name });
    expect(text).toBe('台账 < & >');
    expect(buttons[0]![0]!.text).toBe('好');
    const got = await chat.file(file!.id);
    expect(got.ok && Buffer.from(got.content).toString()).toBe('内容');
  });

  test.each([
    ['a picture is shown as one', png(1080, 1200), 'photo'],
    ['one that is far too long and narrow is sent as a file', png(300, 9000), 'document'],
    ['what is no picture after all is sent as a file', new Uint8Array(40), 'document'],
  ])('%s', async (_, bytes, kind) => {
    const { messageId } = await chat.sendFile(1001, paper({ bytes, name: '图.png', picture: true }), caption(''));
    expect(shown(messageId).file).toMatchObject({ kind });
  });

  test('failures are those of any message', async () => {
    telegram.person(1001).blocks();
    const failure = await chat.sendFile(1001, paper(), caption('x')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DeliveryFailure);
    expect(failure).toMatchObject({ outcome: 'gone' });
    telegram.faults.add({ kind: 'too-many', retryAfter: 3, method: 'sendDocument' });
    telegram.person(1001).unblocks();
    const later = await chat.sendFile(1001, paper(), caption('x')).catch((error: unknown) => error);
    expect(later).toMatchObject({ outcome: 'later', retryAfterMs: 3000 });
  });

  test('words under it that are too long are a bug, found before anything is sent', async () => {
    await expect(chat.sendFile(1001, paper(), caption('长'.repeat(1025)))).rejects.toThrow('too-long');
    await expect(chat.working(1001, 'file')).resolves.toBeUndefined();
  });
});
