import { columnOf } from './labels.ts';
import type { Grid, Line } from './lines.ts';

/**
 * The lines of a card: a table that puts the label beside its value (反馈问题 | …) instead of above it, as offices
 * draw one for each problem. Undefined if the table is none.
 */
export function cardLinesOf(grid: Grid): readonly Line[] | undefined {
  const pairs = grid.rows.flatMap(pairsOf);
  const labelled = pairs.filter(([head]) => columnOf(head.plain) !== undefined);
  if (grid.rows.length < 3 || labelled.length < 3 || labelled.length < pairs.length / 2) return undefined;
  if (!labelled.some(([head]) => /^(?:problem|measure)$/.test(columnOf(head.plain)!))) return undefined;
  return labelled.flatMap(([head, value]) => linesOf(head, value));
}

/** Label and value, twice in a row of four; a value that covers several cells is one. */
function pairsOf(row: readonly Line[]): readonly (readonly [Line, Line])[] {
  const cells = row.filter((cell, i) => cell.plain !== row[i - 1]?.plain);
  if (cells.length % 2 || cells.length > 4) return [];
  return cells.flatMap((cell, i) => (i % 2 ? [] : [[cell, cells[i + 1]!] as const]));
}

function linesOf(head: Line, value: Line): readonly Line[] {
  const label = columnOf(head.plain);
  if (label === 'no' || !value.plain) return [];
  const words = value.words.split('\n');
  const { place } = value;
  if (words.length === 1)
    return [{ place, plain: `${head.plain}：${value.plain}`, words: `${head.words}：${value.words}` }];
  const lines = value.plain.split('\n').map((plain, i) => ({ place, plain, words: words[i]! }));
  return [{ place, plain: `${head.plain}：`, words: `${head.words}：` }, ...lines];
}
