import type { Card } from '../core/reports/form/picture.ts';
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

const inner = page.width - 2 * page.edge;

/** Large figures, a bar whose parts are as long as their share, the parts by shape and number, then short lines. */
export function cardSvg(card: Card, { word }: Wording, palette: Palette): string {
  const head = headOf(word(card.title), word(card.subtitle), palette);
  let y = head.bottom + 20;
  const parts = [...head.parts];
  const column = (inner + 20) / card.figures.length;
  card.figures.forEach(({ n, label }, i) => {
    const x = page.edge + i * column;
    parts.push(rect(x, y, column - 20, 210, palette.panel, 'rx="20"'));
    parts.push(
      textAt(x + column / 2 - 10, y + 118, String(n), { size: 104, fill: palette.ink, bold: true, anchor: 'middle' }),
    );
    parts.push(textAt(x + column / 2 - 10, y + 176, word(label), { size: 40, fill: palette.muted, anchor: 'middle' }));
  });
  y += 250;
  parts.push(...bar(card, y, palette));
  y += 110;
  const shown = card.parts.filter(({ n }) => n > 0);
  let x = page.edge;
  for (const { mark, n, label } of shown) {
    const text = `${word(label)} ${n}`;
    const width = 60 + widthOf(text, 40) + 36;
    if (x + width > page.edge + inner + 36) {
      x = page.edge;
      y += 64;
    }
    parts.push(markAt(x + 24, y - 14, 20, mark, palette), textAt(x + 58, y, text, { size: 40, fill: palette.ink }));
    x += width;
  }
  y += 40;
  parts.push(lineOf(page.edge, y, page.edge + inner, y, palette.rule));
  y += 62;
  for (const line of card.lines) {
    for (const [i, text] of wrapped(word(line), 40, inner - 40).entries()) {
      if (i === 0) parts.push(rect(page.edge, y - 22, 12, 12, palette.muted));
      parts.push(textAt(page.edge + 36, y, text, { size: 40, fill: palette.ink }));
      y += 58;
    }
    y += 10;
  }
  return svgOf(page.width, y + smallest - 10, parts, palette);
}

/** Hatched where late, densely where overdue, empty where open: the parts differ in print as well. */
function bar({ parts }: Card, y: number, palette: Palette): readonly string[] {
  const total = parts.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return [rect(page.edge, y, inner, 40, palette.panel)];
  let x = page.edge;
  return parts
    .filter(({ n }) => n > 0)
    .flatMap(({ mark, n }) => {
      const width = (inner * n) / total;
      const colour = mark === 'none' ? palette.rule : palette.marks[mark];
      const from = x;
      x += width;
      const empty = mark === 'open' || mark === 'excused';
      const body = rect(
        from + 3,
        y + 3,
        Math.max(1, width - 6),
        34,
        empty ? palette.ground : colour,
        `stroke="${colour}" stroke-width="6"`,
      );
      const slant =
        mark === 'done' || mark === 'open'
          ? []
          : hatch(from + 6, y + 6, width - 12, 28, empty ? colour : palette.ground, mark === 'overdue' ? 13 : 26);
      return [body, ...slant];
    });
}

function hatch(x: number, y: number, width: number, height: number, colour: string, step: number): readonly string[] {
  const lines: string[] = [];
  for (let at = x; at + height <= x + width; at += step) lines.push(lineOf(at, y + height, at + height, y, colour, 5));
  return lines;
}
