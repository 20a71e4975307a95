import type { Act, Intent, OpenItem, ReplyContext, ReplyReading, Targets } from './contract.ts';
import { aboutness, NAMED, namedApart, namesAnother } from './duty-words.ts';
import { isPaperHanded, isSaidOfNone } from './held-words.ts';
import { strangeMatter } from './matter-named.ts';
import { normalize } from './normalize.ts';
import { countOf } from './numbers.ts';
import { saysTalked, saysTalkedWith } from './talk-words.ts';
import { isEvent } from './verdict.ts';

/**
 * Which open occurrences each act is about: by list number, by the message replied to, by counterpart, by the
 * duty's words, or because only one is open. Several that fit equally are asked about, never guessed.
 */
export function targetsOf(reading: ReplyReading, context: ReplyContext): readonly Targets[] {
  const named = new Set(reading.acts.flatMap((act) => act.numbers));
  return reading.acts.map((act) => {
    const found = targetOf(act, named, context);
    return found.sure ? { act, occurrences: found.ids } : { act, ask: found.ids };
  });
}

/** What the act says of its own matter, in one spelling: what that is merged into names another one. */
export function ownWords({ text, mergedInto }: Act): string {
  return normalize(mergedInto ? text.replace(mergedInto, '') : text).text;
}

interface Found {
  readonly sure: boolean;
  readonly ids: readonly string[];
}
const sure = (ids: readonly string[]): Found => ({ sure: true, ids });
const unsure = (ids: readonly string[]): Found => ({ sure: false, ids });
const idsOf = (items: readonly OpenItem[]): readonly string[] => items.map((i) => i.occurrence);

function targetOf(act: Act, named: ReadonlySet<number>, context: ReplyContext): Found {
  const shown = context.shown ?? [];
  if (act.intent === 'undo' && context.lastCheckIn && act.numbers.length === 0)
    return sure(context.lastCheckIn.occurrences);
  // A number that the list does not have names nothing: nor do those beside it, of what may be another list.
  if (act.numbers.some((n) => n > shown.length)) return unsure([]);
  if (act.numbers.length > 0) return sure(act.numbers.flatMap((n) => shown[n - 1] ?? []));
  // 和吴丽、周洁都谈了: all of these people, not all of the list.
  if (act.all && shown.length > 0 && act.people.length === 0 && !namesSome(act, context)) {
    const left = shown.filter((_, i) => !named.has(i + 1));
    const count = countOf(act.text);
    return count === null || count === left.length ? sure(left) : unsure(left);
  }
  const pool = itemsFor(act, context);
  // 月报送到巡察办了, while only a study session is open: what nobody here owes.
  if (OF_THE_DEED.has(act.intent) && !isAnswer(context) && isOfNone(act, context)) return unsure([]);
  // 例会的纪要印发了: no deed of the meeting, whatever else it is.
  if (act.intent === 'done' && !isAnswer(context) && meantEvents(act, pool) && isPaperHanded(ownWords(act)))
    return unsure([]);
  const ids = (act.of?.occurrences ?? []).filter((id) => pool.some((item) => item.occurrence === id));
  if (act.of && ids.length === act.of.occurrences.length) return act.of.each ? sure(ids) : unsure(ids);
  return narrowed(act, pool, context);
}

const OF_THE_DEED: ReadonlySet<Intent> = new Set(['done', 'not_done', 'progress', 'postpone']);
const isAnswer = ({ about, asking }: ReplyContext): boolean => (about?.length ?? 0) > 0 || asking !== undefined;

/** Only of what people meet for, or go to, can it be said. */
const meantEvents = (act: Act, pool: readonly OpenItem[]): boolean => {
  const meant = pool.filter((item) => act.of?.occurrences.includes(item.occurrence) ?? true);
  return meant.length > 0 && meant.every((item) => isEvent(item.kind));
};

/** Do the words name a matter of their own, which none of the things open can be? */
function isOfNone(act: Act, { open }: ReplyContext): boolean {
  const text = ownWords(act);
  if (strangeMatter(text, open) !== undefined) return true;
  return act.intent === 'done' && isSaidOfNone(text, open);
}

/** 例会和学习都开了, under a list of more: all that is named, not all of the list. */
function namesSome(act: Act, { open }: ReplyContext): boolean {
  const text = ownWords(act);
  return open.some((item) => aboutness(text, item) >= NAMED);
}

function itemsFor(act: Act, context: ReplyContext): readonly OpenItem[] {
  const about = context.about ?? [];
  const pool = about.length > 0 ? context.open.filter((i) => about.includes(i.occurrence)) : context.open;
  return act.onBehalfOf === null || about.length > 0 ? pool : context.open;
}

function narrowed(act: Act, pool: readonly OpenItem[], context: ReplyContext): Found {
  if (act.people.length > 0 || act.unresolved.length > 0) {
    const theirs = pool.filter((i) => i.counterpart !== undefined && act.people.includes(i.counterpart));
    if (theirs.length > 0 && speaksOfAnother(ownWords(act), theirs, pool)) return byWords(act, others(pool), true);
    const perPerson = act.people.map((p) => theirs.filter((i) => i.counterpart === p));
    if (theirs.length > 0 && perPerson.every((items) => items.length <= 1) && act.unresolved.length === 0)
      return sure(idsOf(theirs));
    if (theirs.length > 0) return unsure(idsOf(theirs));
    // 两个股长我都谈过了: whoever that is, it is said of talks.
    const talks = pool.filter((i) => i.counterpart !== undefined);
    if (act.unresolved.length > 0 && talks.length > 0 && saysTalked(ownWords(act)))
      return countOf(act.text) === talks.length ? sure(idsOf(talks)) : unsure(idsOf(talks));
  }
  // A talk with somebody else does not close the talk that is owed with this one.
  const free = act.people.length > 0 ? pool.filter((i) => i.counterpart === undefined || i.kind !== 'talk') : pool;
  if (free.length === 0) return unsure(idsOf(pool.length > 0 ? pool : context.open));
  return byWords(act, free, (context.about?.length ?? 0) > 0 || act.all);
}

const others = (pool: readonly OpenItem[]): readonly OpenItem[] => pool.filter((i) => i.counterpart === undefined);

/** 例会开了，陈敏参加, while a talk with 陈敏 is owed: the words name the meeting, and nothing says that they talked. */
function speaksOfAnother(text: string, talks: readonly OpenItem[], pool: readonly OpenItem[]): boolean {
  if (saysTalkedWith(text)) return false;
  const best = (items: readonly OpenItem[]) => Math.max(0, ...items.map((item) => aboutness(text, item)));
  const other = best(others(pool));
  return other >= NAMED && other > best(talks);
}

function byWords(act: Act, pool: readonly OpenItem[], answered: boolean): Found {
  const text = ownWords(act);
  const [only] = pool;
  // 支委会开了, in answer to the reminder of 党员大会: asked, not credited.
  if (only && pool.length === 1) return namesAnother(text, only) ? unsure(idsOf(pool)) : sure(idsOf(pool));
  const scores = pool.map((item) => aboutness(text, item));
  const best = Math.max(0, ...scores);
  const top = pool.filter((_, i) => scores[i] === best);
  const apart = act.all ? namedApart(text, pool) : [];
  if (apart.length > 1) return sure(idsOf(apart));
  if (best > 0 && top.length === 1) return sure(idsOf(top));
  if (act.all && best >= NAMED && new Set(top.map((i) => i.duty)).size === 1) return sure(idsOf(top));
  if (act.all && answered && best < NAMED) return sure(idsOf(pool));
  return unsure(idsOf(best > 0 ? top : pool));
}
