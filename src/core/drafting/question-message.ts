import type { Button, Line, Message } from '../message.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { draftButton } from './draft-button.ts';
import { type Drafting, mayGoBack, openQuestions } from './drafting.ts';
import { isNeeded, type Question, questionsOf } from './questions.ts';
import { ANOTHER } from './rounds.ts';
import { shortened } from './shortened.ts';

/** One question, with what people usually answer as buttons. */
export function questionMessage(drafting: Drafting, hint?: Phrase): Message {
  const open = openQuestions(drafting);
  const [question] = open;
  if (!question)
    return { lines: [{ text: phrase('drafting-no-questions', { count: 0, offered: 0 }) }], buttons: [], items: [] };
  const all = questionsOf(drafting);
  // Asked again, it has its own number.
  const no = all.findIndex(({ key }) => key === question.key) + 1;
  const lines: Line[] = [
    ...(hint ? [{ text: hint }] : []),
    { text: phrase('drafting-question', { no, total: all.length }), bold: true },
    { text: question.about },
    ...(question.count > 1 ? [{ text: phrase('drafting-concerns', { count: question.count }) }] : []),
    { text: phrase(`drafting-hint-${question.kind}`) },
  ];
  return {
    lines,
    buttons: [
      ...inRows(choiceButtons(question, drafting), 2),
      ...questionEnd(question, open, drafting),
      // Shown once it is answered: the way back to this question.
      [{ ...draftButton(phrase('button-draft-change'), drafting, 'change', { key: question.key }), hidden: true }],
    ],
    items: [],
  };
}

function choiceButtons(question: Question, drafting: Drafting): readonly Button[] {
  return question.choices.map((value) => {
    const label = question.kind === 'round' ? roundLabel(value, drafting) : choiceLabel(value, question);
    return draftButton(label, drafting, 'answer', { key: question.key, value });
  });
}

function choiceLabel(value: string, { proposed }: Question): Phrase {
  return phrase(value === proposed ? 'drafting-choice-proposed' : 'drafting-choice', { value });
}

function roundLabel(value: string, { rounds = [] }: Drafting): Phrase {
  const title = rounds[Number(value)]?.title ?? '';
  if (value === ANOTHER) return phrase('drafting-round-another');
  return title ? phrase('drafting-round-replace', { title: shortened(title, 16) }) : phrase('drafting-round-current');
}

function questionEnd(
  question: Question,
  open: readonly Question[],
  drafting: Drafting,
): readonly (readonly Button[])[] {
  const skip = isNeeded(question.kind)
    ? []
    : [draftButton(phrase('button-draft-open'), drafting, 'answer', { key: question.key, value: '' })];
  const back = mayGoBack(drafting) ? [draftButton(phrase('button-draft-back'), drafting, 'back')] : [];
  const rest = open.some(({ proposed }) => proposed)
    ? [draftButton(phrase('button-draft-all'), drafting, 'take-all')]
    : [draftButton(phrase('button-draft-rest'), drafting, 'leave-rest')];
  const drop = draftButton(phrase('button-draft-drop'), drafting, 'drop');
  // A row of its own: no thumb drops a draft by mistake.
  return [[...skip, ...back], isNeeded(question.kind) ? [] : rest, [drop]].filter((row) => row.length > 0);
}

function inRows(buttons: readonly Button[], width: number): readonly (readonly Button[])[] {
  return buttons.length === 0 ? [] : [buttons.slice(0, width), ...inRows(buttons.slice(width), width)];
}
