import type { Draft } from '../intake/index.ts';
import type { Line, Message } from '../message.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { draftButton } from './draft-button.ts';
import { type Drafting, openQuestions } from './drafting.ts';
import { ownOpen } from './earlier.ts';
import { shortened } from './shortened.ts';

/** Lines of one kind that are shown; the rest is a count. */
const SHOWN = 5;
const told = ['past-kind', 'no-text', 'nothing-found', 'claimed-differs', 'past-dates', 'macros', 'pictures'];
const counted = ['problem-without-measure', 'measure-without-duty'] as const;

/** What was found in the paper, what is in doubt, and how many questions come. */
export function summaryMessage(drafting: Drafting): Message {
  const draft = drafting.draft!;
  const questions = openQuestions(drafting);
  const offered = questions.filter(({ proposed }) => proposed).length;
  const lines: Line[] = [
    { text: phrase('drafting-summary', countsOf(draft)), bold: true },
    ...[...draft.doubts.filter(({ code }) => told.includes(code))]
      .slice(0, SHOWN)
      .map(({ about }) => ({ text: about })),
    ...counted.flatMap((code) => namedDoubts(draft, code)),
    {
      text: phrase(questions.length > 0 ? 'drafting-questions' : 'drafting-no-questions', {
        count: questions.length,
        offered,
      }),
    },
    { text: phrase('drafting-nothing-runs') },
  ];
  const begin = draftButton(
    phrase(questions.length > 0 ? 'button-draft-start' : 'button-draft-preview'),
    drafting,
    'start',
  );
  const all = offered > 0 ? [draftButton(phrase('button-draft-all'), drafting, 'take-all')] : [];
  return { lines, buttons: [[begin, ...all], [draftButton(phrase('button-draft-drop'), drafting, 'drop')]], items: [] };
}

function countsOf(draft: Draft) {
  const duties = draft.measures.reduce((sum, measure) => sum + measure.duties.length, 0);
  return { title: draft.title, problems: draft.problems.length, measures: draft.measures.length, duties };
}

function namedDoubts(draft: Draft, code: (typeof counted)[number]): readonly Line[] {
  const found = draft.doubts.filter((doubt) => doubt.code === code);
  if (found.length === 0) return [];
  const titles = new Map(found.map(({ about }) => [JSON.stringify(about), about]));
  const first = [...titles.values()].slice(0, 2).map((about): Line => ({ text: about }));
  return found.length <= 2 ? first : [...first, { text: phrase(`drafting-more-${code}`, { count: found.length }) }];
}

export function collectingMessage(drafting: Drafting): Message {
  const length = drafting.parts.reduce((sum, part) => sum + part.length, 0);
  return {
    lines: [{ text: phrase('drafting-collected', { count: drafting.parts.length, length }) }],
    buttons: [
      [
        draftButton(phrase('button-draft-read'), drafting, 'read'),
        draftButton(phrase('button-draft-drop'), drafting, 'drop'),
      ],
    ],
    items: [],
  };
}

/** One line for each paper that leaves something open, and a button to take it up again. */
export function openReminder(drafting: Drafting): Message {
  const all = [...ownOpen(drafting), ...(drafting.earlier ?? [])];
  const papers = all.flatMap(({ paper }) => paper ?? []);
  // Papers of which nothing but the title was kept.
  const hint = papers.length < all.length ? [{ text: phrase('drafting-earlier-hint') }] : [];
  return {
    lines: [
      ...all.map(({ left, title }) => ({
        text: phrase('drafting-still-open', { count: left, title }),
      })),
      ...hint,
    ],
    buttons: papers.map((paper) => [draftButton(reopenLabel(paper, papers), paper, 'reopen')]),
    items: [],
  };
}

function reopenLabel({ draft }: Drafting, papers: readonly Drafting[]): Phrase {
  if (papers.length === 1) return phrase('button-draft-reopen');
  return phrase('button-draft-reopen-one', { title: shortened(draft?.title ?? '', 14) });
}
