import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { partsOf } from '../core/calendar.ts';
import type { Block } from '../core/reports/form/paper.ts';
import type { Cell } from '../core/reports/form/words.ts';
import { innerWidth, run, runsOf, sizes } from './docx-style.ts';
import type { Wording } from './wording.ts';

type TableBlock = Extract<Block, { block: 'table' }>;

const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule };
/** As wide as a column of sentences is, in characters. */
const wide = 22;

/** A table across the page: headings on every page, rows never cut, columns of sentences from the left. */
export function tableOf({ columns, rows }: TableBlock, wording: Wording, landscape: boolean): Table {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((innerWidth(landscape) * width) / total));
  const size = columns.length > 6 ? sizes.wide : sizes.table;
  const long = columns.map(({ width }, i) => width >= wide || rows.some((row) => isLong(row[i] ?? null, wording)));
  const row = (cells: readonly Cell[], head: boolean) =>
    cells.map((content, i) =>
      cell(textOf(content, wording), { width: widths[i]!, left: !head && long[i]!, head, size }),
    );
  return new Table({
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: row(
          columns.map(({ heading }) => heading),
          true,
        ),
      }),
      ...rows.map((cells) => new TableRow({ cantSplit: true, children: row(cells, false) })),
    ],
  });
}

interface Shown {
  readonly width: number;
  readonly left: boolean;
  readonly head: boolean;
  readonly size: number;
}

function cell(text: string, { width, left, head, size }: Shown): TableCell {
  const around: ITableCellOptions['margins'] = { left: 60, right: 60, top: 30, bottom: 30 };
  const alignment = left ? AlignmentType.LEFT : AlignmentType.CENTER;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: around,
    children: [new Paragraph({ alignment, children: runsOf(text, run(head ? 'first' : 'text', size)) })],
  });
}

/** 2026.6.5: a day with hyphens would be broken at them. */
function textOf(content: Cell, wording: Wording): string {
  if (content === null || typeof content !== 'object' || !('day' in content)) return wording.cell(content);
  const { year, month, day } = partsOf(content.day);
  const date = `${year}.${month}.${day}`;
  return 'time' in content ? `${date} ${content.time}` : date;
}

/** Numbers, dates and a few characters stand in the middle; sentences begin at the left. */
function isLong(content: Cell, wording: Wording): boolean {
  if (content === null || typeof content === 'number') return false;
  return !(typeof content === 'object' && 'day' in content) && wording.cell(content).length > 8;
}
