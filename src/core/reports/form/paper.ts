import type { LocalDate } from '../../calendar.ts';
import type { Cell, Column, Words } from './words.ts';

/** An official paper before any format: what stands where. Fonts, sizes and spacing are the writer's. */
export interface Paper {
  readonly fileName: Words;
  readonly blocks: readonly Block[];
  readonly landscape?: boolean;
}

export type Block =
  | { readonly block: 'title'; readonly text: Words }
  /** Under the title: the span, the number of the paper. */
  | { readonly block: 'subtitle'; readonly text: Words }
  /** 主送: flush left, before the text. */
  | { readonly block: 'to'; readonly text: Words }
  /** 一、 (1) or （一） (2). */
  | { readonly block: 'heading'; readonly level: 1 | 2; readonly text: Words }
  | { readonly block: 'text'; readonly text: Words }
  | { readonly block: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] }
  /** A line to sign on by hand. */
  | { readonly block: 'sign'; readonly text: Words }
  | { readonly block: 'signature'; readonly office: Words; readonly day: LocalDate }
  | { readonly block: 'page' };
