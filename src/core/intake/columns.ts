import { labelsByContent } from './column-content.ts';
import { columnOf, type Label, labelOfName } from './labels.ts';
import type { Grid, Line } from './lines.ts';

/** The columns of a table by what they hold. */
export type Columns = ReadonlyMap<Label, readonly number[]>;

/** Where the head of a table ends, and what its columns hold; undefined if nothing tells of problems or measures. */
export function headRow(grid: Grid): { readonly columns: Columns; readonly next: number } | undefined {
  for (const [i, row] of grid.rows.slice(0, 10).entries()) {
    const first = columnsOf(row);
    const named = first.has('measure') && first.has('problem') ? undefined : namedColumns(row);
    if (named) return { columns: named, next: i + 1 };
    const told = withContent(first, row, grid, i + 1);
    if (told) return { columns: told, next: i + 1 };
    const about = first.has('no') && (first.has('owner') || first.has('lead') || first.has('deadline'));
    if (first.size < 2 || !(first.has('measure') || first.has('problem') || about)) continue;
    // Heads often take two rows: 责任 above 责任领导 and 责任人.
    const below = grid.rows[i + 1] ?? [];
    const second = columnsOf(below);
    if (second.size >= first.size && second.size > 2) return { columns: second, next: i + 2 };
    const headLike =
      second.size > 0 &&
      below.every(
        (cell, c) =>
          cell.plain === '' ||
          cell.plain === row[c]?.plain ||
          columnOf(cell.plain) !== undefined ||
          cell.plain.length <= 6,
      );
    return headLike && below.some((cell, c) => cell.plain === row[c]?.plain && cell.plain !== '')
      ? { columns: both(row, below), next: i + 2 }
      : { columns: completed(first, grid, i + 1), next: i + 1 };
  }
  return undefined;
}

/** When and who under heads that tell nothing (节点要求, 推进人), by what stands below. */
function completed(columns: Columns, grid: Grid, next: number): Columns {
  const all = new Map<Label, readonly number[]>(columns);
  const named = ['owner', 'lead', 'department'] as const;
  for (const [label, at] of labelsByContent(grid.rows.slice(next), new Set([...columns.values()].flat()))) {
    const fits = label === 'deadline' || (label === 'owner' && !named.some((own) => columns.has(own)));
    if (fits && !all.has(label)) all.set(label, [at]);
  }
  return all;
}

function isHead(words: string): boolean {
  return words.length <= 16 && !/[。；\d]/.test(words);
}

/** Heads in words of their own (怎么改, 当下改) are known by what stands below them. */
function withContent(columns: Columns, row: readonly Line[], grid: Grid, next: number): Columns | undefined {
  const heads =
    row.length >= 3 && row.every(({ plain }) => plain.length > 0 && isHead(plain.replace(/（[^（）]*）/g, '')));
  if (
    !heads ||
    new Set(row.map(({ plain }) => plain)).size < row.length ||
    (columns.has('measure') && columns.has('problem'))
  )
    return undefined;
  const all = new Map<Label, number[]>([...columns].map(([label, at]) => [label, [...at]]));
  const known = new Set([...columns.values()].flat());
  for (const [label, at] of labelsByContent(grid.rows.slice(next), known))
    if (label === 'measure' || !all.has(label)) all.set(label, [...(all.get(label) ?? []), at]);
  return all.has('measure') && all.has('problem') ? all : undefined;
}

/** 点到的毛病 · 怎么干 · 找谁: every head but one or two tells what it holds, in an office's own words. */
function namedColumns(row: readonly Line[]): Columns | undefined {
  const heads = row.map(({ plain }) => plain.replace(/（[^（）]*）/g, ''));
  if (
    heads.length < 3 ||
    !heads.every((head) => head && isHead(head) && !/[次遍]$|^每/.test(head)) ||
    new Set(heads).size < heads.length
  )
    return undefined;
  const columns = columnsOf(row, ownNameOf);
  const who = columns.has('owner') || columns.has('lead') || columns.has('department');
  const tells = (columns.has('measure') && (who || columns.has('problem'))) || (columns.has('problem') && who);
  const silent = heads.length - [...columns.values()].flat().length - heads.filter((head) => head === '备注').length;
  return tells && silent <= 1 ? columns : undefined;
}

function ownNameOf(head: string): Label | undefined {
  const known = columnOf(head) ?? labelOfName(head);
  if (known) return known;
  // 治哪张卡 names a problem of an earlier table by its number.
  return /哪[张条项件]/.test(head) ? 'problem' : /人$/.test(head) ? 'owner' : /号$/.test(head) ? 'no' : undefined;
}

function columnsOf(row: readonly Line[], labelOf: (head: string) => Label | undefined = columnOf): Columns {
  const columns = new Map<Label, number[]>();
  let last = '';
  for (const [i, cell] of row.entries()) {
    const label = labelOf(cell.plain);
    if (label && cell.plain !== last) columns.set(label, [...(columns.get(label) ?? []), i]);
    else if (label && label !== 'no') columns.get(label)?.push(i);
    last = cell.plain;
  }
  return columns;
}

function both(upper: readonly Line[], lower: readonly Line[]): Columns {
  return columnsOf(upper.map((cell, i) => (columnOf(lower[i]?.plain ?? '') ? lower[i]! : cell)));
}

/** What a row says under a label. */
export function textAt(row: readonly Line[], columns: Columns, label: Label): string {
  return textsAt(row, columns, label).join('\n');
}

/** The same, by column, where several stand under one label. */
export function textsAt(row: readonly Line[], columns: Columns, label: Label): readonly string[] {
  const texts = (columns.get(label) ?? []).map((i) => row[i]?.plain ?? '');
  return [...new Set(texts)].filter((text) => text && !/^[—－\-/\\]+$/.test(text));
}

/** A head that is repeated on a later page. */
export function isHeadRow(row: readonly Line[]): boolean {
  const cells = row.filter((cell) => cell.plain);
  return cells.length >= 3 && cells.every((cell) => columnOf(cell.plain) !== undefined);
}
