import { columnOf } from './labels.ts';
import type { Grid, Line } from './lines.ts';

type Pair = readonly [head: Line, value: Line];

/**
 * A card as a table: one that puts the label beside its value (反馈问题 | …) instead of above it, as offices draw one for
 * each problem. Undefined if the table is none.
 */
export function cardTableOf(grid: Grid): Grid | undefined {
  const pairs = grid.rows.flatMap(pairsOf);
  const labelled = pairs.filter(([head]) => columnOf(head.plain) !== undefined);
  if (grid.rows.length < 3 || labelled.length < 3 || labelled.length < pairs.length / 2) return undefined;
  if (!labelled.some(([head]) => /^(?:problem|measure)$/.test(columnOf(head.plain)!))) return undefined;
  const heads = [...new Map(labelled.map(([head]) => [head.plain, head])).values()];
  const title = grid.rows[0]!.every((cell) => cell.plain === grid.rows[0]![0]!.plain) ? [grid.rows[0]!] : [];
  const rows = cardsIn(labelled).flatMap((card) => rowsOf(card, heads));
  return { ...grid, rows: [...title.map(([cell]) => heads.map(() => cell!)), heads, ...rows] };
}

/** Label and value, twice in a row of four; a value that covers several cells is one. */
function pairsOf(row: readonly Line[]): readonly Pair[] {
  const cells = row.filter((cell, i) => cell.plain !== row[i - 1]?.plain);
  if (cells.length % 2 || cells.length > 4) return [];
  return cells.flatMap((cell, i) => (i % 2 ? [] : [[cell, cells[i + 1]!] as const]));
}

/** A label that comes again after others begins the next card; right after itself it goes on (③ below ①②). */
function cardsIn(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const cards: Pair[][] = [[]];
  for (const [i, pair] of pairs.entries()) {
    const label = pair[0].plain;
    const again = cards.at(-1)!.some(([head]) => head.plain === label);
    if (again && pairs[i - 1]![0].plain !== label && label === cards.at(-1)![0]![0].plain) cards.push([]);
    cards.at(-1)!.push(pair);
  }
  return cards;
}

/** A row of the card's values; measures in rows of their own go on below the first. */
function rowsOf(card: readonly Pair[], heads: readonly Line[]): readonly (readonly Line[])[] {
  const values = heads.map((head) => card.filter(([own]) => own.plain === head.plain).map(([, value]) => value));
  const isMeasure = heads.map((head) => columnOf(head.plain) === 'measure');
  const depth = Math.max(...values.map((own, c) => (isMeasure[c] ? own.length : 1)), 1);
  return Array.from({ length: depth }, (_, r) =>
    heads.map((head, c) => {
      const own = values[c]!;
      return isMeasure[c] ? (own[r] ?? blank(head)) : joined(own, head);
    }),
  );
}

function blank({ place }: Line): Line {
  return { words: '', plain: '', place };
}

/** Two problems of one card stand in one cell, each at its end marked off. */
function joined(values: readonly Line[], head: Line): Line {
  const [first, ...rest] = values;
  if (!first) return blank(head);
  return rest.reduce(
    (all, { words, plain }) => ({
      place: all.place,
      words: `${all.words}；${words}`,
      plain: `${all.plain}；${plain}`,
    }),
    first,
  );
}
