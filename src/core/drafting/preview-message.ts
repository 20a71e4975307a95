import { localOf } from '../calendar.ts';
import type { Line, Message } from '../message.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { Plan } from '../plan/plan.ts';
import { fullDay } from '../wording/dates.ts';
import { nameOf } from '../wording/item.ts';
import type { Difference } from './difference.ts';
import { draftButton } from './draft-button.ts';
import { type Drafting, mayGoBack } from './drafting.ts';
import type { Foreseen } from './foreseen.ts';
import { shortened } from './shortened.ts';

/** Titles of one kind that are shown; the rest is a count. */
const SHOWN = 5;

export interface Preview {
  readonly drafting: Drafting;
  readonly plan: Plan;
  /** Undefined if it took too long to work out. */
  readonly foreseen: Foreseen | undefined;
  readonly open: readonly string[];
  /** Undefined for the first plan of an office. */
  readonly difference: Difference | undefined;
  /** Whether the paper replaces a round that runs, or runs beside it. */
  readonly effect: 'new' | 'another' | 'replace';
  /** The round that it replaces, where others run beside it. */
  readonly replaces?: string;
}

const labels = {
  new: 'button-draft-adopt',
  another: 'button-draft-another',
  replace: 'button-draft-replace',
} as const;

/** What would happen in the next 30 days, and to whom; adopting is one tap away and nothing runs before. */
export function previewMessage(preview: Preview): Message {
  const { drafting, plan, open, difference } = preview;
  const duties = plan.measures.reduce((sum, measure) => sum + measure.duties.length, 0);
  const label = phrase(labels[preview.effect]);
  const lines: Line[] = [
    { text: phrase('drafting-preview', { measures: plan.measures.length, duties }), bold: true },
    ...(preview.replaces ? [{ text: phrase('drafting-replaces', { title: shortened(preview.replaces, 24) }) }] : []),
    ...(difference ? differenceLines(difference) : []),
    ...monthLines(preview),
    ...loadLines(preview),
    ...openLines(open),
    { text: phrase('drafting-adopt-hint', { button: label }) },
  ];
  const adopt = draftButton(label, drafting, 'adopt');
  const back = draftButton(phrase('button-draft-back'), drafting, 'back');
  const reopen = open.length > 0 ? [draftButton(phrase('button-draft-reopen'), drafting, 'reopen')] : [];
  const again = mayGoBack(drafting) ? [back] : [];
  return {
    lines,
    buttons: [[adopt], [...again, ...reopen], [draftButton(phrase('button-draft-drop'), drafting, 'drop')]].filter(
      (row) => row.length > 0,
    ),
    items: [],
  };
}

function monthLines({ plan, foreseen }: Preview): readonly Line[] {
  if (!foreseen) return [{ text: phrase('drafting-preview-slow') }];
  const { gatherings } = foreseen;
  const lines = gatherings.slice(0, SHOWN).map(
    ({ when, title, person, count }): Line => ({
      text: phrase('drafting-preview-item', {
        when,
        title,
        name: nameOf(plan, person),
        count,
      }),
    }),
  );
  const more = gatherings.length - lines.length;
  return [
    { text: phrase('drafting-preview-month', { count: gatherings.length }) },
    ...lines,
    ...(more > 0 ? [{ text: phrase('drafting-preview-more', { count: more }) }] : []),
  ];
}

function loadLines({ plan, foreseen }: Preview): readonly Line[] {
  const busy = foreseen?.messages ?? [];
  if (busy.length === 0) return [];
  const parts = busy
    .slice(0, 6)
    .map(({ person, count }) => phrase('drafting-load-one', { name: nameOf(plan, person), count }));
  const heavy = foreseen!.overloaded.map((person) => nameOf(plan, person));
  return [
    { text: phrase('drafting-load', { parts, people: busy.length }) },
    ...(heavy.length > 0 ? [{ text: phrase('drafting-overload', { names: heavy.slice(0, 4) }) }] : []),
    ...foreseen!.collisions.slice(0, 3).map(({ person, at, titles }) => {
      const { date, time } = localOf(at, plan.organization.zone);
      const names = titles.map((title) => shortened(title, 20));
      return {
        text: phrase('drafting-collision', { name: nameOf(plan, person), day: fullDay(date), time, titles: names }),
      };
    }),
  ];
}

function openLines(open: readonly string[]): readonly Line[] {
  if (open.length === 0) return [];
  const titles = open.slice(0, 3).map((title) => shortened(title, 20));
  return [{ text: phrase('drafting-open', { count: open.length, titles }) }];
}

function differenceLines({ added, removed, changed }: Difference): readonly Line[] {
  return (
    [
      ['added', added],
      ['removed', removed],
      ['changed', changed],
    ] as const
  ).flatMap(([what, change]): readonly Line[] => {
    const { measures, duties } = change;
    if (measures.length + duties.length === 0) return [];
    const counted = counts(measures.length, duties.length);
    // Duties of a measure that is named go without saying.
    const titles = (measures.length > 0 ? measures : [...new Set(duties)]).slice(0, SHOWN);
    return [
      { text: phrase(`drafting-${what}`, { counted }), bold: true },
      ...titles.map((title, i) => titleLine(title, 'what' in change ? (change.what[i] ?? []) : [])),
    ];
  });
}

function titleLine(full: string, what: Difference['changed']['what'][number]): Line {
  const title = shortened(full, 24);
  if (what.length === 0) return { text: phrase('drafting-title', { title }) };
  return { text: phrase('drafting-title-changed', { title, what: what.map((one) => phrase(`drafting-part-${one}`)) }) };
}

function counts(measures: number, duties: number): readonly Phrase[] {
  const [some, more] = [phrase('drafting-measures', { count: measures }), phrase('drafting-duties', { count: duties })];
  return [...(measures > 0 ? [some] : []), ...(duties > 0 ? [more] : [])];
}
