import type { Mark } from '../core/reports/form/picture.ts';

/** Colours of one theme. Every text colour has a contrast of at least 4.5 on its ground (WCAG AA), by test. */
export interface Palette {
  readonly ground: string;
  readonly panel: string;
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  readonly marks: Readonly<Record<Exclude<Mark, 'none'>, string>>;
}

export type Theme = 'light' | 'dark';

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    ground: '#FFFFFF',
    panel: '#F3F5F7',
    ink: '#1A1D21',
    muted: '#4B535C',
    rule: '#C5CBD2',
    marks: { done: '#17663A', late: '#855400', excused: '#566069', open: '#1B5AA0', overdue: '#AD231B' },
  },
  dark: {
    ground: '#14181D',
    panel: '#1F252C',
    ink: '#F1F3F5',
    muted: '#C0C7CF',
    rule: '#414A54',
    marks: { done: '#74D69A', late: '#F2C462', excused: '#B2BCC6', open: '#86B9F7', overdue: '#FF958C' },
  },
};

/** Widths in pixels. A phone shows 1080 of them as about 360 points, so 36 here is 12 points there. */
export const page = { width: 1080, edge: 56 } as const;
export const smallest = 36;
const family = 'Noto Sans S Chinese';

export interface Style {
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** A colour around the letters, where a line may run behind them. */
  readonly halo?: string;
}

/** One line of text with its baseline at y. */
export function textAt(
  x: number,
  y: number,
  text: string,
  { size, fill, bold, halo, anchor = 'start' }: Style,
): string {
  const around = halo ? ` stroke="${halo}" stroke-width="12" stroke-linejoin="round" paint-order="stroke"` : '';
  const weight = bold ? 700 : 400;
  return `<text x="${r(x)}" y="${r(y)}" font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}"${around}>${escaped(text)}</text>`;
}

export function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that XML 1.0 forbids
  const clean = text.replace(/[\u0000-\u001f\ufffe\uffff]|\p{Surrogate}/gu, ' ');
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** About how wide a text is: a Han character is as wide as it is high, others are a little over half. */
export function widthOf(text: string, size: number): number {
  return (
    [...text].reduce(
      (sum, c) => sum + (/[\u2e80-\uffff]|[\ud800-\udbff]/.test(c) ? 1 : /[A-Z]/.test(c) ? 0.68 : 0.57),
      0,
    ) * size
  );
}

/** Breaks a text into lines of that width; no line begins with a closing mark, and Latin words stay whole. */
export function wrapped(text: string, size: number, width: number, most = 99): readonly string[] {
  const pieces = text.match(/[A-Za-z0-9.,:;%/’'-]+ ?|\s+|./gsu) ?? [];
  const broken: string[][] = [[]];
  for (const piece of pieces) {
    const last = broken.at(-1)!;
    if (last.length === 0 || widthOf(last.join('') + piece, size) <= width) last.push(piece);
    else broken.push([...last.splice(takenAlong(last, piece)), piece.trimStart()]);
  }
  const lines = broken.map((line) => line.join(''));
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]!.slice(0, -1)}…`];
}

const closes = (piece: string | undefined) => /^[，。；：、）”》？]/.test(piece ?? '');

/** From where on pieces go to the next line with this one: a closing mark takes along what it closes. */
function takenAlong(line: readonly string[], piece: string): number {
  if (!closes(piece)) return line.length;
  const from = line.findLastIndex((one) => !closes(one));
  return from > 0 ? from : line.length;
}

/**
 * The shapes of standings, told apart without colour: a filled disc with a tick, a half disc, a ring with a bar, an empty
 * ring, a triangle with a stroke. Centre and radius in pixels.
 */
export function markAt(x: number, y: number, radius: number, mark: Mark, palette: Palette): string {
  if (mark === 'none') return `<circle cx="${r(x)}" cy="${r(y)}" r="4" fill="${palette.rule}"/>`;
  const colour = palette.marks[mark];
  const stroke = `fill="none" stroke="${colour}" stroke-width="${r(radius / 4)}" stroke-linecap="round" stroke-linejoin="round"`;
  const cut = `fill="none" stroke="${palette.ground}" stroke-width="${r(radius / 3.6)}" stroke-linecap="round" stroke-linejoin="round"`;
  const ring = `<circle cx="${r(x)}" cy="${r(y)}" r="${r(radius * 0.88)}" ${stroke}/>`;
  const k = (n: number) => r(radius * n);
  switch (mark) {
    case 'done':
      return `<circle cx="${r(x)}" cy="${r(y)}" r="${r(radius)}" fill="${colour}"/><path d="M${r(x)} ${r(y)} m${k(-0.48)} ${k(0.05)} l${k(0.34)} ${k(0.36)} l${k(0.6)} ${k(-0.72)}" ${cut}/>`;
    case 'late':
      return `${ring}<path d="M${r(x)} ${r(y - radius * 0.88)} a${k(0.88)} ${k(0.88)} 0 0 1 0 ${k(1.76)} z" fill="${colour}"/>`;
    case 'excused':
      return `${ring}<path d="M${r(x - radius * 0.42)} ${r(y)} h${k(0.84)}" ${stroke}/>`;
    case 'open':
      return ring;
    case 'overdue':
      return `<path d="M${r(x)} ${r(y - radius)} l${k(1.08)} ${k(1.88)} h${k(-2.16)} z" fill="${colour}" stroke="${colour}" stroke-width="${k(0.2)}" stroke-linejoin="round"/><path d="M${r(x)} ${r(y - radius * 0.36)} v${k(0.58)} m0 ${k(0.36)} v0.1" ${cut}/>`;
  }
}

export function rect(x: number, y: number, width: number, height: number, fill: string, more = ''): string {
  return `<rect x="${r(x)}" y="${r(y)}" width="${r(width)}" height="${r(height)}" fill="${fill}" ${more}/>`;
}

export function lineOf(x1: number, y1: number, x2: number, y2: number, colour: string, width = 2): string {
  return `<line x1="${r(x1)}" y1="${r(y1)}" x2="${r(x2)}" y2="${r(y2)}" stroke="${colour}" stroke-width="${width}"/>`;
}

/** The whole picture on an opaque ground, so that it reads the same on a light and on a dark chat. */
export function svgOf(width: number, height: number, parts: readonly string[], { ground, rule }: Palette): string {
  const frame = rect(2, 2, width - 4, height - 4, ground, `rx="28" stroke="${rule}" stroke-width="4"`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${r(width)}" height="${r(height)}" viewBox="0 0 ${r(width)} ${r(height)}">${rect(0, 0, width, height, ground)}${frame}${parts.join('')}</svg>`;
}

/** Title and subtitle, and where the next thing may begin. */
export function headOf(title: string, subtitle: string, palette: Palette, width: number = page.width) {
  const inner = width - 2 * page.edge;
  const titles = wrapped(title, 52, inner, 2);
  const below = wrapped(subtitle, smallest, inner, 2);
  const parts = [
    ...titles.map((text, i) => textAt(page.edge, 108 + i * 68, text, { size: 52, fill: palette.ink, bold: true })),
    ...below.map((text, i) =>
      textAt(page.edge, 108 + (titles.length - 1) * 68 + 62 + i * 50, text, { size: smallest, fill: palette.muted }),
    ),
  ];
  return { parts, bottom: 108 + (titles.length - 1) * 68 + 62 + (below.length - 1) * 50 + 36 };
}

const r = (n: number) => Math.round(n * 10) / 10;
