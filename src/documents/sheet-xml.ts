/** One row of a worksheet as it stands in its file. */
export interface Row {
  readonly no: number;
  readonly xml: string;
}

export interface SheetCell {
  /** `B3`. */
  readonly ref: string;
  readonly text: string;
  /** Number of its style. */
  readonly style: string | undefined;
}

/** The rows of a worksheet in order. */
export function rowsOf(xml: string): readonly Row[] {
  return [...xml.matchAll(/<row\b[^>]*?(?:\/>|>[\s\S]*?<\/row>)/g)].map(([row]) => ({
    no: Number(/\br="(\d+)"/.exec(row)?.[1] ?? 0),
    xml: row,
  }));
}

export function cellsOf(row: string, strings: readonly string[]): readonly SheetCell[] {
  return [...row.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].map(([, attributes = '', inner = '']) => ({
    ref: /\br="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '',
    style: /\bs="(\d+)"/.exec(attributes)?.[1],
    text: textIn(attributes, inner, strings),
  }));
}

function textIn(attributes: string, inner: string, strings: readonly string[]): string {
  if (/\bt="s"/.test(attributes)) return strings[Number(/<v>(\d+)<\/v>/.exec(inner)?.[1])] ?? '';
  const texts = [...inner.matchAll(/<(?:t|v)\b[^>]*>([\s\S]*?)<\/(?:t|v)>/g)].map(([, text]) => text);
  return texts
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** Widths of the columns in characters, by their number; what the sheet does not say has its own usual width. */
export function columnWidths(xml: string): (column: number) => number {
  const usual = Number(/<sheetFormatPr\b[^>]*\bdefaultColWidth="([\d.]+)"/.exec(xml)?.[1] ?? 8.43);
  const said = [...xml.matchAll(/<col\b[^>]*\/?>/g)].map(([col]) => {
    const of = (name: string) => Number(new RegExp(`\\b${name}="([\\d.]+)"`).exec(col)?.[1] ?? Number.NaN);
    return { min: of('min'), max: of('max'), width: of('width') };
  });
  return (column) => said.find(({ min, max }) => column >= min && column <= max)?.width || usual;
}

/** The height that a row has been given, in points. */
export function heightIn({ xml }: Row): number | undefined {
  const height = /^<row\b[^>]*\bht="([\d.]+)"/.exec(xml)?.[1];
  return height === undefined ? undefined : Number(height);
}

/** `B3` → 2, `AA1` → 27. */
export function columnNo(ref: string): number {
  return [...ref.replace(/\d+$/, '')].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The same row, further down. */
export function moved({ no, xml }: Row, by: number): string {
  if (by === 0) return xml;
  return xml.replace(/\br="([A-Z]*)(\d+)"/g, (_, column: string) => `r="${column}${no + by}"`);
}

/**
 * The worksheet with these rows instead of its own. Merged cells from row `foot` on move with it; those among the blank
 * rows from `first` on would swallow what was filled in and go. Its size is left for the spreadsheet to find.
 */
export function withRows(
  xml: string,
  rows: readonly string[],
  { first, foot, by }: { readonly first: number; readonly foot: number; readonly by: number },
): string {
  const merges = [...xml.matchAll(/<mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"[^>]*\/>/g)].flatMap(
    ([, left, from, right, to]) => {
      if (Number(from) < first) return [`<mergeCell ref="${left}${from}:${right}${to}"/>`];
      if (Number(from) < foot) return [];
      return [`<mergeCell ref="${left}${Number(from) + by}:${right}${Number(to) + by}"/>`];
    },
  );
  const block = merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '';
  return xml
    .replace(/<sheetData\b[^>]*?(?:\/>|>[\s\S]*<\/sheetData>)/, () => `<sheetData>${rows.join('')}</sheetData>`)
    .replace(/<mergeCells\b[\s\S]*?<\/mergeCells>/, () => block)
    .replace(/<dimension\b[^>]*\/>/, '');
}
