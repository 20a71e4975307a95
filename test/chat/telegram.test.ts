import { readEvent } from '../../src/chat/telegram/event.ts';
import { openTelegram } from '../../src/chat/telegram/telegram.ts';
import { type ChatStage, chatContract } from '../contracts/chat.ts';
import { startTelegram, TEST_TOKEN } from '../support/telegram.ts';

chatContract('Telegram', openStage);

const PERSON = 1001;
const GROUP = -5001;

async function openStage(): Promise<ChatStage> {
  const telegram = await startTelegram();
  const person = telegram.person(PERSON, '张建国');
  const group = telegram.group(GROUP, '局党组');
  const chat = openTelegram({ token: TEST_TOKEN, apiRoot: telegram.apiRoot, now: Date.now, log: { warn() {} } });
  const placeOf = (id: number | undefined) => (id === GROUP ? { in: group } : {});
  const messageOf = (id: number) =>
    telegram
      .chat(PERSON)
      .messages()
      .find((one) => one.id === id)!;
  return {
    chat,
    read: readEvent,
    person: PERSON,
    group: GROUP,
    shown: (id) =>
      telegram
        .chat(id)
        .messages()
        .filter((message) => message.from.bot && !message.service)
        .map(({ id: messageId, text, entities, buttons, replyTo }) => ({
          id: messageId,
          text,
          bold: entities
            .filter(({ type }) => type === 'bold')
            .map(({ offset, length }) => text.slice(offset, offset + length)),
          buttons: buttons.map((row) => row.map((one) => ({ text: one.text, data: one.callback_data ?? '' }))),
          ...(replyTo !== undefined && { replyTo }),
        })),
    says: (text, options) =>
      person.says(text, { ...placeOf(options?.in), ...(options?.replyTo && { replyTo: options.replyTo }) }).id,
    corrects: (messageId, text) => person.edits(messageOf(messageId), text),
    taps: (messageId, data) => person.taps(data, { on: messageId }),
    sendsDocument: (name, caption) => void person.sendsDocument(name, 'content', { caption }),
    blocks: () => person.blocks(),
    unblocks: () => person.unblocks(),
    removesBotFromGroup: () => group.removesBot(person),
    upgradesGroup: () => group.upgrades(person).id,
    close: () => telegram.close(),
  };
}
