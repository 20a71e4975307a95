/** One paragraph as a reader found it. */
export interface Paragraph {
  readonly kind: 'paragraph';
  /** Line breaks inside the paragraph stay as `\n`. */
  readonly text: string;
  /** Word's heading style, or the number of # in Markdown: 1 to 6. */
  readonly heading?: number;
  /** A number or bullet that the file draws by itself; `mark` is the text it shows, such as `（一）`. */
  readonly list?: { readonly level: number; readonly mark: string };
}

/** A table: every row as wide as the widest, merged cells repeated in all the cells they cover. */
export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly string[])[];
  /** The sheet's name, for a workbook of several. */
  readonly name?: string;
}

export type Block = Paragraph | Table;

/** What the readers of `src/documents` make of a file, and all that the intake needs of it. */
export interface PlainDocument {
  readonly blocks: readonly Block[];
  /** Things the reader left out, such as macros or pictures. */
  readonly ignored?: readonly ('macros' | 'pictures')[];
}

/** Where in the document something stands, both counted from 1. */
export type Place =
  | { readonly paragraph: number }
  | { readonly table: number; readonly row: number; readonly name?: string };
