import type { LocalDate } from '../calendar.ts';
import { type Draft, type DraftPerson, draftOf, type PlainDocument } from '../intake/index.ts';
import type { Earlier } from './earlier.ts';
import { unitedPeople } from './people.ts';
import { isNeeded, type Question, questionsOf } from './questions.ts';
import type { KnownRound } from './rounds.ts';

/**
 * A paper on its way to a plan, as data: it is stored after every step, so that a restart loses nothing, and whatever
 * it asks or shows is computed from it.
 */
export interface Drafting {
  /** The message that brought it. */
  readonly id: string;
  /** `collecting`: a long text comes in several messages. `waiting`: a roster came before the paper. */
  readonly stage: 'collecting' | 'waiting' | 'summary' | 'asking' | 'preview' | 'adopted';
  /** Pieces of a pasted text. */
  readonly parts: readonly string[];
  /** Kept because a year told later is read into it. */
  readonly document?: PlainDocument;
  readonly draft?: Draft;
  readonly today: LocalDate;
  /** People of a roster, besides those in the paper. */
  readonly people: readonly DraftPerson[];
  /** By question; an empty answer leaves it open (待定). */
  readonly answers: Readonly<Record<string, string>>;
  /** Whether the office does not yet know who its secretary is by name. */
  readonly nameless: boolean;
  /** Rounds of the plan in force that the paper may replace, in the order of its files. */
  readonly rounds?: readonly KnownRound[];
  /** Questions answered before it was taken up again: they are not asked anew, and leave room for others. */
  readonly settled?: readonly string[];
  /** What the office answered to the same questions of the paper before: proposed again. */
  readonly remembered?: Readonly<Record<string, string>>;
  /** Measures and duties left out of what was adopted. */
  readonly left?: number;
  /** Papers adopted before that still leave something open. */
  readonly earlier?: readonly Earlier[];
  /** Its messages that still offer to answer anew: they stop when it is adopted or dropped. */
  readonly asked?: readonly string[];
  /** The last update taken in: one that comes twice changes nothing. */
  readonly source: string;
}

export type DraftingStep =
  | { readonly type: 'answer'; readonly key: string; readonly value: string }
  /** One question is asked again. */
  | { readonly type: 'change'; readonly key: string }
  | { readonly type: 'start' | 'take-all' | 'leave-rest' | 'back' | 'reopen' }
  | { readonly type: 'people'; readonly people: readonly DraftPerson[] };

export function newDrafting(
  id: string,
  today: LocalDate,
  nameless: boolean,
  more: Partial<Pick<Drafting, 'parts' | 'people'>> = {},
): Drafting {
  return { id, stage: 'waiting', parts: [], today, people: [], answers: {}, nameless, source: id, ...more };
}

export function withPaper(
  drafting: Drafting,
  document: PlainDocument,
  draft: Draft,
  rounds: readonly KnownRound[] = [],
): Drafting {
  const known = rounds.length > 0 ? { rounds } : {};
  return { ...drafting, stage: 'summary', parts: [], document, draft, answers: {}, ...known };
}

/** Never fails: a step that no longer fits leaves things as they are. */
export function stepped(drafting: Drafting, step: DraftingStep): Drafting {
  switch (step.type) {
    case 'answer':
      return forward(withAnswer(drafting, step.key, step.value));
    case 'change':
      return withoutAnswer(drafting, step.key);
    case 'start':
      return forward({ ...drafting, stage: 'asking' });
    case 'take-all':
      return forward({ ...drafting, stage: 'asking', answers: { ...drafting.answers, ...proposals(drafting) } });
    case 'leave-rest':
      return forward({ ...drafting, stage: 'asking', answers: { ...drafting.answers, ...leftOpen(drafting) } });
    case 'back':
      return withoutAnswer(drafting, Object.keys(drafting.answers).at(-1));
    case 'reopen':
      return forward(reopened(drafting));
    case 'people':
      return { ...drafting, people: unitedPeople(drafting.people, step.people) };
  }
}

/** Whether there is a question to go back to: what was settled before it was taken up again is left alone. */
export function mayGoBack({ answers, settled = [] }: Drafting): boolean {
  return Object.keys(answers).some((key) => !settled.includes(key));
}

/** What is still to be asked, in order. */
export function openQuestions(drafting: Drafting): readonly Question[] {
  return questionsOf(drafting).filter(({ key }) => drafting.answers[key] === undefined);
}

function forward(drafting: Drafting): Drafting {
  return openQuestions(drafting).length > 0 ? drafting : { ...drafting, stage: 'preview' };
}

function withAnswer(drafting: Drafting, key: string, value: string): Drafting {
  if (!questionsOf(drafting).some((question) => question.key === key)) return drafting;
  const answers = { ...drafting.answers, [key]: value };
  const { document, today } = drafting;
  const isYear = key === 'year' && /^20\d\d$/.test(value) && document !== undefined;
  const draft = isYear ? draftOf(document, { today, year: Number(value) }) : drafting.draft;
  return { ...drafting, stage: 'asking', answers, ...(draft ? { draft } : {}) };
}

function proposals(drafting: Drafting): Record<string, string> {
  return Object.fromEntries(
    openQuestions(drafting).flatMap(({ key, proposed }) => (proposed === undefined ? [] : [[key, proposed]])),
  );
}

function leftOpen(drafting: Drafting): Record<string, string> {
  return Object.fromEntries(
    openQuestions(drafting)
      .filter(({ kind }) => !isNeeded(kind))
      .map(({ key }) => [key, '']),
  );
}

function withoutAnswer(drafting: Drafting, key: string | undefined): Drafting {
  const answers = Object.fromEntries(Object.entries(drafting.answers).filter(([one]) => one !== key));
  const { document, today } = drafting;
  // The year was read into the paper: without it, the paper asks for it again.
  const draft = key === 'year' && document ? draftOf(document, { today }) : drafting.draft;
  const settled = drafting.settled?.filter((one) => one !== key);
  return { ...drafting, stage: 'asking', answers, ...(draft ? { draft } : {}), ...(settled ? { settled } : {}) };
}

function reopened(drafting: Drafting): Drafting {
  const answers = Object.fromEntries(Object.entries(drafting.answers).filter(([, value]) => value !== ''));
  return { ...drafting, stage: 'asking', answers, settled: Object.keys(answers) };
}
