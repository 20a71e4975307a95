import type { Trend } from '../core/reports/form/picture.ts';
import { headOf, lineOf, type Palette, page, smallest, svgOf, textAt, wrapped } from './picture-canvas.ts';
import type { Wording } from './wording.ts';

const plot = { left: 150, height: 520 } as const;

/** A line of shares with the percentage at each point; a point without anything due is left out and breaks the line. */
export function trendSvg(trend: Trend, { word }: Wording, palette: Palette): string {
  const head = headOf(word(trend.title), word(trend.subtitle), palette);
  const top = head.bottom + 70;
  const right = page.width - page.edge - 20;
  const step = (right - plot.left - 60) / Math.max(1, trend.points.length - 1);
  const x = (i: number) => plot.left + 60 + i * step;
  const y = (share: number) => top + plot.height * (1 - share);
  const parts = [...head.parts];
  for (const share of [0, 0.5, 1]) {
    parts.push(lineOf(plot.left, y(share), right + 20, y(share), palette.rule));
    parts.push(
      textAt(plot.left - 14, y(share) + 13, `${share * 100}%`, { size: smallest, fill: palette.muted, anchor: 'end' }),
    );
  }
  const known = trend.points.map(({ part, of }, i) => (of > 0 ? { x: x(i), y: y(part / of), part, of } : undefined));
  known.forEach((point, i) => {
    const before = known[i - 1];
    if (point && before) parts.push(lineOf(before.x, before.y, point.x, point.y, palette.marks.open, 7));
  });
  known.forEach((point, i) => {
    const { label } = trend.points[i]!;
    parts.push(
      textAt(x(i), top + plot.height + 56, word(label), { size: smallest, fill: palette.muted, anchor: 'middle' }),
    );
    if (!point) return;
    const share = `${Math.round((100 * point.part) / point.of)}`;
    parts.push(
      `<circle cx="${point.x}" cy="${point.y}" r="15" fill="${palette.marks.open}" stroke="${palette.ground}" stroke-width="5"/>`,
    );
    const above = point.part / point.of < 0.15;
    parts.push(
      textAt(point.x, point.y + (above ? -30 : 60), share, {
        size: 38,
        fill: palette.ink,
        halo: palette.ground,
        bold: true,
        anchor: 'middle',
      }),
    );
    const tally = `${point.part}/${point.of}`;
    parts.push(
      textAt(point.x, top + plot.height + 108, tally, { size: smallest, fill: palette.ink, anchor: 'middle' }),
    );
  });
  const bottom = top + plot.height + 176;
  const unit = wrapped(word(trend.unit), smallest, page.width - 2 * page.edge, 2);
  for (const [i, text] of unit.entries())
    parts.push(textAt(page.edge, bottom + i * 50, text, { size: smallest, fill: palette.muted }));
  return svgOf(page.width, bottom + (unit.length - 1) * 50 + 46, parts, palette);
}
