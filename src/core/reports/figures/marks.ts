import { phrase } from '../../phrase.ts';
import type { Counts } from '../counts.ts';
import type { Mark, Matrix } from '../form/picture.ts';

/** The terms of a count as the five shapes of a picture; together they are what was due. */
export function marksOf(counts: Counts): readonly { readonly mark: Exclude<Mark, 'none'>; readonly n: number }[] {
  return [
    { mark: 'done', n: counts.done },
    { mark: 'late', n: counts.doneLate },
    { mark: 'excused', n: counts.excused + counts.gap },
    { mark: 'open', n: counts.open },
    { mark: 'overdue', n: counts.overdue + counts.missed },
  ];
}

/** One mark for several occurrences: what needs attention first. */
export function markOf(counts: Counts): Mark {
  const order: readonly Mark[] = ['overdue', 'open', 'late', 'done', 'excused'];
  return order.find((mark) => marksOf(counts).some((m) => m.mark === mark && m.n > 0)) ?? 'none';
}

export const markWords = (mark: Mark) => phrase(`report-mark-${mark}`);

export const legend: Matrix['legend'] = (['done', 'late', 'excused', 'open', 'overdue'] as const).map((mark) => ({
  mark,
  label: markWords(mark),
}));
