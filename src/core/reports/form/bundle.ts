import type { Paper } from './paper.ts';
import type { Words } from './words.ts';
import type { Workbook } from './workbook.ts';

/** Several files to hand over together. The writer adds an index with the size and SHA-256 of each. */
export interface Bundle {
  readonly fileName: Words;
  readonly folder: Words;
  readonly papers: readonly { readonly name: Words; readonly paper: Paper }[];
  readonly workbooks: readonly { readonly name: Words; readonly workbook: Workbook }[];
  /** Entries of the ledger as they are stored, one JSON object a line. */
  readonly records: readonly { readonly name: Words; readonly lines: readonly string[] }[];
  /** Kept by the office's store under `id`; the writer asks for the bytes. */
  readonly files: readonly { readonly name: Words; readonly id: string; readonly sha256: string }[];
  readonly index: Words;
}
