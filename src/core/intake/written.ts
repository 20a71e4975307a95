import type { Place } from './document.ts';
import type { DraftMeasure } from './draft.ts';
import { isGrid, type Line, type Part } from './lines.ts';
import { asWritten } from './plain.ts';

export type Written = (piece: string, place: Place) => string;

/** Gives pieces of plain text back as the paper wrote them. */
export function writer(parts: readonly Part[]): Written {
  const odd = parts
    .flatMap((part): readonly Line[] => (isGrid(part) ? part.rows.flat() : [part]))
    .filter(({ plain, words }) => plain !== words);
  return (piece) =>
    piece
      .split('\n')
      .map((row) => {
        const line = odd.find(({ plain }) => plain.includes(row));
        return line ? asWritten(row, line.plain, line.words) : row;
      })
      .join('\n');
}

/** A measure in the paper's own words. */
export function asInPaper(measure: DraftMeasure, written: Written): DraftMeasure {
  const words = (text: string | null): string | null => text && written(text, measure.place);
  return {
    ...measure,
    title: words(measure.title)!,
    text: words(measure.text)!,
    owner: words(measure.owner),
    department: words(measure.department),
    duties: measure.duties.map((duty) => ({
      ...duty,
      title: words(duty.title)!,
      text: words(duty.text)!,
      scheduleText: words(duty.scheduleText),
      owner: words(duty.owner),
      with: words(duty.with),
      evidence: words(duty.evidence),
    })),
  };
}
