import { dateAt } from '../calendar.ts';
import { isBareDone, isTick } from './bare.ts';
import type { Act, Facts, Intent, ItemKind, OpenItem, ReplyContext, ReplyReading } from './contract.ts';
import { factsOf } from './facts.ts';
import { foundIn } from './found.ts';
import { meantBy } from './hearing/index.ts';
import { NUMBER } from './numbers.ts';
import { saidOfWhich } from './said-of-which.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { excerptOf, type Part, partsOf, type Sentence } from './sentence.ts';
import { effectiveLabel } from './verdict.ts';

type Read = Pick<ReplyReading, 'acts' | 'swayed'>;

/** What a sentence says of each of its targets, and whether the ear moved the reading. */
export function actsIn(sentence: Sentence, context: ReplyContext): Read {
  const segments = segmentsOf(sentence, context);
  const whole = segments.length === 1;
  const acts: Act[] = [];
  let swayed: Read['swayed'] = null;
  for (const segment of segments) {
    const read = actsOf(segment, sentence, context, { whole, before: acts.at(-1) });
    acts.push(...read.acts);
    swayed ??= read.swayed;
  }
  return { acts, swayed };
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

interface Beside {
  /** Nothing else is said. */
  readonly whole: boolean;
  readonly before: Act | undefined;
}

function actsOf(segment: Segment, sentence: Sentence, context: ReplyContext, { whole, before }: Beside): Read {
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
  const found = foundIn(parts, kind, due, sentence.today);
  const read = bare
    ? answering || !isTick(plain)
      ? 'done'
      : 'acknowledge'
    : countsAlike(plain, before)
      ? 'done'
      : found.read;
  // An answer to the bot's own question sounds like anything.
  const told = segment.told !== undefined;
  const hears = (whole || told) && !context.asking && segment.numbers.length === 0 && !bare && !isSettled(read, parts);
  const heard = hears
    ? meantBy(whole ? sentence : excerptOf(sentence, segment.clauses), kind, { ...found, read })
    : null;
  // Where nothing says of which of several things that was said, the ear may only doubt.
  const among = !answering && context.open.length > 1 && !told;
  const sounds = heard && !(among && read !== 'done') ? heard.intent : read;
  const meant =
    opensLacking(parts) && !whole
      ? 'not_done'
      : ((answering ? undefined : overruled(parts, told && !whole, sounds)) ?? sounds);
  const intent = bare ? meant : early(meant, item, context);
  const swayed = heard && meant !== read ? { read, likely: heard.likely } : null;
  const text = sentence.normal.text.slice(segment.clauses[0]!.from, segment.clauses.at(-1)!.to);
  const base = {
    numbers: segment.numbers,
    all: segment.all,
    text: sentence.normal.original(segment.clauses[0]!.from, segment.clauses.at(-1)!.to),
  };
  const facts = factsOf(intent, parts, kind, shared, sentence);
  if (intent === 'progress' && kind === 'talk' && facts.people.length > 0)
    return { acts: split(base, facts, parts, kind, sentence), swayed };
  const of = saidOfWhich(segment, facts, text);
  return { acts: [{ ...facts, ...base, ...(of ? { of } : {}) }], swayed };
}

/** 支委会开了，是我搞错了: taken back in the same breath. 约在明天, of what is left: no part of it has been done. */
function overruled(parts: readonly Part[], oneOfSeveral: boolean, sounds: Intent): Intent | undefined {
  const labels = parts.map((part) => part.label);
  const mistaken = parts.some(({ plain }, i) => i > 0 && /(?:搞|弄|记|说)错了?$/.test(plain.trim()));
  if (sounds === 'done' && (mistaken || labels.lastIndexOf('undo') > labels.indexOf('done'))) return 'undo';
  if (sounds === 'progress' && oneOfSeveral && labels.every((label) => label === 'ahead')) return 'not_done';
  return undefined;
}

/** 就差学习, after what was done: that one is still owed. */
const opensLacking = ([first]: readonly Part[]): boolean =>
  first?.label === 'lacking' && /^(?:现在|目前|就|只|还|仅|尚|但)*(?:差|剩|缺|欠)/.test(first.plain.trim());

/** 例会9个人到，学习8个人: counted in the same breath as the gathering before it. */
const countsAlike = (plain: string, before: Act | undefined): boolean =>
  before?.intent === 'done' && before.present !== null && COUNTED.test(plain);
const COUNTED = new RegExp(`^[^\\d没未不]{2,10}${NUMBER}[个名位]?人$`);

/**
 * A nod, a word or two, one clause that is a plain report, a gathering called off, two denials: what the rules find
 * there is all there is to hear.
 */
const isSettled = (read: Intent, parts: readonly Part[]): boolean =>
  read === 'acknowledge' ||
  parts.some(({ label }) => label === 'void' || label === 'doubled' || label === 'sarcasm') ||
  parts.reduce((size, { text }) => size + sizeOf(text), 0) < LEAST_HEARD;

/** Han characters, and twice the Latin words, besides names and days. */
const sizeOf = (text: string): number =>
  (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0) + 2 * (text.match(/[a-z]+/g)?.length ?? 0);
const LEAST_HEARD = 6;

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
