import type { ChatMessage } from '../chat/contract.ts';
import type { Action, Message } from '../core/message.ts';
import type { World } from './ports.ts';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Words a message for one reader. The data of its buttons is the send's token and the button's place in reading order. */
export function rendered(message: Message, language: 'zh' | 'en', token: string, say: World['say']): ChatMessage {
  const lines = message.lines.map(({ text, bold }) => ({ text: say(text, language), bold: bold === true }));
  let place = 0;
  const buttons = message.buttons.map((row) =>
    row.flatMap(({ label, hidden }) => {
      const data = `${token}${digits[place++]}`;
      return hidden ? [] : [{ text: say(label, language), data }];
    }),
  );
  return { lines, buttons: buttons.filter((row) => row.length > 0) };
}

export function actionsOf(message: Message): readonly Action[] {
  return message.buttons.flatMap((row) => row.map(({ action }) => action));
}

/** The place of a button from the last character of its data; -1 for anything else. */
export function placeOf(data: string): number {
  return digits.indexOf(data.at(-1) ?? '');
}
