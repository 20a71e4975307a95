import type { Matrix } from '../core/reports/form/picture.ts';
import {
  headOf,
  lineOf,
  markAt,
  type Palette,
  page,
  rect,
  smallest,
  svgOf,
  textAt,
  widthOf,
  wrapped,
} from './picture-canvas.ts';
import type { Wording } from './wording.ts';

const labelSize = 38;
/** As narrow as a mark with its text above it can be. */
const narrowest = 104;
const rowHeight = 118;

/** Rows by columns; each cell is a shape with its text below, and every other row has a ground of its own. */
export function matrixSvg(matrix: Matrix, { word }: Wording, palette: Palette): string {
  const labels = matrix.rows.map(({ label }) => word(label));
  const longest = Math.max(...labels.map((label) => widthOf(label, labelSize)), 120);
  const count = matrix.columns.length;
  const room = page.width - 2 * page.edge;
  const labelWidth = Math.min(longest + 28, Math.max(room - count * narrowest, 250));
  const cell = Math.max(narrowest, (room - labelWidth) / count);
  const width = Math.max(page.width, 2 * page.edge + labelWidth + cell * count);
  const head = headOf(word(matrix.title), word(matrix.subtitle), palette, width);
  const parts = [...head.parts];
  const middle = (i: number) => page.edge + labelWidth + cell * (i + 0.5);
  let y = head.bottom + 58;
  matrix.columns.forEach((column, i) => {
    const text = word(column);
    parts.push(textAt(middle(i), y, text, { size: smallest, fill: palette.muted, anchor: 'middle' }));
  });
  y += 28;
  for (const [n, row] of matrix.rows.entries()) {
    if (n % 2 === 0)
      parts.push(rect(page.edge - 20, y, width - 2 * page.edge + 40, rowHeight, palette.panel, 'rx="14"'));
    const lines = wrapped(labels[n]!, labelSize, labelWidth - 16, 2);
    const top = y + rowHeight / 2 + 13 - ((lines.length - 1) * 46) / 2;
    for (const [i, text] of lines.entries())
      parts.push(textAt(page.edge, top + i * 46, text, { size: labelSize, fill: palette.ink }));
    row.cells.forEach(({ mark, text }, i) => {
      const said = word(text);
      parts.push(markAt(middle(i), y + (said ? 40 : rowHeight / 2), 24, mark, palette));
      if (said) parts.push(textAt(middle(i), y + 104, said, { size: smallest, fill: palette.ink, anchor: 'middle' }));
    });
    y += rowHeight;
  }
  y += 34;
  parts.push(lineOf(page.edge, y, width - page.edge, y, palette.rule));
  y += 62;
  let x: number = page.edge;
  for (const { mark, label } of matrix.legend) {
    const text = word(label);
    const taken = 52 + widthOf(text, smallest) + 30;
    if (x + taken > width - page.edge + 30) {
      x = page.edge;
      y += 60;
    }
    parts.push(
      markAt(x + 20, y - 13, 18, mark, palette),
      textAt(x + 50, y, text, { size: smallest, fill: palette.ink }),
    );
    x += taken;
  }
  return svgOf(width, y + 48, parts, palette);
}
