import { randomUUID } from 'node:crypto';
import { together } from '../core/check-in.ts';
import type { Message } from '../core/message.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { type Evidence, recordEvidence } from '../core/proof.ts';
import type { ReplyReading } from '../core/reply/contract.ts';
import { maskedText } from '../core/reply/mask.ts';
import { answer, withMore } from '../core/wording/echo.ts';
import { mattersOf, titlePhrase } from '../core/wording/item.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { askWhere } from './file-question.ts';
import type { Surroundings } from './surroundings.ts';
import { sealed } from './text.ts';
import { looseEntry, wholeNamed } from './whole.ts';

/** 纪要存办公室3号柜, 某政发〔2026〕12号: a line is evidence too. Of a talk, the place is all there is to keep. */
export function withLines(ask: Ask, reply: Reply, around: Surroundings, reading: ReplyReading): Reply {
  const settled = reply.recorded?.occurrences.filter((f) => f.settled) ?? [];
  const facts = settled.length > 0 ? settled : reply.message ? [] : meantBy(around);
  if (reading.evidence.length === 0 || facts.length === 0) return reply;
  const { evidence, texts } = linesIn(reading);
  // One after another: each counts what the one before left.
  const added = evidence.reduce((before, one) => {
    const now = facts.map((f) => before.occurrences.find((o) => o.id === f.id) ?? f);
    return together([before, recordEvidence(now, ask.said, one)]);
  }, reply.recorded ?? together([]));
  const said = phrase('evidence-lines', { count: evidence.length });
  const message = reply.message ? withMore(reply.message, said) : linesSaid(ask, facts, evidence.length);
  return { ...reply, recorded: added, texts: { ...reply.texts, ...texts }, message };
}

/** 措施5的台账存2号柜: of a measure or a problem as a whole; 材料存3号柜, said out of the blue: asked of what. */
export function lineAlone(ask: Ask, around: Surroundings, reading: ReplyReading): Reply {
  const whole = wholeNamed(ask, ask.words);
  const about = whole ? {} : withLines(ask, {}, around, reading);
  if (about.recorded) return about;
  const { evidence, texts } = linesIn(reading);
  const entries = evidence.map((one) => looseEntry(ask, one, whole));
  if (!whole) return { ...askWhere(ask, around, evidence), entries, texts };
  const said = phrase('evidence-line-whole', { count: evidence.length, whole: whole.title });
  return { message: answer(said), entries, texts };
}

function linesIn({ evidence }: ReplyReading): { evidence: readonly Evidence[]; texts: NonNullable<Reply['texts']> } {
  const lines = evidence.map((line) => ({ form: line.kind, ...sealed(maskedText(line.text), randomUUID()) }));
  return {
    evidence: lines.map(({ form, ref }) => ({ form, text: ref })),
    texts: Object.assign({}, ...lines.map((l) => l.texts)),
  };
}

export function linesSaid(ask: Ask, facts: readonly OccurrenceFacts[], count: number): Message {
  return answer(phrase('evidence-to', { title: titleOf(facts, ask) }), phrase('evidence-lines', { count }));
}

/** What something said or sent without a report is about: the message replied to, else the last report. */
export function meantBy(around: Surroundings): readonly OccurrenceFacts[] {
  const replied = [...around.open, ...around.last].filter((f) => around.about.includes(f.id));
  return replied.length > 0 ? replied : around.last;
}

export function titleOf(facts: readonly OccurrenceFacts[], ask: Ask) {
  return titlePhrase(mattersOf(facts)[0]!, ask.office.plan);
}
