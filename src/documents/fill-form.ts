import { strToU8, unzipSync, zipSync } from 'fflate';
import { columnOf, type Label } from '../core/intake/labels.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import type { ProblemField, ProblemRow } from '../core/reports/sheets/problems.ts';
import { sheetsOf, stringsOf } from './read-xlsx.ts';
import { openArchive } from './read-zip.ts';
import { Refused } from './refusal.ts';
import { rowHeight } from './row-height.ts';
import { cellsOf, columnNo, columnWidths, heightIn, moved, type Row, rowsOf, withRows } from './sheet-xml.ts';
import type { Wording } from './wording.ts';
import { spreadsheetText } from './write-xlsx.ts';

export type Filled =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      /** Heads of columns that nothing is known of, as the office wrote them: left empty. */
      readonly unknown: readonly string[];
    }
  | { readonly ok: false; readonly problem: Phrase };

/** As few heads as a sheet must share with a ledger to be one. */
const fewest = 3;

const fieldOf: Readonly<Partial<Record<Label, ProblemField>>> = {
  no: 'no',
  aspect: 'aspect',
  problem: 'problem',
  example: 'example',
  measure: 'measure',
  lead: 'lead',
  department: 'department',
  co: 'co',
  owner: 'owner',
  deadline: 'deadline',
  progress: 'progress',
  evidence: 'evidence',
  closed: 'closed',
};

/**
 * The office's own blank sheet, filled: its headings are matched, its fonts, widths and print set-up stay, and what
 * stands below the blank rows (填表人 and the like) moves down. Everything goes in as text, so nothing is ever computed.
 */
export function fillForm(form: Uint8Array, rows: readonly ProblemRow[], wording: Wording): Filled {
  try {
    const archive = openArchive(Buffer.from(form));
    if (!archive.has('xl/workbook.xml')) return { ok: false, problem: phrase('report-form-not-xlsx') };
    const strings = stringsOf(archive.text('xl/sharedStrings.xml'));
    for (const { path } of sheetsOf(archive).sheets) {
      const xml = archive.text(path) ?? '';
      const head = headIn(rowsOf(xml), strings);
      if (!head) continue;
      const files = unzipSync(form);
      const sheet = strToU8(filledSheet(xml, head, rows, strings, wording));
      return { ok: true, bytes: zipSync({ ...files, [path]: sheet }), unknown: head.unknown };
    }
    return { ok: false, problem: phrase('report-form-no-heads') };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: phrase('report-form-not-xlsx') };
    throw error;
  }
}

interface Head {
  /** Number of the row that holds the headings. */
  readonly row: number;
  /** Column numbers and what goes there. */
  readonly columns: ReadonlyMap<number, ProblemField>;
  readonly unknown: readonly string[];
}

/** The row that shares most heads with a ledger. */
function headIn(rows: readonly Row[], strings: readonly string[]): Head | undefined {
  const found = rows.slice(0, 30).map((row): Head => {
    const columns = new Map<number, ProblemField>();
    const unknown: string[] = [];
    for (const cell of cellsOf(row.xml, strings)) {
      const taken = new Set(columns.values());
      const field = fieldsOf(cell.text).find((one) => !taken.has(one));
      if (field) columns.set(columnNo(cell.ref), field);
      else if (cell.text.trim() !== '') unknown.push(cell.text.trim());
    }
    return { row: row.no, columns, unknown };
  });
  const best = found.reduce<Head | undefined>((a, b) => (a && a.columns.size >= b.columns.size ? a : b), undefined);
  return best && best.columns.size >= fewest ? best : undefined;
}

/** What a heading may mean, by its words and then by those in its brackets: 完成情况（是否销号）. */
function fieldsOf(heading: string): readonly ProblemField[] {
  const inner = [...heading.matchAll(/[（(](.*?)[）)]/g)].map(([, words]) => words!);
  return [heading, ...inner].flatMap((words) => fieldOf[columnOf(words) ?? 'cause'] ?? []);
}

function filledSheet(
  xml: string,
  head: Head,
  rows: readonly ProblemRow[],
  strings: readonly string[],
  wording: Wording,
): string {
  const all = rowsOf(xml);
  const first = lastOfHead(xml, head.row) + 1;
  const said = (row: Row) => cellsOf(row.xml, strings).some(({ text }) => text.trim() !== '');
  const foot = all.find((row) => row.no >= first && said(row))?.no;
  const like = all.find((row) => row.no === first && row.no !== foot) ?? all.find((row) => row.no === head.row)!;
  const styles = new Map(cellsOf(like.xml, strings).map(({ ref, style }) => [columnNo(ref), style]));
  const blank: Blank = { styles, widthOf: columnWidths(xml), height: heightIn(like) ?? 0 };
  const made = rows.map((row, i) => rowXml(first + i, row, head, blank, wording));
  const by = foot === undefined ? 0 : Math.max(0, first + rows.length - foot);
  const kept = all.filter((row) => row.no < first);
  const below = foot === undefined ? [] : all.filter((row) => row.no >= foot);
  const between = foot === undefined ? [] : all.filter((row) => row.no >= first + rows.length && row.no < foot);
  const xmls = [...kept.map((r) => r.xml), ...made, ...between.map((r) => r.xml), ...below.map((r) => moved(r, by))];
  return withRows(xml, xmls, { first, foot: foot ?? Number.MAX_SAFE_INTEGER, by });
}

/** A heading may reach over several rows. */
function lastOfHead(xml: string, row: number): number {
  const ends = [...xml.matchAll(/<mergeCell\s[^>]*ref="[A-Z]+(\d+):[A-Z]+(\d+)"/g)]
    .filter(([, from]) => Number(from) === row)
    .map(([, , to]) => Number(to));
  return Math.max(row, ...ends);
}

/** A blank row of the form: what is filled in keeps its styles, and is never lower than it. */
interface Blank {
  readonly styles: ReadonlyMap<number, string | undefined>;
  readonly widthOf: (column: number) => number;
  readonly height: number;
}

function rowXml(no: number, row: ProblemRow, { columns }: Head, blank: Blank, wording: Wording): string {
  const { styles, widthOf } = blank;
  const last = Math.max(...columns.keys(), ...styles.keys());
  const cells = Array.from({ length: last }, (_, i) => {
    const field = columns.get(i + 1);
    const style = styles.get(i + 1);
    const shown = style === undefined ? '' : ` s="${style}"`;
    const at = `r="${letters(i + 1)}${no}"${shown}`;
    const value = field ? row[field] : null;
    if (value === null) return `<c ${at}/>`;
    if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`;
    return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(spreadsheetText(wording.cell(value)))}</t></is></c>`;
  });
  const filled = [...columns].map(([column, field]) => [wording.cell(row[field]), widthOf(column)] as const);
  const needed = rowHeight(
    filled.map(([text]) => text),
    filled.map(([, width]) => width),
  );
  const height = Math.max(needed, blank.height);
  return `<row r="${no}" ht="${height}" customHeight="1">${cells.join('')}</row>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function letters(n: number): string {
  return n > 26 ? letters(Math.floor((n - 1) / 26)) + letters(((n - 1) % 26) + 1) : String.fromCharCode(64 + n);
}
