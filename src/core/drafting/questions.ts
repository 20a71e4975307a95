import { castOf } from '../intake/cast.ts';
import { holderOf, holdersOf } from '../intake/holders.ts';
import type { Doubt, Draft, DraftPerson } from '../intake/index.ts';
import { isThreeMeetings } from '../intake/standing-duties.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { Drafting } from './drafting.ts';
import { unitedPeople } from './people.ts';
import { ANOTHER, evidentRound } from './rounds.ts';
import { asFour, asOne, leads, officePosts, ongoing, usualPartners, usualSchedules } from './vocabulary.ts';

export type QuestionKind = 'year' | 'me' | 'head' | 'round' | 'who' | 'when' | 'by' | 'with' | 'post' | 'split';

export interface Question {
  /** The same for all doubts that one answer settles. */
  readonly key: string;
  readonly kind: QuestionKind;
  readonly about: Phrase;
  /** How many duties or measures wait for the answer. */
  readonly count: number;
  /** Taken by 全部采用; never without. */
  readonly proposed?: string;
  /** What people usually answer, the proposal first. */
  readonly choices: readonly string[];
}

/** More would be a form to fill in: what is not asked stays open and can be taken up any time. */
export const MOST_QUESTIONS = 20;

const kinds: Partial<Record<Doubt['code'], QuestionKind>> = {
  'no-year': 'year',
  'nobody-named': 'who',
  'no-owner': 'who',
  'fuzzy-schedule': 'when',
  'no-schedule': 'when',
  'unreadable-schedule': 'when',
  'unclear-deadline': 'by',
  masked: 'by',
};

/** Every question of a draft, answered or not: who she is, the year, then whatever settles most. */
export function questionsOf(drafting: Drafting): readonly Question[] {
  const { draft } = drafting;
  if (!draft) return [];
  const people = unitedPeople(draft.people, drafting.people);
  const doubts = doubtGroups(draft).map(([key, group]) => doubtQuestion(key, group, draft, people, drafting));
  const first = doubts.filter(({ kind }) => kind === 'year');
  const rest = [
    ...doubts.filter(({ kind }) => kind !== 'year'),
    ...splitQuestion(draft),
    ...withQuestions(draft),
    ...postQuestions(draft, people),
  ];
  const weighed = rest
    .map((question, i) => ({ question, i }))
    .sort((a, b) => b.question.count - a.question.count || a.i - b.i);
  const me = drafting.nameless ? [meQuestion(people), ...headQuestion(draft, people)] : [];
  const all = [...me, ...roundQuestion(drafting), ...first, ...weighed.map(({ question }) => question)];
  return all
    .filter(({ key }) => !drafting.settled?.includes(key))
    .slice(0, MOST_QUESTIONS)
    .map((question) => asBefore(question, drafting.remembered?.[question.key]));
}

/** What was answered for the paper before stands first. */
function asBefore(question: Question, answer: string | undefined): Question {
  if (answer === undefined) return question;
  const others = question.choices.filter((choice) => choice !== answer);
  return { ...question, proposed: answer, choices: [answer, ...others] };
}

/** Without an answer there is no plan: neither can stay open. */
export function isNeeded(kind: QuestionKind): boolean {
  return kind === 'me' || kind === 'round';
}

/** The key under which a doubt is asked, or undefined where it is only told. */
export function keyOf(doubt: Doubt, draft: Draft): string | undefined {
  return doubtGroups(draft).find(([, group]) => group.includes(doubt))?.[0];
}

type Group = readonly [string, readonly Doubt[]];

/** By `same`; where that leaves too many, vague schedules with one proposal are one question. */
export function doubtGroups(draft: Draft): readonly Group[] {
  const asked = draft.doubts.filter(({ code }) => kinds[code]);
  const groups = grouped(asked, ({ code, same }) => (code === 'no-year' ? 'year' : same));
  if (groups.length <= MOST_QUESTIONS - 4) return groups;
  return grouped(asked, (doubt) => {
    if (doubt.code === 'no-year') return 'year';
    return kinds[doubt.code] === 'when' ? `when||${doubt.proposed?.schedule ?? ''}` : doubt.same;
  });
}

function grouped(doubts: readonly Doubt[], keyFor: (doubt: Doubt) => string): readonly Group[] {
  const groups = new Map<string, Doubt[]>();
  for (const doubt of doubts) groups.set(keyFor(doubt), [...(groups.get(keyFor(doubt)) ?? []), doubt]);
  return [...groups];
}

function doubtQuestion(
  key: string,
  group: readonly Doubt[],
  draft: Draft,
  people: readonly DraftPerson[],
  { today }: Drafting,
): Question {
  const [first] = group;
  const kind = kinds[first!.code]!;
  const proposed = group.find((doubt) => doubt.proposed)?.proposed?.schedule;
  const sameWords = group.every(({ same }) => same === first!.same);
  const about = sameWords ? first!.about : phrase('drafting-when-many', { count: group.length, about: first!.about });
  const base = { key, kind, about, count: group.length };
  if (kind === 'year') return { ...base, choices: [today.slice(0, 4), String(Number(today.slice(0, 4)) - 1)] };
  if (kind === 'who') return { ...base, choices: likely(people, departmentOf(first!, draft)) };
  if (kind === 'by') return { ...base, choices: [ongoing] };
  const choices = [...new Set([...(proposed ? [proposed] : []), ...usualSchedules])];
  return { ...base, choices, ...(proposed ? { proposed } : {}) };
}

function departmentOf({ item }: Doubt, draft: Draft): string | null {
  return item?.measure === undefined ? null : (draft.measures[item.measure]?.department ?? null);
}

/** Whoever belongs to the department, then whoever leads. */
function likely(people: readonly DraftPerson[], department: string | null): readonly string[] {
  const rank = (person: DraftPerson): number => {
    if (department && person.department === department) return 0;
    return leads.test(person.post ?? '') ? 1 : 2;
  };
  return [...people]
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, 6)
    .map(({ name }) => name);
}

function meQuestion(people: readonly DraftPerson[]): Question {
  const office = (person: DraftPerson): number => (officePosts.test(person.post ?? '') ? 0 : 1);
  const choices = [...people]
    .sort((a, b) => office(a) - office(b))
    .slice(0, 6)
    .map(({ name }) => name);
  return { key: 'me', kind: 'me', about: phrase('drafting-me'), count: 1, choices };
}

/** Who is told last: the paper's own first person responsible is proposed. */
function headQuestion(draft: Draft, people: readonly DraftPerson[]): readonly Question[] {
  if (people.length === 0) return [];
  const cast = castOf({ ...draft, people });
  const proposed = cast.people.find(({ id }) => id === cast.head)?.name;
  const choices = [...new Set([...(proposed ? [proposed] : []), ...likely(people, null)])].slice(0, 6);
  const base = { key: 'head', kind: 'head', about: phrase('drafting-head'), count: 1, choices } as const;
  return [{ ...base, ...(proposed ? { proposed } : {}) }];
}

/** A second paper is a new version of a round or another round; asked unless its title or its measures tell. */
function roundQuestion({ rounds = [], draft }: Drafting): readonly Question[] {
  if (rounds.length === 0 || evidentRound(rounds) !== undefined) return [];
  const about = phrase('drafting-round', { title: draft!.title });
  return [{ key: 'round', kind: 'round', about, count: 1, choices: [...rounds.keys()].map(String).concat(ANOTHER) }];
}

/** 三会一课: four duties, each with its own rhythm, or one; nothing of it runs before that is said. */
function splitQuestion(draft: Draft): readonly Question[] {
  const count = draft.measures.flatMap(({ duties }) => duties).filter(isThreeMeetings).length;
  if (count === 0) return [];
  const choices = [asFour, asOne];
  return [{ key: 'split', kind: 'split', about: phrase('drafting-split'), count, proposed: asFour, choices }];
}

function withQuestions(draft: Draft): readonly Question[] {
  const talks = draft.measures
    .flatMap(({ duties }) => duties)
    .filter(({ kind, with: other }) => kind === 'talk' && !other);
  return [...new Set(talks.map(({ title }) => title))].map((title) => ({
    key: `with|${title}`,
    kind: 'with',
    about: phrase('drafting-with', { title }),
    count: talks.filter((talk) => talk.title === title).length,
    choices: usualPartners,
  }));
}

/** Posts that nobody holds and that were left open (待定): what only they owe does not run. */
export function openPosts(
  draft: Draft,
  people: readonly DraftPerson[],
  answers: Drafting['answers'],
): readonly string[] {
  const { posts } = castOf({ ...draft, people });
  return posts.map(({ name }) => name).filter((name) => answers[`post|${name}`] === '');
}

/** Posts that the paper makes responsible and nobody of the roster holds. */
function postQuestions(draft: Draft, people: readonly DraftPerson[]): readonly Question[] {
  const { posts } = castOf({ ...draft, people });
  return posts
    .filter(({ name }) => holderOf(name, people) === undefined)
    .map(({ name }) => ({
      key: `post|${name}`,
      kind: 'post',
      about: phrase('drafting-post', { post: name }),
      count: draft.measures.flatMap(({ duties }) => duties).filter(({ owner }) => owner?.includes(name)).length,
      choices: [...new Set([...holdersOf(name, people), ...likely(people, null)])].slice(0, 6),
    }));
}
