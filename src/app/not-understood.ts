import type { Button } from '../core/message.ts';
import { phrase } from '../core/phrase.ts';
import type { ReplyReading } from '../core/reply/contract.ts';
import { isCourtesy } from '../core/reply/sayings.ts';
import { answer, withButtons } from '../core/wording/echo.ts';
import { mattersOf } from '../core/wording/item.ts';
import { rows } from '../core/wording/own.ts';
import { choiceLine } from './choices.ts';
import type { Ask, Reply } from './commands/contract.ts';
import type { Surroundings } from './surroundings.ts';

/** Not understood, a question or chat: what is open, as buttons; nothing is recorded. */
export function notUnderstood(ask: Ask, around: Surroundings, reading: ReplyReading): Reply {
  const own = around.open.filter((f) => f.asked === ask.speaker || f.person === ask.speaker);
  if (reading.intent === 'acknowledge')
    return { message: answer(phrase(own.length === 0 ? 'seen-nothing' : 'seen-chat')) };
  if (isCourtesy(ask.words)) return { message: answer(phrase('courtesy', { count: own.length })) };
  if (own.length === 0) return { message: answer(phrase('nothing-open')) };
  const matters = mattersOf(own).slice(0, 9);
  const items = matters.map((matter, i) => ({ no: i + 1, about: matter.facts.map((f) => f.id) }));
  const lines = matters.map((matter, i) => ({
    text: phrase('choice', { no: i + 1, title: choiceLine(matter, matters, ask) }),
    item: i + 1,
  }));
  const buttons = rows(
    items.map(
      ({ no, about }): Button => ({ label: phrase('button-number', { n: no }), action: { command: 'open', about } }),
    ),
    5,
  );
  const head = answer(phrase(reading.intent === 'question' ? 'not-understood-question' : 'not-understood'));
  return { message: withButtons({ ...head, lines: [...head.lines, ...lines], items }, ...buttons) };
}
