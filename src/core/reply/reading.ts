import { dateAt } from '../calendar.ts';
import { isBareDone, isTick, pickIn } from './bare.ts';
import type { Act, Facts, Intent, ItemKind, OpenItem, ReplyContext, ReplyReading } from './contract.ts';
import { evidenceIn } from './evidence.ts';
import { factsOf, NOTHING } from './facts.ts';
import { headCountIn, NUMBER } from './numbers.ts';
import { revisionOf } from './revision.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { sensitiveIn } from './sensitive.ts';
import { partsOf, type Sentence, sentenceOf } from './sentence.ts';
import { effectiveLabel, intentOf } from './verdict.ts';

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
    headCount: null,
    sensitive,
    evidence: [],
  };
  if (text.length > LONGEST || text.trim() === '') return empty;
  const sentence = sentenceOf(text, context);
  if (/^[?\s]+$/.test(sentence.normal.text)) return { ...empty, intent: 'question' };
  const pick = pickIn(sentence.normal.text, context);
  if (pick) return { ...empty, intent: 'acknowledge', pick };
  if (sentence.clauses.length > MOST_CLAUSES) return empty;
  const evidence = evidenceIn(sentence);
  const revised = revisionOf(sentence, context);
  const acts = revised ? [revised.act] : actsIn(sentence, context);
  const whole = acts.length === 1 ? acts[0]! : together(acts);
  const { numbers: _n, all: _a, text: _t, ...facts } = whole;
  const silent = facts.intent === 'none' || facts.intent === 'question';
  return {
    ...empty,
    ...facts,
    acts: silent ? [] : acts,
    corrects: revised?.corrects ?? false,
    takenBack: revised?.takenBack ?? [],
    headCount: headCountIn(sentence.normal.text),
    evidence,
  };
}

function actsIn(sentence: Sentence, context: ReplyContext): readonly Act[] {
  const acts: Act[] = [];
  for (const segment of segmentsOf(sentence, context)) acts.push(...actsOf(segment, sentence, context, acts.at(-1)));
  return acts;
}

/** The duty a segment most likely speaks of, only to weigh its words; whom it credits is `targetsOf`. */
function kindOf(items: readonly OpenItem[]): {
  readonly kind: ItemKind;
  readonly gathering: boolean;
  readonly item: OpenItem | undefined;
} {
  const kinds = new Set(items.map((i) => i.kind));
  const kind = kinds.size === 1 ? items[0]!.kind : 'other';
  const gathering =
    items.length > 0 &&
    items.every((i) => i.gathering || i.kind === 'meeting' || /集体|中心组|会$|党课|研讨/.test(i.title));
  return { kind, gathering, item: items.length === 1 ? items[0] : undefined };
}

function actsOf(segment: Segment, sentence: Sentence, context: ReplyContext, before: Act | undefined): readonly Act[] {
  const { kind, gathering, item } = kindOf(segment.items);
  const parts = partsOf(sentence, segment.clauses, kind, gathering);
  const shared = item ?? nearest(segment.items);
  const due = shared?.due == null ? null : dateAt(shared.due, context.zone);
  const plain = parts
    .map((p) => p.plain)
    .join('')
    .replace(/\s/g, '');
  const answering = (context.about?.length ?? 0) > 0 || context.open.length === 1 || segment.numbers.length > 0;
  const bare = (isTick(plain) || isBareDone(plain)) && parts.every((p) => p.end !== '?');
  const intent = bare
    ? answering || !isTick(plain)
      ? 'done'
      : 'acknowledge'
    : early(countsAlike(plain, before) ? 'done' : intentOf(parts, kind, due, sentence.today), item, context);
  const base = {
    numbers: segment.numbers,
    all: segment.all,
    text: sentence.normal.original(segment.clauses[0]!.from, segment.clauses.at(-1)!.to),
  };
  const facts = factsOf(intent, parts, kind, shared, sentence);
  if (intent === 'progress' && kind === 'talk' && facts.people.length > 0)
    return split(base, facts, parts, kind, sentence);
  return [{ ...facts, ...base }];
}

/** 例会9个人到，学习8个人: counted in the same breath as the gathering before it. */
const countsAlike = (plain: string, before: Act | undefined): boolean =>
  before?.intent === 'done' && before.present !== null && COUNTED.test(plain);
const COUNTED = new RegExp(`^[^\\d没未不]{2,10}${NUMBER}[个名位]?人$`);

// An extension of several at once counts from the due day they share, if they share one.
const nearest = (items: readonly OpenItem[]): OpenItem | undefined =>
  new Set(items.map((i) => i.due)).size === 1 ? items[0] : undefined;

/** A thing that has not begun cannot be done (DESIGN §4.7). */
function early(intent: Intent, item: OpenItem | undefined, context: ReplyContext): Intent {
  return intent === 'done' && item?.timed && context.now < item.scheduled ? 'none' : intent;
}

/** 和甲、乙都谈了，还差丙: a deed for some, still owed by others. */
function split(
  base: Pick<Act, 'numbers' | 'all' | 'text'>,
  facts: Facts,
  parts: ReturnType<typeof partsOf>,
  kind: ItemKind,
  sentence: Sentence,
): readonly Act[] {
  const owed = factsOf('not_done', parts, kind, undefined, sentence);
  if (owed.people.length === 0 && owed.unresolved.length === 0) return [{ ...facts, ...base }];
  if (!parts.some((p) => effectiveLabel(p, kind) === 'done')) return [{ ...facts, ...base }];
  return [
    { ...facts, ...base, intent: 'done' },
    { ...owed, ...base },
  ];
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
