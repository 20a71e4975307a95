import {
  AlignmentType,
  Document,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';

const LIST = [
  ['chapter', LevelFormat.CHINESE_COUNTING, '%1、', /^[一二三四五六七八九十]{1,3}、/],
  ['part', LevelFormat.CHINESE_COUNTING, '（%1）', /^（[一二三四五六七八九十]{1,3}）/],
  ['item', LevelFormat.DECIMAL, '%1.', /^\d{1,2}[.、](?!\d{3})/],
] as const;

/** A Word file styled as offices style theirs; with `lists` the numbers are Word's own and not in the text. */
export async function docxOf(text: string, { lists = true }: { readonly lists?: boolean } = {}): Promise<Buffer> {
  const counts: Record<string, { n: number; instance: number }> = {};
  const children: (Paragraph | Table)[] = [];
  let rows: string[][] = [];
  const flush = (): void => {
    if (rows.length) children.push(tableOf(rows));
    rows = [];
  };
  for (const [i, line] of text.split('\n').entries()) {
    const cells = line.split(/[｜\t]/);
    if (cells.length > 2) rows.push(cells);
    else {
      flush();
      children.push(i === 0 ? titleOf(line) : paragraphOf(line, lists, counts));
    }
  }
  flush();
  return Packer.toBuffer(
    new Document({
      styles: {
        default: { document: { run: { font: { eastAsia: '仿宋_GB2312', ascii: 'Times New Roman' }, size: 32 } } },
      },
      numbering: {
        config: LIST.map(([reference, format, mark]) => ({
          reference,
          levels: [{ level: 0, format, text: mark, alignment: AlignmentType.START }],
        })),
      },
      sections: [{ children }],
    }),
  );
}

function titleOf(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text, font: { eastAsia: '方正小标宋简体' }, size: 44 })],
  });
}

function paragraphOf(text: string, lists: boolean, counts: Record<string, { n: number; instance: number }>): Paragraph {
  const list = lists ? LIST.find(([, , , form]) => form.test(text)) : undefined;
  const mark = list?.[3].exec(text)?.[0];
  const number = list && mark ? numberOf(mark) : 0;
  const count = list ? (counts[list[0]] ?? { n: 0, instance: 0 }) : undefined;
  if (list && count) counts[list[0]] = count;
  if (!list || !mark || !count || (number !== 1 && number !== count.n + 1))
    return new Paragraph({ indent: { firstLine: 640 }, children: runs(text) } satisfies IParagraphOptions);
  if (number === 1) count.instance++;
  count.n = number;
  return new Paragraph({
    numbering: { reference: list[0], level: 0, instance: count.instance },
    children: runs(text.slice(mark.length)),
  });
}

// Word cuts text into runs wherever somebody typed or a spelling check went by.
function runs(text: string): TextRun[] {
  const half = Math.floor(text.length / 3);
  return [text.slice(0, half), text.slice(half)].filter(Boolean).map((part) => new TextRun(part));
}

function numberOf(mark: string): number {
  const digits = /\d+/.exec(mark)?.[0];
  if (digits) return Number(digits);
  const han = mark.replace(/[（）、]/g, '');
  const at = '一二三四五六七八九'.indexOf(han.at(-1)!) + 1;
  return han.includes('十') ? 10 + (han.endsWith('十') ? 0 : at) : at;
}

/** Equal cells one below another in the first columns are merged, as ledgers merge them. */
function tableOf(rows: readonly (readonly string[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row, r) =>
        new TableRow({
          children: row.map((text, c) => {
            const merges = c < 3 && r > 0 && text.length > 0;
            const above = merges && rows[r - 1]?.[c] === text;
            const below = c < 3 && r > 0 && text.length > 0 && rows[r + 1]?.[c] === text;
            return new TableCell({
              ...(above
                ? { verticalMerge: VerticalMergeType.CONTINUE }
                : below
                  ? { verticalMerge: VerticalMergeType.RESTART }
                  : {}),
              children: [new Paragraph({ children: [new TextRun({ text: above ? '' : text, size: 21 })] })],
            });
          }),
        }),
    ),
  });
}

/** A workbook with a merged title row above the table, and equal cells of the first columns merged. */
export async function xlsxOf(title: string, rows: readonly (readonly string[])[], sheet = '整改台账'): Promise<Buffer> {
  const width = rows[0]!.length;
  const head: SheetData[number] = [
    { value: title, columnSpan: width, align: 'center' },
    ...Array<null>(width - 1).fill(null),
  ];
  const data: SheetData = [head, ...rows.map((row, r) => row.map((text, c) => cellOf(rows, text, r, c)))];
  return writeExcelFile([{ data, sheet }], { fontFamily: '仿宋' }).toBuffer();
}

function cellOf(rows: readonly (readonly string[])[], text: string, r: number, c: number): SheetData[number][number] {
  const merges = c < 3 && r > 0 && text !== '';
  if (merges && r > 1 && rows[r - 1]![c] === text) return null;
  let span = 1;
  while (merges && rows[r + span]?.[c] === text) span++;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { value: new Date(`${text}T00:00:00Z`), type: Date, format: 'yyyy/m/d' };
  if (/^\d{1,3}$/.test(text)) return { value: Number(text), type: Number, ...(span > 1 ? { rowSpan: span } : {}) };
  return { value: text, type: String, ...(span > 1 ? { rowSpan: span } : {}) };
}
