import { type Clause, clausesOf } from './clauses.ts';
import type { ItemKind, ReplyContext } from './contract.ts';
import { datesIn } from './dates.ts';
import { type DateMention, type Today, todayAt } from './day.ts';
import { DATE, PERSON, painted, type Span, TITLE, titlesIn } from './marks.ts';
import { type Normal, normalize } from './normalize.ts';
import { leadingNumbers } from './numbers.ts';
import { type OwnWords, ownWordsOf } from './own-words.ts';
import { peopleIn } from './people.ts';
import type { PersonMention } from './person-mention.ts';
import { withSlips } from './slips.ts';
import { type Hanging, type Label, labelOf, leavesHanging, NOTHING_HANGS } from './statement.ts';

/** A clause with everything found in it. */
export interface Part extends Clause {
  /** Painted: names, days and titles are marks. */
  readonly text: string;
  /** In one spelling, unpainted. */
  readonly plain: string;
  readonly label: Label;
  readonly dates: readonly DateMention[];
  readonly people: readonly PersonMention[];
  readonly numbers: readonly number[];
}

export interface Sentence {
  readonly normal: Normal;
  /** Painted over titles only. */
  readonly shielded: string;
  readonly painted: string;
  readonly titles: readonly Span[];
  readonly dates: readonly DateMention[];
  readonly people: readonly PersonMention[];
  readonly clauses: readonly (Clause & { readonly numbers: readonly number[]; readonly start: number })[];
  readonly today: Today;
  /** Person id of who speaks. */
  readonly speaker: string;
  readonly own: OwnWords;
}

/** Finds titles, days and names, and cuts the sentence into clauses. */
export function sentenceOf(text: string, context: ReplyContext): Sentence {
  const normal = normalize(text);
  const today = todayAt(context.now, context.zone, context.calendar);
  const titles = wholeQuoted(normal.text) ? [] : titlesIn(normal.text);
  const shielded = painted(normal.text, titles, TITLE);
  const size = Math.max(context.shown?.length ?? 0, context.asking?.choices.length ?? 0);
  const dates = datesIn(shielded, today);
  const dateless = painted(shielded, dates, DATE);
  const people = peopleIn(dateless, context.people, context.speaker).map((m) =>
    // A name in Latin letters is shown with its capitals.
    /^[a-z]/.test(m.form) ? { ...m, form: normal.original(m.from, m.to) } : m,
  );
  const all = painted(dateless, people, PERSON);
  const clauses = clausesOf(size > 0 ? joinedLists(all) : all, !isLatin(normal.text)).map((clause) => {
    const { numbers, end } = leadingNumbers(shielded.slice(clause.from, clause.to), size);
    return { ...clause, numbers, start: clause.from + end };
  });
  return {
    normal,
    shielded,
    painted: all,
    titles,
    dates,
    people,
    clauses,
    today,
    speaker: context.speaker,
    own: ownWordsOf(context),
  };
}

/** Those clauses as if nothing else had been said; of the places in the text only those of its days are true. */
export function excerptOf(sentence: Sentence, clauses: Sentence['clauses']): Sentence {
  let said = '';
  const dates: DateMention[] = [];
  for (const { from, to } of clauses) {
    if (said !== '') said += ',';
    const moved = said.length - from;
    for (const day of sentence.dates)
      if (day.from >= from && day.to <= to) dates.push({ ...day, from: day.from + moved, to: day.to + moved });
    said += sentence.painted.slice(from, to);
  }
  return { ...sentence, painted: said, dates };
}

const isLatin = (text: string): boolean => /[a-z]/.test(text) && !/[\u4e00-\u9fff]/.test(text);
const wholeQuoted = (text: string): boolean => /^\s*["「『][^"「」『』]*["」』]\s*$/.test(text);

// 1,3完成: between numbers a comma joins; so do blanks (1 3 完成). Same length, so places stay true.
const joinedLists = (text: string): string =>
  text.replace(/(?<=(?:^|[;。\n,])\s*第?\d{1,2})\s*[, ](?=\s*第?\d{1,2}(?!\d))/g, (m) => '、'.repeat(m.length));

/** 报了哈: nothing but the sound of it. */
const PARTICLE = /(?<=[了过的好完])[哈啊呀哦哟嘛噻嘞咧呗]+$/;

interface Reading {
  readonly clauses: Sentence['clauses'];
  readonly kind: ItemKind;
  readonly gathering: boolean;
  readonly parts: readonly Part[];
}

/** A sentence is read for what it takes back and for what it tells, mostly for the same duty: once is enough. */
const readings = new WeakMap<Sentence, Reading[]>();

/** Reads the clauses one after another for a duty of that kind. */
export function partsOf(
  sentence: Sentence,
  clauses: Sentence['clauses'],
  kind: ItemKind,
  gathering: boolean,
): readonly Part[] {
  const known = readings.get(sentence) ?? [];
  const same = ({ clauses: theirs }: Reading) =>
    theirs.length === clauses.length && theirs.every((clause, i) => clause === clauses[i]);
  const found = known.find((one) => one.kind === kind && one.gathering === gathering && same(one));
  if (found) return found.parts;
  const parts = readParts(sentence, clauses, kind, gathering);
  readings.set(sentence, [...known, { clauses, kind, gathering, parts }]);
  return parts;
}

function readParts(
  sentence: Sentence,
  clauses: Sentence['clauses'],
  kind: ItemKind,
  gathering: boolean,
): readonly Part[] {
  const { own, speaker } = sentence;
  const parts: Part[] = [];
  let hanging: Hanging = NOTHING_HANGS;
  for (const clause of clauses) {
    const inside = <T extends Span>(spans: readonly T[]): readonly T[] =>
      spans.filter((s) => s.from >= clause.from && s.to <= clause.to);
    const [dates, people] = [inside(sentence.dates).filter((d) => d.from >= clause.start), inside(sentence.people)];
    const text = sentence.painted.slice(clause.start, clause.to);
    const selfFirst = /^[^\ue001]{0,3}\ue001/.test(text) && people[0]?.ids.length === 1 && people[0].ids[0] === speaker;
    const label = labelOf(
      { text: text.replace(PARTICLE, ''), end: clause.end, dates },
      { kind, gathering, today: sentence.today, selfFirst, own },
      hanging,
    );
    hanging = leavesHanging(text, label);
    parts.push({
      ...clause,
      text,
      plain: sentence.normal.text.slice(clause.start, clause.to),
      label,
      dates,
      people: addresses(text, clause, sentence, kind) ? [] : people,
    });
  }
  return withSlips(parts);
}

/** 张局您好, or 张局 before a comma: whom one speaks to, who is no party of the deed. */
function addresses(text: string, clause: Clause, sentence: Sentence, kind: ItemKind): boolean {
  if (/^@?\ue001+(?:您好|你好|好$|早$|早上好|上午好|下午好|晚上好)/.test(text.trim())) return true;
  if (clause.from > 0 || clause.end !== ',' || !/^@?\ue001+$/.test(text.trim())) return false;
  // 陈敏，谈了: with nobody else named, the counterpart of the talk.
  return kind !== 'talk' || sentence.people.length > 1;
}
