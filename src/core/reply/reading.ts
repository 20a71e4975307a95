import { actsIn } from './acts.ts';
import { pickIn } from './bare.ts';
import type { Act, Intent, ReplyContext, ReplyReading } from './contract.ts';
import { evidenceIn } from './evidence.ts';
import { NOTHING } from './facts.ts';
import { asksWhatIsOpen } from './inquiry-words.ts';
import { headCountIn } from './numbers.ts';
import { revisionOf } from './revision.ts';
import { sensitiveIn } from './sensitive.ts';
import { sentenceOf } from './sentence.ts';

/** Longer than any message the platform delivers (4096): nobody typed it as a reply. */
const LONGEST = 5000;
const MOST_CLAUSES = 200;

/** What a sentence means where it was said. Pure; never throws; linear in the text. */
export function readReply(text: string, context: ReplyContext): ReplyReading {
  const sensitive = sensitiveIn(text);
  const empty: ReplyReading = {
    ...NOTHING,
    acts: [],
    pick: null,
    corrects: false,
    takenBack: [],
    swayed: null,
    headCount: null,
    sensitive,
    evidence: [],
  };
  if (text.length > LONGEST || text.trim() === '') return empty;
  const sentence = sentenceOf(text, context);
  if (/^[?\s]+$/.test(sentence.normal.text) || asksWhatIsOpen(sentence.normal.text))
    return { ...empty, intent: 'question' };
  const pick = pickIn(sentence.normal.text, context);
  if (pick) return { ...empty, intent: 'acknowledge', pick };
  if (sentence.clauses.length > MOST_CLAUSES) return empty;
  const evidence = evidenceIn(sentence);
  const revised = revisionOf(sentence, context);
  const { acts, swayed } = revised ? { acts: [revised.act], swayed: null } : actsIn(sentence, context);
  const whole = acts.length === 1 ? acts[0]! : together(acts);
  const { numbers: _n, all: _a, text: _t, ...facts } = whole;
  const silent = facts.intent === 'none' || facts.intent === 'question';
  return {
    ...empty,
    ...facts,
    acts: silent ? [] : acts,
    corrects: revised?.corrects ?? false,
    takenBack: revised?.takenBack ?? [],
    swayed,
    headCount: headCountIn(sentence.normal.text),
    evidence,
  };
}

const ORDER: readonly Intent[] = [
  'undo',
  'delegate',
  'postpone',
  'excuse',
  'not_done',
  'question',
  'acknowledge',
  'none',
];

/** The sentence as a whole: done only if every act is; done here and open there is progress. */
function together(acts: readonly Act[]): Act {
  const telling = acts.filter((a) => !/^(?:none|acknowledge|question)$/.test(a.intent));
  const pool = telling.length > 0 ? telling : acts;
  const intents = new Set(pool.map((a) => a.intent));
  const carried = intents.has('done') || intents.has('progress');
  const intent: Intent = carried
    ? intents.size === 1 && intents.has('done')
      ? 'done'
      : 'progress'
    : (ORDER.find((i) => intents.has(i)) ?? 'none');
  const lead = pool.find((a) => a.intent === intent) ??
    pool.find((a) => a.intent === 'done') ??
    pool[0] ?? { ...NOTHING, numbers: [], all: false, text: '' };
  const from = carried ? pool.filter((a) => a.intent === 'done' || a.intent === 'progress') : pool;
  return {
    ...lead,
    intent,
    people: [...new Set(from.flatMap((a) => a.people))],
    unresolved: from.flatMap((a) => a.unresolved),
    until: pool.find((a) => a.until !== null)?.until ?? null,
    absent: pool.flatMap((a) => a.absent),
    topic: pool.find((a) => a.topic !== null)?.topic ?? null,
  };
}
