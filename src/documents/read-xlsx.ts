import type { PlainDocument, Table } from '../core/intake/document.ts';
import { walkXml } from './read-xml.ts';
import type { Archive } from './read-zip.ts';
import { limits, Refused } from './refusal.ts';

interface Book {
  readonly strings: readonly string[];
  /** Whether a cell style shows a date. */
  readonly dates: readonly boolean[];
  readonly from1904: boolean;
}

/** All visible sheets of a workbook as tables, merged cells filled in, dates as `2024-06-30`. */
export function readXlsx(archive: Archive): PlainDocument {
  const { sheets, from1904 } = sheetsOf(archive);
  const book = {
    strings: stringsOf(archive.text('xl/sharedStrings.xml')),
    dates: dateStylesOf(archive.text('xl/styles.xml')),
    from1904,
  };
  const budget = { rows: 0 };
  const tables = sheets.flatMap(({ name, path }): Table[] => {
    const xml = archive.text(path);
    const rows = xml === undefined ? [] : rowsOf(xml, book, budget);
    return rows.length ? [{ kind: 'table', rows, name }] : [];
  });
  const pictures = archive.names.some((name) => name.startsWith('xl/media/'));
  if (pictures && !tables.length) throw new Refused('no-text');
  return { blocks: tables, ...(pictures ? { ignored: ['pictures'] } : {}) };
}

export function sheetsOf(archive: Archive): {
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly from1904: boolean;
} {
  const xml = archive.text('xl/workbook.xml');
  if (xml === undefined) throw new Refused('broken');
  const targets = targetsOf(archive.text('xl/_rels/workbook.xml.rels') ?? '');
  const sheets: { name: string; path: string }[] = [];
  let from1904 = false;
  walkXml(xml, {
    open(name, attributes) {
      if (local(name) === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.get('date1904') ?? '');
      if (local(name) !== 'sheet' || /hidden/i.test(attributes.get('state') ?? '')) return;
      const id = [...attributes].find(([key]) => local(key) === 'id' && key.includes(':'))?.[1] ?? '';
      const target = targets.get(id);
      if (target)
        sheets.push({
          name: attributes.get('name') ?? '',
          path: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
        });
    },
    close() {},
    text() {},
  });
  return { sheets, from1904 };
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function targetsOf(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  walkXml(xml, {
    open(name, attributes) {
      if (local(name) === 'Relationship') targets.set(attributes.get('Id') ?? '', attributes.get('Target') ?? '');
    },
    close() {},
    text() {},
  });
  return targets;
}

export function stringsOf(xml: string | undefined): readonly string[] {
  const strings: string[] = [];
  let inText = false;
  let phonetic = false;
  if (!xml) return strings;
  walkXml(xml, {
    open(name) {
      if (local(name) === 'si') strings.push('');
      else if (local(name) === 'rPh') phonetic = true;
      else if (local(name) === 't') inText = true;
    },
    close(name) {
      if (local(name) === 't') inText = false;
      else if (local(name) === 'rPh') phonetic = false;
    },
    text(text) {
      if (inText && !phonetic && strings.length) strings[strings.length - 1] += text;
    },
  });
  return strings;
}

// The built-in formats of dates (ECMA-376 18.8.30), with the East Asian ones.
const DATE_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

function dateStylesOf(xml: string | undefined): readonly boolean[] {
  const dates: boolean[] = [];
  const custom = new Set<number>();
  let inCells = false;
  if (!xml) return dates;
  walkXml(xml, {
    open(name, attributes) {
      const id = Number(attributes.get('numFmtId') ?? 0);
      if (
        local(name) === 'numFmt' &&
        /[yd年月]/i.test(
          (attributes.get('formatCode') ?? '').replace(/\[[^\]]*\]|"[^"]*"/g, (part) =>
            /年|月/.test(part) ? 'y' : '',
          ),
        )
      )
        custom.add(id);
      else if (local(name) === 'cellXfs') inCells = true;
      else if (local(name) === 'xf' && inCells) dates.push(DATE_FORMATS.has(id) || custom.has(id));
    },
    close(name) {
      if (local(name) === 'cellXfs') inCells = false;
    },
    text() {},
  });
  return dates;
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
}

function rowsOf(xml: string, book: Book, budget: { rows: number }): string[][] {
  const rows: string[][] = [];
  const merges: string[] = [];
  let cell: OpenCell | undefined;
  let row = -1;
  let column = -1;
  let reading = false;
  walkXml(xml, {
    open(name, attributes) {
      const tag = local(name);
      if (tag === 'row') {
        row = Math.max(row + 1, (Number(attributes.get('r')) || row + 2) - 1);
        column = -1;
        if (++budget.rows > limits.paragraphs) throw new Refused('too-long', limits.paragraphs);
      } else if (tag === 'c') {
        const at = positionOf(attributes.get('r') ?? '') ?? { row, column: column + 1 };
        column = at.column;
        cell = { ...at, type: attributes.get('t') ?? 'n', style: Number(attributes.get('s') ?? -1), value: '' };
      } else if (tag === 'v' || tag === 't') reading = true;
      else if (tag === 'mergeCell') merges.push(attributes.get('ref') ?? '');
    },
    close(name) {
      const tag = local(name);
      if (tag === 'v' || tag === 't') reading = false;
      else if (tag === 'c' && cell) {
        put(rows, cell, shown(cell, book));
        cell = undefined;
      }
    },
    text(text) {
      if (reading && cell) cell.value += text;
    },
  });
  for (const merge of merges) spread(rows, merge);
  return squared(rows.map((cells) => cells ?? []).filter((cells) => cells.some((text) => text.trim())));
}

function positionOf(ref: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(ref);
  if (!match) return undefined;
  let column = 0;
  for (const char of match[1]!) column = column * 26 + char.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

function put(rows: string[][], { row, column }: Pick<OpenCell, 'row' | 'column'>, text: string): void {
  if (!text || column >= limits.columns || row > 1_048_576) return;
  const cells = rows[row] ?? [];
  cells[column] = text;
  rows[row] = cells;
}

function shown(cell: OpenCell, book: Book): string {
  if (cell.type === 's') return book.strings[Number(cell.value)] ?? '';
  if (cell.type === 'e') return '';
  if (cell.type === 'b') return cell.value === '1' ? '是' : '否';
  if (cell.type === 'n' && book.dates[cell.style] && Number(cell.value) > 0)
    return dayOf(Number(cell.value), book.from1904);
  return cell.value;
}

/** Excel's day 60 is a 29 February 1900 that never was; rectification papers are all later. */
function dayOf(serial: number, from1904: boolean): string {
  const day = new Date(
    Date.UTC(from1904 ? 1904 : 1899, from1904 ? 0 : 11, from1904 ? 1 : 30) + Math.floor(serial) * 86_400_000,
  );
  return Number.isNaN(day.getTime()) ? String(serial) : day.toISOString().slice(0, 10);
}

function spread(rows: string[][], ref: string): void {
  const [from, to] = ref.split(':').map(positionOf);
  if (!from || !to || to.row - from.row > limits.paragraphs) return;
  const text = rows[from.row]?.[from.column] ?? '';
  for (let row = from.row; row <= to.row && text; row++) {
    for (let column = from.column; column <= Math.min(to.column, limits.columns - 1); column++)
      put(rows, { row, column }, text);
  }
}

function squared(rows: readonly string[][]): string[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''));
}
