import type { Cell, Column, Words } from './words.ts';

/** A spreadsheet before any format: headings in the first row of each sheet, filters and print set-up are the writer's. */
export interface Workbook {
  readonly fileName: Words;
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: Words;
  /** Printed above every page; not a row, so that the headings stay the first one. */
  readonly title: Words;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** The last row adds up the others: kept out of the filter. */
  readonly total?: readonly Cell[];
  /** Columns at the left that stay in view. */
  readonly fixed?: number;
}
