import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';

/** A cell with how far it spreads; `null` is covered by another cell. */
type Cell = { readonly text: string; readonly rows: number; readonly columns: number } | null;

type Block = { readonly line: string } | { readonly table: readonly (readonly Cell[])[] };

interface Sheet {
  readonly name: string;
  readonly blocks: readonly Block[];
}

/**
 * Reads a specification of an office file. `= ` is the title, `# ` and `## ` are Word headings, `~ ` stands right,
 * `[1]` and `[一]` are numbers that Word counts, `| … |` is a table row (`^` goes with the cell above, `<` with the cell
 * on the left, `//` begins a paragraph inside a cell) and `--- ` begins a sheet of a workbook.
 */
export function sheetsOf(spec: string): readonly Sheet[] {
  const sheets: { name: string; blocks: Block[] }[] = [{ name: 'Sheet1', blocks: [] }];
  let rows: string[][] = [];
  const flush = (): void => {
    if (rows.length) sheets.at(-1)!.blocks.push({ table: cellsOf(rows) });
    rows = [];
  };
  for (const line of spec.split('\n').filter(Boolean)) {
    if (line.startsWith('|')) {
      rows.push(line.slice(1, -1).split('|'));
      continue;
    }
    flush();
    if (line.startsWith('--- ')) sheets.push({ name: line.slice(4), blocks: [] });
    else sheets.at(-1)!.blocks.push({ line });
  }
  flush();
  return sheets.filter(({ blocks }) => blocks.length > 0);
}

function cellsOf(rows: readonly (readonly string[])[]): readonly (readonly Cell[])[] {
  const width = Math.max(...rows.map((row) => row.length));
  const covers = (r: number, c: number): boolean => /^[\^<]$/.test(rows[r]?.[c]?.trim() ?? '');
  return rows.map((row, r) =>
    Array.from({ length: width }, (_, c) => {
      if (covers(r, c)) return null;
      let down = 1;
      while (rows[r + down]?.[c]?.trim() === '^') down++;
      let right = 1;
      while (row[c + right]?.trim() === '<') right++;
      return { text: (row[c] ?? '').replaceAll('//', '\n'), rows: down, columns: right };
    }),
  );
}

export function docxOfSpec(spec: string): Promise<Buffer> {
  const children = sheetsOf(spec).flatMap(({ blocks }) =>
    blocks.map((block) => ('table' in block ? tableOf(block.table) : paragraphOf(block.line))),
  );
  return Packer.toBuffer(
    new Document({
      styles: {
        default: { document: { run: { font: { eastAsia: '仿宋_GB2312', ascii: 'Times New Roman' }, size: 32 } } },
      },
      numbering: {
        config: [listOf('decimal', LevelFormat.DECIMAL, '%1.'), listOf('han', LevelFormat.CHINESE_COUNTING, '%1、')],
      },
      sections: [{ children }],
    }),
  );
}

const listOf = (reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  reference,
  levels: [{ level: 0, format, text, alignment: AlignmentType.START }],
});

function paragraphOf(line: string): Paragraph {
  const body = line.replace(/^(=|#{1,2}|~|\[(?:\d{1,2}|[一二三四五六七八九十]{1,2})\]) ?/, '');
  const run = (font: string, size: number) => [new TextRun({ text: body, font: { eastAsia: font }, size })];
  if (line.startsWith('= '))
    return new Paragraph({ alignment: AlignmentType.CENTER, children: run('方正小标宋简体', 44) });
  if (line.startsWith('## '))
    return new Paragraph({ heading: HeadingLevel.HEADING_2, children: run('楷体_GB2312', 32) });
  if (line.startsWith('# ')) return new Paragraph({ heading: HeadingLevel.HEADING_1, children: run('黑体', 32) });
  if (line.startsWith('~ ')) return new Paragraph({ alignment: AlignmentType.RIGHT, children: run('仿宋_GB2312', 32) });
  const list = /^\[(\d{1,2}|[一二三四五六七八九十]{1,2})\]/.exec(line)?.[1];
  return new Paragraph({
    ...(list
      ? { numbering: { reference: /\d/.test(list) ? 'decimal' : 'han', level: 0 } }
      : { indent: { firstLine: 640 } }),
    children: run('仿宋_GB2312', 32),
  });
}

function tableOf(rows: readonly (readonly Cell[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row) =>
        new TableRow({
          children: row.flatMap((cell) =>
            cell
              ? [
                  new TableCell({
                    rowSpan: cell.rows,
                    columnSpan: cell.columns,
                    children: cell.text
                      .split('\n')
                      .map((text) => new Paragraph({ children: [new TextRun({ text, size: 21 })] })),
                  }),
                ]
              : [],
          ),
        }),
    ),
  });
}

export function xlsxOfSpec(spec: string): Promise<Buffer> {
  const sheets = sheetsOf(spec).map(({ name, blocks }) => {
    const width = Math.max(...blocks.map((block) => ('table' in block ? block.table[0]!.length : 1)));
    const data: SheetData = blocks.flatMap((block) =>
      'table' in block
        ? block.table.map((row) => row.map(excelCellOf))
        : [[{ value: block.line.replace(/^[=~] /, ''), columnSpan: width }, ...Array<null>(width - 1).fill(null)]],
    );
    return { data, sheet: name };
  });
  return writeExcelFile(sheets, { fontFamily: '仿宋' }).toBuffer();
}

function excelCellOf(cell: Cell): SheetData[number][number] {
  if (!cell) return null;
  const span = {
    ...(cell.rows > 1 ? { rowSpan: cell.rows } : {}),
    ...(cell.columns > 1 ? { columnSpan: cell.columns } : {}),
  };
  if (/^\d{4}-\d{2}-\d{2}$/.test(cell.text))
    return { value: new Date(`${cell.text}T00:00:00Z`), type: Date, format: 'yyyy/m/d', ...span };
  if (/^\d{1,3}$/.test(cell.text)) return { value: Number(cell.text), type: Number, ...span };
  return { value: cell.text, type: String, wrap: true, ...span };
}
