import { phrase } from '../../phrase.ts';
import type { Column } from '../form/words.ts';

/** Headings by their keys, with their widths. */
export function columnsOf(widths: Readonly<Record<string, number>>): readonly Column[] {
  return Object.entries(widths).map(([key, width]) => ({ heading: phrase(`report-column-${key}`), width }));
}
