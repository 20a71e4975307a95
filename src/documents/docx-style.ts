import { convertMillimetersToTwip, type IParagraphOptions, type IRunOptions, LineRuleType, TextRun } from 'docx';

// The layout of official papers (GB/T 9704—2012): A4 with margins of 37, 35, 28 and 26 mm; the title in 小标宋 of size 二号,
// text in 仿宋 三号 with a fixed line of 28 pt and two characters' indent, headings in 黑体 and 楷体, page numbers as — 1 —
// outside. Names of fonts, not the fonts themselves: every office's machine has them.
const fonts = {
  title: '方正小标宋简体',
  text: '仿宋_GB2312',
  first: '黑体',
  second: '楷体_GB2312',
  page: '宋体',
} as const;

/** Half points: 二号 22, 三号 16, 四号 14, 小四 12, 五号 10.5. */
export const sizes = { title: 44, text: 32, page: 28, table: 24, wide: 21 } as const;
export const line = { line: 560, lineRule: LineRuleType.EXACT };
/** Two characters of the text. */
export const indent = { firstLine: 640 };

const margins = { top: 37, bottom: 35, left: 28, right: 26 } as const;
const A4 = { width: 210, height: 297 } as const;

export const pageSize = { width: twips(A4.width), height: twips(A4.height) };

/** A page turned keeps its margins: what was its left lies on top. */
export function pageMargin(landscape: boolean) {
  const { top, bottom, left, right } = margins;
  const sides = landscape ? { top: left, bottom: right, left: bottom, right: top } : margins;
  return Object.fromEntries(Object.entries(sides).map(([side, mm]) => [side, twips(mm)]));
}

/** Width of what is written across a page, in twips. */
export function innerWidth(landscape: boolean): number {
  const { top, bottom, left, right } = margins;
  return twips(landscape ? A4.height - top - bottom : A4.width - left - right);
}

function twips(mm: number): number {
  return convertMillimetersToTwip(mm);
}

export function run(font: keyof typeof fonts, size: number): IRunOptions {
  const name = fonts[font];
  return { font: { eastAsia: name, ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' }, size };
}

/** Text with its line breaks. */
export function runsOf(text: string, style: IRunOptions): readonly TextRun[] {
  return text
    .split('\n')
    .map((part, i) => new TextRun(i === 0 ? { ...style, text: part } : { ...style, text: part, break: 1 }));
}

export type Setting = Pick<IParagraphOptions, 'alignment' | 'indent' | 'keepNext' | 'keepLines' | 'outlineLevel'>;
