import { localOf } from '../calendar.ts';
import type { Line } from '../message.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { fullDay } from '../wording/dates.ts';
import { nameOf } from '../wording/item.ts';
import type { Difference } from './difference.ts';
import type { Preview } from './preview-message.ts';
import { shortened } from './shortened.ts';

/** A count, and line by line what is counted. */
export interface Part {
  readonly head: Line;
  readonly details: readonly Line[];
}

/** What a preview tells: what the plan changes, what the next 30 days bring, and whom it reminds how often. */
export function partsOf(preview: Preview): readonly Part[] {
  const { difference } = preview;
  return [...(difference ? differenceParts(difference) : []), ...monthParts(preview), ...loadParts(preview)];
}

function differenceParts({ added, removed, changed }: Difference): readonly Part[] {
  return (
    [
      ['added', added],
      ['removed', removed],
      ['changed', changed],
    ] as const
  ).flatMap(([what, change]): readonly Part[] => {
    const { measures, duties } = change;
    if (measures.length + duties.length === 0) return [];
    const head = { text: phrase(`drafting-${what}`, { counted: counts(measures.length, duties.length) }), bold: true };
    // Duties of a measure that is named go without saying.
    const titles = measures.length > 0 ? measures : [...new Set(duties)];
    return [
      { head, details: titles.map((title, i) => titleLine(title, 'what' in change ? (change.what[i] ?? []) : [])) },
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

function monthParts({ plan, foreseen }: Preview): readonly Part[] {
  if (!foreseen) return [{ head: { text: phrase('drafting-preview-slow') }, details: [] }];
  const { gatherings } = foreseen;
  const details = gatherings.map(
    ({ when, title, person, count }): Line => ({
      text: phrase('drafting-preview-item', { when, title, name: nameOf(plan, person), count }),
    }),
  );
  return [{ head: { text: phrase('drafting-preview-month', { count: gatherings.length }) }, details }];
}

/** People whose messages are counted in one line. */
const NAMED = 3;

function loadParts({ plan, foreseen }: Preview): readonly Part[] {
  const busy = foreseen?.messages ?? [];
  if (!foreseen || busy.length === 0) return [];
  const parts = busy
    .slice(0, NAMED)
    .map(({ person, count }) => phrase('drafting-load-one', { name: nameOf(plan, person), count }));
  const details = foreseen.collisions.map(({ person, at, titles }): Line => {
    const { date, time } = localOf(at, plan.organization.zone);
    const names = titles.map((title) => shortened(title, 20));
    return {
      text: phrase('drafting-collision', { name: nameOf(plan, person), day: fullDay(date), time, titles: names }),
    };
  });
  return [{ head: { text: phrase('drafting-load', { parts, people: busy.length }) }, details }];
}

/** Whom the plan asks for too much on one day or in one week: the worst of each, as many as fit in a line. */
export function overloadLine({ plan, foreseen }: Preview): readonly Line[] {
  const crowded = foreseen?.crowded ?? [];
  if (crowded.length === 0) return [];
  const parts = crowded
    .slice(0, NAMED)
    .map(({ person, from, span, count }) =>
      phrase(`drafting-overload-${span}`, { name: nameOf(plan, person), day: fullDay(from), count }),
    );
  return [{ text: phrase('drafting-overload', { parts, people: new Set(crowded.map(({ person }) => person)).size }) }];
}
