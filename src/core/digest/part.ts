import type { Phrase } from '../phrase.ts';
import type { Keyed } from '../reports/figures/lagging.ts';
import { han } from '../reports/figures/naming.ts';

/** One part of the digest: its heading, what may be reworded line by line, and what is merely counted. */
export interface DigestPart {
  readonly id: 'head' | 'total' | 'progress' | 'late' | 'ahead' | 'end';
  /** Of the digest itself: as it is. */
  readonly heading?: Phrase;
  /** Of a section: it gets its number when it is known which sections are shown. */
  readonly title?: Phrase;
  readonly lines: readonly Keyed[];
  /** More lines than this are folded into one, each still there. */
  readonly room: number;
}

/** 一、二、三 without a hole, whatever was left out: the headings of these parts in their order. */
export function headingsOf(parts: readonly DigestPart[]): readonly (Phrase | undefined)[] {
  const titled = parts.filter(({ title }) => title !== undefined);
  return parts.map((part) => {
    if (!part.title) return part.heading;
    return { id: 'report-section', args: { han: han(titled.indexOf(part) + 1), title: part.title } };
  });
}
