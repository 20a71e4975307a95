import type { Line, Message } from '../message.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { Keyed } from '../reports/figures/lagging.ts';
import { rows } from '../wording/rows.ts';
import type { DigestEdits } from './draft.ts';
import { type DigestPart, headingsOf } from './part.ts';

/** What the group reads: what was hidden is left out, what was reworded stands in its new words, long parts are folded. */
export function digestMessage(parts: readonly DigestPart[], edits: DigestEdits = {}): Message {
  const left = parts.map((part) => ({ ...part, lines: part.lines.filter(({ key = '' }) => edits[key] !== null) }));
  // A part of which nothing is left has no heading either; the digest itself always has one.
  const shown = left.filter(({ lines, id }) => lines.length > 0 || id === 'head');
  const headings = headingsOf(shown);
  return { lines: shown.flatMap((part, i) => linesOf(part, headings[i], edits)), buttons: [], items: [] };
}

function linesOf({ lines, room }: DigestPart, heading: Phrase | undefined, edits: DigestEdits): readonly Line[] {
  const head = heading ? [{ text: heading, bold: true }] : [];
  return [
    ...head,
    ...folded(
      lines.map((line) => worded(line, edits)),
      room,
    ),
  ];
}

function worded({ key, text }: Keyed, edits: DigestEdits): Keyed {
  const own = key === undefined ? undefined : edits[key];
  return key === undefined ? { text } : { key, text: own ? ownWords(own) : text };
}

/** Somebody's own words in place of the bot's. */
export function ownWords(text: string): Phrase {
  return phrase('digest-own', { text });
}

/** Items of one folded line, so that a message can still be cut between lines. */
const together = 20;

/** Lines beyond the room of a part share one line: nothing that matters is dropped (一周事多时). Figures stay by themselves. */
function folded(lines: readonly Keyed[], room: number): readonly Line[] {
  const items = lines.filter(({ key }) => key !== undefined);
  const figures = lines.filter(({ key }) => key === undefined);
  const whole = items.length > room ? items.slice(0, room - 1) : items;
  const rest = items.slice(whole.length);
  return [
    ...whole.map(({ key, text }) => ({ text, keys: [key!] })),
    ...rows(rest, together).map((items) => ({
      text: phrase('digest-folded', { items: items.map(({ text }) => text) }),
      keys: items.map(({ key }) => key!),
    })),
    ...figures.map(({ text }) => ({ text })),
  ];
}

/** A message posted before with some of its lines in other words, and when they were changed: 更正. */
export function correctedMessage(message: Message, edits: DigestEdits, mark: Phrase): Message {
  const touches = message.lines.some(({ keys = [] }) => keys.some((key) => typeof edits[key] === 'string'));
  if (!touches) return message;
  return { ...message, lines: [...message.lines.map((line) => corrected(line, edits)), { text: mark }] };
}

function corrected(line: Line, edits: DigestEdits): Line {
  const { keys = [], text } = line;
  if (keys.length === 0) return line;
  const { items } = text.args ?? {};
  if (text.id === 'digest-folded' && Array.isArray(items))
    return {
      ...line,
      text: phrase('digest-folded', {
        items: items.map((item, i) => (edits[keys[i]!] ? ownWords(edits[keys[i]!]!) : item)),
      }),
    };
  const own = edits[keys[0]!];
  return own ? { ...line, text: ownWords(own) } : line;
}
