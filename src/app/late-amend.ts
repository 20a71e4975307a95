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
  // Of a talk no word is kept, not even until the answer.
  const kept: Action['with'] = confided(facts, ask.office)
    ? { reading: JSON.stringify({ ...reading, acts: [], topic: null, reason: null }) }
    : { reading: JSON.stringify({ ...reading, acts: [] }), said: maskedText(ask.words) };
  return askWhy(ask, facts, { command: 'amend', about: facts.map((f) => f.id), with: kept });
}

/** 改人, tapped after the undo window: the same question, before the talk goes to somebody else. Undefined before. */
export function askWhySwapped(ask: Ask, wrong: readonly OccurrenceFacts[]): Reply | undefined {
  return askWhy(ask, wrong, { command: 'swap', about: ask.facts.map((f) => f.id), with: {} });
}

function askWhy(ask: Ask, facts: readonly OccurrenceFacts[], action: Action): Reply | undefined {
  const { organization } = ask.office.plan;
  const since = addDuration(ask.said.at, { ...organization.undo, n: -organization.undo.n }, organization);
  if (facts.every((f) => (f.settled?.at ?? since) >= since)) return undefined;
  const choices = reasons.map((reason): Choice => {
    const label = phrase(`reason-${reason}`);
    return { id: reason, label, action: { ...action, with: { ...action.with, reason } } };
  });
  const title = titlePhrase(mattersOf(facts)[0]!, ask.office.plan);
  const head = [phrase('undo-too-late'), phrase('amend-why', { title })];
  return askBack(ask, { question: 'why', head, choices, free: action });
}

/** What was asked why, with the answer: the reading as it was, its words, and the reason. */
export function amendmentIn(ask: Ask) {
  const { reading, said = '' } = ask.action?.with ?? {};
  if (typeof reading !== 'string') return undefined;
  return { reading: JSON.parse(reading) as ReplyReading, words: String(said), reason: reasonIn(ask) };
}

/** The reason that was chosen, or typed; of a talk no word is kept, nor why it was put right. */
export function reasonIn({ action, words, facts, office }: Ask): string {
  const chosen = action?.with?.reason;
  if (typeof chosen === 'string') return chosen;
  return words.trim() && (confided(facts, office) ? 'other' : maskedText(words.trim()));
}
