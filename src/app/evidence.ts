import { randomUUID } from 'node:crypto';
import { recordEvidence, together } from '../core/check-in.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { ReplyReading } from '../core/reply/contract.ts';
import { maskedText } from '../core/reply/mask.ts';
import { answer, withMore } from '../core/wording/echo.ts';
import { mattersOf, titlePhrase } from '../core/wording/item.ts';
import type { Ask, Reply } from './commands/contract.ts';
import type { Surroundings } from './surroundings.ts';
import { sealed } from './text.ts';

/** 纪要存办公室3号柜, 某政发〔2026〕12号: a line is evidence too. Of a talk, the place is all there is to keep. */
export function withLines(ask: Ask, reply: Reply, around: Surroundings, { evidence }: ReplyReading): Reply {
  const settled = reply.recorded?.occurrences.filter((f) => f.settled) ?? [];
  const facts = settled.length > 0 ? settled : reply.message ? [] : meantBy(around);
  if (evidence.length === 0 || facts.length === 0) return reply;
  const lines = evidence.map((line) => ({ form: line.kind, ...sealed(maskedText(line.text), randomUUID()) }));
  // One after another: each counts what the one before left.
  const added = lines.reduce((before, { form, ref }) => {
    const now = facts.map((f) => before.occurrences.find((o) => o.id === f.id) ?? f);
    return together([before, recordEvidence(now, ask.said, { form, text: ref })]);
  }, reply.recorded ?? together([]));
  const said = phrase('evidence-lines', { count: lines.length });
  const message = reply.message ?? answer(phrase('evidence-to', { title: titleOf(facts, ask) }));
  return {
    ...reply,
    recorded: added,
    texts: Object.assign({}, reply.texts, ...lines.map((l) => l.texts)),
    message: withMore(message, said),
  };
}

/** What something said or sent without a report is about: the message replied to, else the last report. */
export function meantBy(around: Surroundings): readonly OccurrenceFacts[] {
  const replied = [...around.open, ...around.last].filter((f) => around.about.includes(f.id));
  return replied.length > 0 ? replied : around.last;
}

export function titleOf(facts: readonly OccurrenceFacts[], ask: Ask) {
  return titlePhrase(mattersOf(facts)[0]!, ask.office.plan);
}
