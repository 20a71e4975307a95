const lineHeight = 14;
/** As high as a spreadsheet lets a row be, in points. */
const highest = 400;

/**
 * Height of a row in points so that its wrapped texts are whole, for columns of these widths in characters. Not every
 * program finds it on opening, and none on printing.
 */
export function rowHeight(texts: readonly string[], widths: readonly (number | undefined)[]): number {
  const lines = texts.map((text, i) => {
    const width = Math.max(2, (widths[i] ?? 10) - 1);
    return text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(charactersIn(part) / width)), 0);
  });
  return Math.min(highest, Math.max(...lines, 1) * lineHeight + 6);
}

/** A Han character is as wide as two others. */
function charactersIn(text: string): number {
  return [...text].reduce((n, c) => n + (c > '\u2e7f' ? 2 : 1), 0);
}
