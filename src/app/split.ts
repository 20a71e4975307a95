import type { Line, Message } from '../core/message.ts';
import { type Phrase, phrase } from '../core/phrase.ts';

/** Room for the text of one message, in UTF-16 units; Telegram carries 4096, and a language may need more words. */
const LONGEST = 3600;

/**
 * A long list as several messages, cut between lines and rather before a heading; the buttons stand under the last one.
 * A line that is longer than a message by itself stays whole: nothing is cut inside a line.
 */
export function split(message: Message, say: (text: Phrase) => string): readonly Message[] {
  const parts: Line[][] = [[]];
  let room = LONGEST;
  for (const [i, line] of message.lines.entries()) {
    const size = say(line.text).length + 1;
    const whole = line.bold ? sizeOfPart(message.lines, i, say) : size;
    const breaks = whole > room && (whole <= LONGEST || size > room);
    if (breaks && parts.at(-1)!.length > 0) {
      parts.push([]);
      room = LONGEST;
    }
    parts.at(-1)!.push(line);
    room -= size;
  }
  if (parts.length === 1) return [message];
  return parts.map((lines, i) => ({
    lines: i === 0 ? lines : [{ text: phrase('message-continued', { n: i + 1, of: parts.length }) }, ...lines],
    buttons: i === parts.length - 1 ? message.buttons : [],
    items: message.items.filter(({ no }) => lines.some(({ item }) => item === no)),
  }));
}

/** A heading and the lines up to the next one. */
function sizeOfPart(lines: readonly Line[], from: number, say: (text: Phrase) => string): number {
  const next = lines.findIndex((line, i) => i > from && line.bold);
  const part = lines.slice(from, next < 0 ? lines.length : next);
  return part.reduce((sum, { text }) => sum + say(text).length + 1, 0);
}
