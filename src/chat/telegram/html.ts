import type { ChatMessage } from '../contract.ts';

/** Longest text of one message, in UTF-16 units after the marks are read (core.telegram.org/bots/api#sendmessage). */
export const LONGEST_TEXT = 4096;
/** Longest text under a file (core.telegram.org/bots/api#senddocument); it may be empty. */
export const LONGEST_CAPTION = 1024;
/** Longest data of a button, in bytes (core.telegram.org/bots/api#inlinekeyboardbutton). */
export const LONGEST_DATA = 64;

/** A message that Telegram cannot carry as it is: a bug of whoever composed it, thrown before anything is sent. */
export class MessageUnfit extends Error {
  readonly fault: 'empty' | 'too-long' | 'button-data';

  constructor(fault: 'empty' | 'too-long' | 'button-data', size: number) {
    super(`a message that does not fit: ${fault}, ${size}`);
    this.name = 'MessageUnfit';
    this.fault = fault;
  }
}

/** The one place where text becomes Telegram HTML: `& < >` are all that the mode asks for outside attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function htmlOf(message: ChatMessage): string {
  return message.lines
    .map(({ text, bold }) => (bold && text ? `<b>${escapeHtml(text)}</b>` : escapeHtml(text)))
    .join('\n');
}

/** Throws `MessageUnfit` if Telegram would refuse the text or a button. Splitting is the business of the caller. */
export function assertFits(message: ChatMessage, longest = LONGEST_TEXT): void {
  const plain = message.lines.map((line) => line.text).join('\n');
  if (!plain.trim() && longest === LONGEST_TEXT) throw new MessageUnfit('empty', plain.length);
  if (plain.length > longest) throw new MessageUnfit('too-long', plain.length);
  for (const { data } of message.buttons.flat()) {
    const bytes = Buffer.byteLength(data);
    if (bytes < 1 || bytes > LONGEST_DATA) throw new MessageUnfit('button-data', bytes);
  }
}
