import type { Label } from './labels.ts';
import type { Line } from './lines.ts';
import { natureOf } from './nature.ts';
import type { NatureReader } from './nature-rules.ts';
import { numberedItemsOf } from './numbering.ts';

/** What columns hold whose heads tell nothing, by the greater part of their cells; `known` columns are left out. */
export function labelsByContent(
  rows: readonly (readonly Line[])[],
  known: ReadonlySet<number>,
  nature: NatureReader = natureOf,
): readonly (readonly [Label, number])[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, at) => at)
    .filter((at) => !known.has(at))
    .flatMap((at) => {
      const cells = [...new Set(rows.map((row) => row[at]?.plain.trim() ?? '').filter(Boolean))];
      const label = forms.find(([, isOne]) => mostly(cells, (cell) => isOne(cell, nature)))?.[0];
      return label ? [[label, at] as const] : [];
    });
}

function mostly(cells: readonly string[], isOne: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(isOne).length > cells.length / 2;
}

// The first that fits most cells wins: a date is short too, and a promise may hold a date.
const forms: readonly (readonly [Label, (cell: string, nature: NatureReader) => boolean])[] = [
  ['no', (cell) => /^\d{1,3}$/.test(cell)],
  ['deadline', (cell) => cell.length <= 24 && /20\d\d|\d月|[年月]底|长期|坚持|立行立改|马上|持续/.test(cell)],
  ['progress', (cell) => cell.length <= 10 && /完|推进|正在|没开始|未启动|未开始|销号|落实中|办理中/.test(cell)],
  ['problem', (cell, nature) => cell.length >= 5 && nature(cell) === 'fault'],
  ['measure', (cell, nature) => cell.length >= 5 && isPromise(cell, nature)],
  [
    'owner',
    (cell, nature) => cell.length <= 14 && /^[\u4e00-\u9fff、“” （）\n]+$/.test(cell) && nature(cell) === 'other',
  ],
];

function isPromise(cell: string, nature: NatureReader): boolean {
  const { items } = numberedItemsOf(cell);
  return [...items, cell].some((text) => nature(text) === 'deed');
}
