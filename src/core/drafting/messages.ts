import { dateAt, type Instant } from '../calendar.ts';
import type { Draft } from '../intake/index.ts';
import type { LoadReport } from '../load.ts';
import type { Button, Line, Message } from '../message.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { Plan } from '../plan/plan.ts';
import type { Simulation } from '../simulate.ts';
import { fullDay } from '../wording/dates.ts';
import { nameOf } from '../wording/item.ts';
import type { Difference } from './difference.ts';
import { type Drafting, openQuestions } from './drafting.ts';
import { type Question, questionsOf } from './questions.ts';

/** Lines of one kind that are shown; the rest is a count. */
const SHOWN = 5;
const told = ['past-kind', 'no-text', 'nothing-found', 'claimed-differs', 'past-dates', 'macros', 'pictures'];
const counted = ['problem-without-measure', 'measure-without-duty'] as const;

function button(label: Phrase, drafting: Drafting, what: string, more: Record<string, string> = {}): Button {
  return { label, action: { command: 'draft', about: [], with: { id: drafting.id, what, ...more } } };
}

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
  const begin = button(phrase(questions.length > 0 ? 'button-draft-start' : 'button-draft-preview'), drafting, 'start');
  const all = offered > 0 ? [button(phrase('button-draft-all'), drafting, 'take-all')] : [];
  return { lines, buttons: [[begin, ...all], [button(phrase('button-draft-drop'), drafting, 'drop')]], items: [] };
}

function countsOf(draft: Draft) {
  const duties = draft.measures.reduce((sum, measure) => sum + measure.duties.length, 0);
  return { title: draft.title, problems: draft.problems.length, measures: draft.measures.length, duties };
}

function namedDoubts(draft: Draft, code: (typeof counted)[number]): readonly Line[] {
  const found = draft.doubts.filter((doubt) => doubt.code === code);
  if (found.length === 0) return [];
  const first = found.slice(0, 2).map(({ about }): Line => ({ text: about }));
  return found.length <= 2 ? first : [...first, { text: phrase(`drafting-more-${code}`, { count: found.length }) }];
}

/** One question, with what people usually answer as buttons. */
export function questionMessage(drafting: Drafting, hint?: Phrase): Message {
  const open = openQuestions(drafting);
  const [question] = open;
  if (!question)
    return { lines: [{ text: phrase('drafting-no-questions', { count: 0, offered: 0 }) }], buttons: [], items: [] };
  const total = questionsOf(drafting).length;
  const lines: Line[] = [
    ...(hint ? [{ text: hint }] : []),
    { text: phrase('drafting-question', { no: total - open.length + 1, total }), bold: true },
    { text: question.about },
    ...(question.count > 1 ? [{ text: phrase('drafting-concerns', { count: question.count }) }] : []),
    { text: phrase(`drafting-hint-${question.kind}`) },
  ];
  return {
    lines,
    buttons: [...inRows(choiceButtons(question, drafting), 2), ...questionEnd(question, open, drafting)],
    items: [],
  };
}

function choiceButtons(question: Question, drafting: Drafting): readonly Button[] {
  return question.choices.map((value) => {
    const label = phrase(value === question.proposed ? 'drafting-choice-proposed' : 'drafting-choice', { value });
    return button(label, drafting, 'answer', { key: question.key, value });
  });
}

function questionEnd(
  question: Question,
  open: readonly Question[],
  drafting: Drafting,
): readonly (readonly Button[])[] {
  const skip =
    question.kind === 'me'
      ? []
      : [button(phrase('button-draft-open'), drafting, 'answer', { key: question.key, value: '' })];
  const back = Object.keys(drafting.answers).length > 0 ? [button(phrase('button-draft-back'), drafting, 'back')] : [];
  const rest = open.some(({ proposed }) => proposed)
    ? [button(phrase('button-draft-all'), drafting, 'take-all')]
    : [button(phrase('button-draft-rest'), drafting, 'leave-rest')];
  return [[...skip, ...back], question.kind === 'me' ? [] : rest].filter((row) => row.length > 0);
}

function inRows(buttons: readonly Button[], width: number): readonly (readonly Button[])[] {
  return buttons.length === 0 ? [] : [buttons.slice(0, width), ...inRows(buttons.slice(width), width)];
}

export interface Preview {
  readonly drafting: Drafting;
  readonly plan: Plan;
  readonly simulation: Simulation;
  readonly load: LoadReport;
  readonly open: readonly string[];
  /** Undefined for the first plan of an office. */
  readonly difference: Difference | undefined;
  readonly now: Instant;
}

/** What would happen in the next 30 days, and to whom; adopting is one tap away and nothing runs before. */
export function previewMessage(preview: Preview): Message {
  const { drafting, plan, open, difference } = preview;
  const duties = plan.measures.reduce((sum, measure) => sum + measure.duties.length, 0);
  const lines: Line[] = [
    { text: phrase('drafting-preview', { measures: plan.measures.length, duties }), bold: true },
    ...(difference ? differenceLines(difference) : []),
    ...monthLines(preview),
    ...loadLines(preview),
    ...openLines(open),
    { text: phrase('drafting-adopt-hint') },
  ];
  const adopt = button(phrase(difference ? 'button-draft-replace' : 'button-draft-adopt'), drafting, 'adopt');
  const back = button(phrase('button-draft-back'), drafting, 'back');
  const reopen = open.length > 0 ? [button(phrase('button-draft-reopen'), drafting, 'reopen')] : [];
  const again = Object.keys(drafting.answers).length > 0 ? [back] : [];
  return {
    lines,
    buttons: [[adopt], [...again, ...reopen], [button(phrase('button-draft-drop'), drafting, 'drop')]].filter(
      (row) => row.length > 0,
    ),
    items: [],
  };
}

function monthLines({ plan, simulation, now }: Preview): readonly Line[] {
  const { zone } = plan.organization;
  const gatherings = new Map<string, { at: Instant; title: string; people: string[] }>();
  for (const f of [...simulation.occurrences].sort((a, b) => a.scheduled - b.scheduled)) {
    if (f.scheduled < now) continue;
    const key = `${f.duty}@${f.slot}`;
    const one = gatherings.get(key) ?? { at: f.scheduled, title: f.title, people: [] };
    if (!one.people.includes(f.person)) one.people.push(f.person);
    gatherings.set(key, one);
  }
  const all = [...gatherings.values()];
  const lines = all.slice(0, 8).map(
    ({ at, title, people }): Line => ({
      text: phrase('drafting-preview-item', {
        day: fullDay(dateAt(at, zone)),
        title,
        name: people[0] ? nameOf(plan, people[0]) : '',
        count: people.length,
      }),
    }),
  );
  const more =
    all.length > lines.length ? [{ text: phrase('drafting-preview-more', { count: all.length - lines.length }) }] : [];
  return [{ text: phrase('drafting-preview-month', { count: all.length }) }, ...lines, ...more];
}

function loadLines({ plan, load }: Preview): readonly Line[] {
  const busy = [...load.people].filter(({ messages }) => messages > 0).sort((a, b) => b.messages - a.messages);
  if (busy.length === 0) return [];
  const parts = busy
    .slice(0, 6)
    .map(({ person, messages }) => phrase('drafting-load-one', { name: nameOf(plan, person), count: messages }));
  const heavy = [...new Set(load.overload.map(({ person }) => nameOf(plan, person)))];
  return [
    { text: phrase('drafting-load', { parts, people: busy.length }) },
    ...(heavy.length > 0 ? [{ text: phrase('drafting-overload', { names: heavy.slice(0, 4) }) }] : []),
  ];
}

function openLines(open: readonly string[]): readonly Line[] {
  if (open.length === 0) return [];
  const titles = open.slice(0, 3).map((title) => (title.length > 20 ? `${title.slice(0, 19)}…` : title));
  return [{ text: phrase('drafting-open', { count: open.length, titles }) }];
}

function differenceLines({ added, removed, changed }: Difference): readonly Line[] {
  return (
    [
      ['added', added],
      ['removed', removed],
      ['changed', changed],
    ] as const
  ).flatMap(([what, { measures, duties }]): readonly Line[] => {
    if (measures.length + duties.length === 0) return [];
    const titles = [...new Set([...measures, ...duties])]
      .slice(0, SHOWN)
      .map((title) => (title.length > 24 ? `${title.slice(0, 23)}…` : title));
    return [
      { text: phrase(`drafting-${what}`, { measures: measures.length, duties: duties.length }), bold: true },
      ...titles.map((title): Line => ({ text: phrase('drafting-title', { title }) })),
    ];
  });
}

export function collectingMessage(drafting: Drafting): Message {
  const length = drafting.parts.reduce((sum, part) => sum + part.length, 0);
  return {
    lines: [{ text: phrase('drafting-collected', { count: drafting.parts.length, length }) }],
    buttons: [
      [button(phrase('button-draft-read'), drafting, 'read'), button(phrase('button-draft-drop'), drafting, 'drop')],
    ],
    items: [],
  };
}

export function openReminder(drafting: Drafting): Message {
  return {
    lines: [{ text: phrase('drafting-still-open', { count: drafting.left ?? 0, title: drafting.draft?.title ?? '' }) }],
    buttons: [[button(phrase('button-draft-reopen'), drafting, 'reopen')]],
    items: [],
  };
}
