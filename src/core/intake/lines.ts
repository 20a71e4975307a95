import { cardTableOf } from './cards.ts';
import type { Block, Paragraph, Place, PlainDocument, Table } from './document.ts';
import { type Mark, markOf } from './numbering.ts';
import { plainOf, wordsOf } from './plain.ts';
import { isChat, unwrapped } from './unwrapped.ts';

/** A paragraph, cut where an inner heading begins. `plain` has the length of `words`. */
export interface Line {
  readonly words: string;
  readonly plain: string;
  readonly mark?: Mark;
  readonly place: Place;
}

export interface Grid {
  readonly rows: readonly (readonly Line[])[];
  readonly name?: string;
}

/** A document ready to be read: lines and tables in order. */
export type Part = Line | Grid;

export function isGrid(part: Part): part is Grid {
  return 'rows' in part;
}

/** Lines and tables of a document; rows typed with ｜ or tabs count as tables. */
export function partsOf(document: PlainDocument): readonly Part[] {
  const parts: Part[] = [];
  let paragraph = 0;
  let table = 0;
  for (const block of withTextTables(unwrapped(document.blocks))) {
    if (block.kind === 'table') {
      const grid = gridOf(block, ++table);
      // A sheet of one column is a text.
      if (grid.rows.every((row) => row.length === 1))
        parts.push(...grid.rows.flat().map((line) => marked(line, undefined)));
      else parts.push(cardTableOf(grid) ?? grid);
      if (block.lines) paragraph += block.lines;
    } else parts.push(...linesOf(block, ++paragraph));
  }
  return parts;
}

type Countable = Block & { readonly lines?: number };

const SEPARATOR = /[｜|\t]/;

function withTextTables(blocks: readonly Block[]): readonly Countable[] {
  const out: Countable[] = [];
  let rows: string[][] = [];
  const flush = (): void => {
    if (rows.length >= 2)
      out.push({ kind: 'table', rows: squared(rows.filter((row) => !isRuler(row))), lines: rows.length });
    else for (const row of rows) out.push({ kind: 'paragraph', text: row.join(' ') });
    rows = [];
  };
  for (const block of blocks) {
    const cells = block.kind === 'paragraph' ? cellsOf(block.text) : undefined;
    if (cells) rows.push(cells);
    else {
      flush();
      out.push(block);
    }
  }
  flush();
  return out;
}

function cellsOf(text: string): string[] | undefined {
  // Markdown frames its rows; else a row that begins with a separator goes on with the cell above.
  const bare = text.replace(/^[ \u3000]+|[ \u3000]+$/g, '');
  const line = /^[|｜].*[|｜]$/.test(bare) ? bare.slice(1, -1) : bare;
  if (line.includes('\n') || line.split(SEPARATOR).length < 3) return undefined;
  return line.split(SEPARATOR).map((cell) => cell.trim());
}

/** The line of dashes under the head of a Markdown table. */
function isRuler(row: readonly string[]): boolean {
  return row.every((cell) => /^:?-+:?$/.test(cell));
}

function squared(rows: readonly string[][]): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}

function gridOf(table: Table, number: number): Grid {
  const rows = table.rows.map((row, i) =>
    row.map((cell) =>
      lineOf(cellWords(cell), { table: number, row: i + 1, ...(table.name ? { name: table.name } : {}) }),
    ),
  );
  return { rows, ...(table.name ? { name: table.name } : {}) };
}

function cellWords(cell: string): string {
  return cell.split('\n').map(wordsOf).filter(Boolean).join('\n');
}

function lineOf(words: string, place: Place): Line {
  return { words, plain: plainOf(words), place };
}

function linesOf(block: Paragraph, number: number): readonly Line[] {
  const lines: Line[] = [];
  for (const piece of block.text.split(/[\n\v\f\r]+/)) {
    const words = wordsOf(piece.replace(BARE_NUMBER, '$1．').replace(BARE_WORD, '$1：').replace(BARE_HAN, '$1、'));
    if (!words || CLOSING.test(words) || isChat(words)) continue;
    const first = lines.length === 0 ? (block.list?.mark ?? '') : '';
    const headed = block.heading && !markOf(plainOf(words)) && !first ? '' : first;
    lines.push(...cutAtHeadings(headed + words, { paragraph: number }).map((line) => marked(line, block.heading)));
  }
  return lines;
}

// A number with only a space behind it numbers a heading; the space would be lost with those inside words.
const BARE_NUMBER =
  /^(\s*\d{1,2})[ \u3000]+(?![年月日号个名次项条户人天周])(?=[\u4e00-\u9fff]{4}|[\u4e00-\u9fff]{2,3}\s*$)/;
const BARE_HAN = /^(\s*(?:[一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾]{1,3}))[ \u3000]+(?=[\u4e00-\u9fff“]{2})/;
const BARE_WORD =
  /^(\s*(?:[\u4e00-\u9fff]{0,4}(?:问题|任务|措施|事项|短板|专题|建议|意见|清单))(?:\d{1,2}|[一二三四五六七八九十]{1,2}))[ \u3000]+(?=[\u4e00-\u9fff“])/;
const CLOSING =
  /^(?:以上|特此|妥否|当否|如无不妥|不妥之处|请大家|请同志们)[^。；]{0,24}(?:指正|审议|审阅|批示|报告|帮助|批评|备案)[。！]?$/;

function marked(line: Line, heading: number | undefined): Line {
  const mark = markOf(line.plain);
  if (mark) return { ...line, mark };
  return heading && heading <= 4 ? { ...line, mark: { level: heading, number: Number.NaN, rest: line.plain } } : line;
}

// Pasted papers often come as one paragraph: a heading mark after the end of a sentence begins a line.
const HEADING =
  /(?<=[。；！：])\s*(?=[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}\.(?!\d)[^。；]{2,40}[。：])/g;

function cutAtHeadings(words: string, place: Place): readonly Line[] {
  const plain = plainOf(words);
  const cuts = [0, ...[...plain.matchAll(HEADING)].map((hit) => hit.index), plain.length];
  const lines: Line[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const piece = words.slice(cuts[i], cuts[i + 1]).trim();
    if (piece) lines.push(lineOf(piece, place));
  }
  return lines;
}
