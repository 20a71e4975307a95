import type { Words } from './words.ts';

/** A picture before any format. Everything in it is also told by a word, a number or a shape, never by colour alone. */
export type Picture = Card | Matrix | Trend;

interface Titled {
  readonly fileName: Words;
  readonly title: Words;
  readonly subtitle: Words;
}

/** How something stands, as one of six shapes; `none` is an empty place. */
export type Mark = 'done' | 'late' | 'excused' | 'open' | 'overdue' | 'none';

/** A few large figures, one bar of parts that add up, and short lines. */
export interface Card extends Titled {
  readonly picture: 'card';
  readonly figures: readonly { readonly n: number; readonly label: Words }[];
  readonly parts: readonly { readonly mark: Mark; readonly n: number; readonly label: Words }[];
  readonly lines: readonly Words[];
}

export interface Matrix extends Titled {
  readonly picture: 'matrix';
  readonly columns: readonly Words[];
  readonly rows: readonly { readonly label: Words; readonly cells: readonly MatrixCell[] }[];
  readonly legend: readonly { readonly mark: Mark; readonly label: Words }[];
}

export interface MatrixCell {
  readonly mark: Mark;
  /** Beside the mark; empty where there is nothing to say. */
  readonly text: Words;
}

/** Shares over time; null where there was nothing to share. */
export interface Trend extends Titled {
  readonly picture: 'trend';
  readonly points: readonly { readonly label: Words; readonly part: number; readonly of: number }[];
  /** Under the points: how many of how many. */
  readonly unit: Words;
}
