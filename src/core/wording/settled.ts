import type { LocalDate } from '../calendar.ts';
import type { Button, Line, Message } from '../message.ts';
import type { OccurrenceFacts } from '../occurrence.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { fullDay } from './dates.ts';

type FactsById = ReadonlyMap<string, OccurrenceFacts>;

/** A message sent before, as it looks now: settled items say so, and their buttons are gone. */
export function settledMessage(
  message: Message,
  facts: FactsById,
  dayOf: (facts: OccurrenceFacts) => LocalDate,
): Message {
  const closed = message.items.filter((item) => isClosed(item.about, facts));
  const shown = message.lines.filter((_, i) => !isMoot(message, i, closed));
  const lines = shown.map((line): Line => {
    const item = line.item === undefined ? undefined : message.items.find(({ no }) => no === line.item);
    if (!item) return line;
    if (closed.includes(item)) return { ...line, text: closedLine(line.text, item.about, facts, dayOf) };
    const count = talkedIn(item.about, facts);
    return count > 0 ? { ...line, text: phrase('line-part', { line: line.text, count }) } : line;
  });
  return {
    ...message,
    lines: lines.filter(({ text }) => closed.length < message.items.length || !isHint(text)),
    buttons: message.buttons.map((row) => row.map((b) => without(b, facts))),
  };
}

/** Who would hear of it, and that nobody answered: no longer true of what is settled. */
function isMoot({ lines }: Message, at: number, closed: Message['items']): boolean {
  if (!/^(?:own-next-rung|alert-next-rung|alert-told-|time-report-)/.test(lines[at]!.text.id)) return false;
  const { item } = lines.slice(0, at).findLast((line) => line.item !== undefined) ?? {};
  return closed.some(({ no }) => no === item);
}

function isClosed(about: readonly string[], facts: FactsById): boolean {
  return about.length > 0 && about.every((id) => facts.get(id)?.settled);
}

/** With how many of the people of one line they have talked. */
const talkedIn = (about: readonly string[], facts: FactsById): number =>
  about.filter((id) => facts.get(id)?.counterpart && facts.get(id)?.settled?.how === 'done').length;

function closedLine(
  line: Phrase,
  about: readonly string[],
  facts: FactsById,
  dayOf: (facts: OccurrenceFacts) => LocalDate,
): Phrase {
  // Of a gathering some were excused: what it says of all is that it was held.
  const all = about.flatMap((id) => facts.get(id) ?? []);
  const first = all.find((f) => f.settled?.how === 'done') ?? all[0]!;
  return phrase(`line-${first.settled!.how}`, { line, day: fullDay(dayOf(first)) });
}

function without(button: Button, facts: FactsById): Button {
  return isClosed(button.action.about, facts) ? { ...button, hidden: true } : button;
}

function isHint({ id }: Phrase): boolean {
  return id.startsWith('hint-') || id === 'list-hint';
}
