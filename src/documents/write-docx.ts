import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { partsOf } from '../core/calendar.ts';
import type { Block, Paper } from '../core/reports/form/paper.ts';
import type { Cell } from '../core/reports/form/words.ts';
import type { Wording } from './wording.ts';

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
const sizes = { title: 44, text: 32, page: 28, table: 24, wide: 21 } as const;
const line = { line: 560, lineRule: LineRuleType.EXACT };
const margins = { top: 37, bottom: 35, left: 28, right: 26 } as const;
const A4 = { width: 210, height: 297 } as const;

export async function writeDocx(paper: Paper, wording: Wording): Promise<Uint8Array> {
  const landscape = paper.landscape ?? false;
  const document = new Document({
    creator: 'duban',
    title: wording.word(paper.fileName),
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: run('text', sizes.text) } } },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: convertMillimetersToTwip(A4.width),
              height: convertMillimetersToTwip(A4.height),
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: Object.fromEntries(
              Object.entries(margins).map(([side, mm]) => [side, convertMillimetersToTwip(mm)]),
            ),
          },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: paper.blocks.flatMap((block, i) => written(block, wording, landscape, paper.blocks[i + 1])),
      },
    ],
  });
  return Packer.toBuffer(document);
}

function run(font: keyof typeof fonts, size: number): IRunOptions {
  const name = fonts[font];
  return { font: { eastAsia: name, ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' }, size };
}

function pageNumber(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const children = ['— ', PageNumber.CURRENT, ' —'];
  const indent = { [alignment === AlignmentType.LEFT ? 'left' : 'right']: 280 };
  return new Footer({
    children: [new Paragraph({ alignment, indent, children: [new TextRun({ ...run('page', sizes.page), children })] })],
  });
}

function written(block: Block, wording: Wording, landscape: boolean, next?: Block): readonly (Paragraph | Table)[] {
  // 此页无正文 is not allowed: what stands before a signature goes with it.
  const keepNext = next?.block === 'sign' || next?.block === 'signature';
  switch (block.block) {
    case 'title':
      return [
        centred(wording.word(block.text), run('title', sizes.title), {
          after: next?.block === 'title' ? 0 : 200,
          line: 640,
        }),
      ];
    case 'subtitle':
      return [centred(wording.word(block.text), run('second', sizes.text), { after: 200, line: 560 })];
    case 'to':
      return [paragraph(wording.word(block.text), run('text', sizes.text), {})];
    case 'heading':
      return [
        paragraph(wording.word(block.text), run(block.level === 1 ? 'first' : 'second', sizes.text), {
          indent: { firstLine: 640 },
          keepNext: true,
          outlineLevel: block.level - 1,
        }),
      ];
    case 'text':
      return [paragraph(wording.word(block.text), run('text', sizes.text), { indent: { firstLine: 640 }, keepNext })];
    case 'table':
      return [tableOf(block, wording, landscape), paragraph('', run('text', sizes.table), { keepNext })];
    case 'sign':
      return [
        paragraph(wording.word(block.text), run('text', sizes.text), {
          indent: { firstLine: 640 },
          keepLines: true,
          keepNext,
          before: 400,
        }),
      ];
    case 'signature':
      return signed(wording.word(block.office), longDay(block.day, wording));
    case 'page':
      return [
        new Paragraph({ pageBreakBefore: true, spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] }),
      ];
  }
}

type Set = Pick<IParagraphOptions, 'indent' | 'keepNext' | 'keepLines' | 'outlineLevel'> & { readonly before?: number };

function paragraph(text: string, style: IRunOptions, { before, ...set }: Set): Paragraph {
  const spacing = before === undefined ? line : { ...line, before };
  return new Paragraph({ ...set, spacing, children: linesOf(text, style) });
}

function linesOf(text: string, style: IRunOptions): readonly TextRun[] {
  return text
    .split('\n')
    .map((part, i) => new TextRun(i === 0 ? { ...style, text: part } : { ...style, text: part, break: 1 }));
}

function centred(text: string, style: IRunOptions, { after, line }: { after: number; line: number }): Paragraph {
  const spacing = { after, line, lineRule: LineRuleType.EXACT };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing,
    keepNext: true,
    children: [new TextRun({ ...style, text })],
  });
}

/** Office above day, both centred over the day's place, four characters from the right edge; never alone on a page. */
function signed(office: string, day: string): readonly Paragraph[] {
  const right = (text: string, indent: number, set: object) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      indent: { right: indent },
      keepLines: true,
      children: [new TextRun({ ...run('text', sizes.text), text })],
      ...set,
    });
  const wider = Math.max(0, (day.length - office.length) * 160);
  return [
    right(office, 1280 + Math.min(wider, 640), { keepNext: true, spacing: { ...line, before: 800 } }),
    right(day, 1280, { spacing: line }),
  ];
}

function tableOf(block: Extract<Block, { block: 'table' }>, wording: Wording, landscape: boolean): Table {
  const inner = landscape ? A4.height - margins.top - margins.bottom : A4.width - margins.left - margins.right;
  const total = block.columns.reduce((sum, { width }) => sum + width, 0);
  const widths = block.columns.map(({ width }) => convertMillimetersToTwip((inner * width) / total));
  const size = block.columns.length > 6 ? sizes.wide : sizes.table;
  // A column of sentences begins at the left in every row.
  const long = block.columns.map((_, i) => block.rows.some((row) => isLong(row[i] ?? null, wording)));
  const cell = (content: Cell, i: number, head: boolean) =>
    new TableCell({
      width: { size: widths[i]!, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 60, right: 60, top: 30, bottom: 30 },
      children: [
        new Paragraph({
          alignment: head || !long[i] ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: linesOf(wording.cell(content), run(head ? 'first' : 'text', size)),
        }),
      ],
    });
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  return new Table({
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map(({ heading }, i) => cell(heading, i, true)),
      }),
      ...block.rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((content, i) => cell(content, i, false)) }),
      ),
    ],
  });
}

/** Numbers, dates and a few characters stand in the middle; sentences begin at the left. */
function isLong(content: Cell, wording: Wording): boolean {
  return (
    content !== null &&
    typeof content !== 'number' &&
    wording.cell(content).length > 8 &&
    !(typeof content === 'object' && 'day' in content)
  );
}

function longDay(day: `${number}-${number}-${number}`, wording: Wording): string {
  const { year, month, day: date } = partsOf(day);
  return wording.word({ id: 'report-day', args: { year, month: { id: `month-${month}` }, day: date } });
}
