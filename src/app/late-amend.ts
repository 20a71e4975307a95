import { addDuration } from '../core/duration.ts';
import type { Action } from '../core/message.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { ReplyReading } from '../core/reply/contract.ts';
import { maskedText } from '../core/reply/mask.ts';
import { mattersOf, titlePhrase } from '../core/wording/item.ts';
import { askBack, type Choice } from './asking.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { confided } from './meaning.ts';

const reasons = ['misremembered', 'verified', 'other'] as const;

/** After the undo window a report is put right only with a reason: asked for, with what was read. Undefined before. */
export function askWhyAmended(ask: Ask, facts: readonly OccurrenceFacts[], reading: ReplyReading): Reply | undefined {
  const { organization } = ask.office.plan;
  const since = addDuration(ask.said.at, { ...organization.undo, n: -organization.undo.n }, organization);
  if (facts.every((f) => (f.settled?.at ?? since) >= since)) return undefined;
  const about = facts.map((f) => f.id);
  // Of a talk no word is kept, not even until the answer.
  const kept: Action['with'] = confided(facts, ask.office)
    ? { reading: JSON.stringify({ ...reading, acts: [], topic: null, reason: null }) }
    : { reading: JSON.stringify({ ...reading, acts: [] }), said: maskedText(ask.words) };
  const choices = reasons.map((reason): Choice => {
    const label = phrase(`reason-${reason}`);
    return { id: reason, label, action: { command: 'amend', about, with: { ...kept, reason } } };
  });
  const title = titlePhrase(mattersOf(facts)[0]!, ask.office.plan);
  const head = [phrase('undo-too-late'), phrase('amend-why', { title })];
  return askBack(ask, { question: 'why', head, choices, free: { command: 'amend', about, with: kept } });
}

/** What was asked why, with the answer: the reading as it was, its words, and the reason. */
export function amendmentIn({ action, words, facts, office }: Ask) {
  const { reading, said = '', reason } = action?.with ?? {};
  if (typeof reading !== 'string') return undefined;
  const typed = confided(facts, office) ? 'other' : maskedText(words.trim());
  const why = typeof reason === 'string' ? reason : typed;
  return { reading: JSON.parse(reading) as ReplyReading, words: String(said), reason: why };
}
