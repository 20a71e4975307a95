import { phrase } from '../../phrase.ts';
import { type Counts, termNames } from '../counts.ts';
import { sumOf } from '../figures/reconcile.ts';
import type { Block } from '../form/paper.ts';
import type { Words } from '../form/words.ts';
import { numbersOf } from '../sheets/measures.ts';

/** A row for each part and one that adds them up; columns that are zero everywhere are left out, due and done never. */
export function countsTable(
  what: Words,
  rows: readonly { readonly label: Words; readonly counts: Counts }[],
): Extract<Block, { block: 'table' }> {
  const total = numbersOf(sumOf(rows.map(({ counts }) => counts)));
  const keys = ['due', ...termNames.map((name) => `term-${name.toLowerCase()}`), 'term-void', 'term-vacant'];
  const shown = keys.map((_, i) => i).filter((i) => i < 2 || total[i]! > 0);
  const pick = (numbers: readonly number[]) => shown.map((i) => numbers[i]!);
  return {
    block: 'table',
    columns: [
      { heading: what, width: 22 },
      ...shown.map((i) => ({ heading: phrase(`report-column-${keys[i]}`), width: 10 })),
    ],
    rows: [
      ...rows.map(({ label, counts }) => [label, ...pick(numbersOf(counts))]),
      [phrase('report-total'), ...pick(total)],
    ],
  };
}
