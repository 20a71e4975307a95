import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeExcelFile, { type CellObject, type Feature, type Sheet as WrittenSheet } from 'write-excel-file/node';
import { sanitizeTextContent } from 'write-excel-file/utility';
import type { Cell } from '../core/reports/form/words.ts';
import type { Sheet, Workbook } from '../core/reports/form/workbook.ts';
import { rowHeight } from './row-height.ts';
import type { Wording } from './wording.ts';

/** What the library may be given as a picture's content; sheets here hold none. */
type Content = Stream | Buffer | Blob;
type Written = WrittenSheet<Content>;

const bordered = { borderStyle: 'thin', borderColor: '#808080', alignVertical: 'center' } as const;
const text = { ...bordered, type: String, format: '@', wrap: true } as const;
const headed = { ...text, align: 'center', fontWeight: 'bold', backgroundColor: '#E7E6E6' } as const;

/** A spreadsheet as offices file it: headings frozen and filtered, A4 across, headings and title on every page. */
export async function writeXlsx(workbook: Workbook, wording: Wording): Promise<Uint8Array> {
  const sheets = workbook.sheets.map((sheet) => written(sheet, wording));
  return writeExcelFile(sheets, {
    fontFamily: '宋体',
    fontSize: 10,
    features: [printed(workbook.sheets, wording)],
  }).toBuffer();
}

/**
 * The one way by which text gets into a spreadsheet. Cells are text by type and format, so nothing is computed on opening
 * or on editing; an apostrophe before what could begin a formula keeps it text when the sheet is saved as CSV and opened
 * elsewhere. Characters that XML cannot hold are left out.
 */
export function spreadsheetText(raw: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that XML 1.0 forbids
  const clean = raw.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
  // The writer looks shared texts up in a plain object, where `toString` and the like are there already.
  const inherited = clean in Object.prototype;
  const formula = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠|%]/.test(clean) || /^[\t\r\n]/.test(clean);
  return formula || inherited ? `'${clean}` : clean;
}

function written(sheet: Sheet, wording: Wording): Written {
  const rows = sheet.total ? [...sheet.rows, sheet.total] : sheet.rows;
  return {
    sheet: sheetName(wording.word(sheet.name)),
    orientation: 'landscape',
    stickyRowsCount: 1,
    stickyColumnsCount: sheet.fixed ?? 0,
    columns: sheet.columns.map(({ width }) => ({ width })),
    data: [
      sheet.columns.map(({ heading }) => ({ ...headed, value: spreadsheetText(wording.word(heading)), height: 30 })),
      ...rows.map((row) =>
        tall(
          row.map((cell) => writtenCell(cell, wording)),
          heightOf(row, sheet, wording),
        ),
      ),
    ],
  };
}

function heightOf(row: readonly Cell[], { columns }: Sheet, wording: Wording): number {
  return rowHeight(
    row.map((cell) => wording.cell(cell)),
    columns.map(({ width }) => width),
  );
}

function tall(row: readonly CellObject[], height: number): CellObject[] {
  return row.map((cell, i) => (i === 0 ? { ...cell, height } : cell));
}

/** At most 31 characters, none of `: \ / ? * [ ]`. */
function sheetName(name: string): string {
  return name.replace(/[:\\/?*[\]]/g, ' ').slice(0, 31);
}

function writtenCell(cell: Cell, wording: Wording): CellObject {
  if (cell === null) return { ...bordered };
  if (typeof cell === 'number') return { ...bordered, type: Number, value: cell, align: 'center' };
  if (typeof cell === 'object' && 'day' in cell) {
    const time = 'time' in cell ? cell.time : undefined;
    // A spreadsheet's date has no zone: the office's wall clock goes in as if it were UTC.
    const value = new Date(`${cell.day}T${time ?? '00:00'}:00Z`);
    return { ...bordered, type: Date, value, format: time ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd', align: 'center' };
  }
  return { ...text, value: spreadsheetText(wording.cell(cell)) };
}

const FILTER = '_xlnm._FilterDatabase';
const TITLES = '_xlnm.Print_Titles';

/** What the library has no option for: filter, fit to the page's width, title and page number, headings on every page. */
function printed(sheets: readonly Sheet[], wording: Wording): Feature<Content> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform(xml, _options, { sheetIndex }) {
            const sheet = sheets[sheetIndex]!;
            return xml
              .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace('</sheetData>', `</sheetData><autoFilter ref="${filterOf(sheet, false)}"/>`)
              .replace(
                /<pageMargins[^>]*>/,
                '<pageMargins left="0.4" right="0.4" top="0.8" bottom="0.6" header="0.3" footer="0.3"/>',
              )
              .replace(
                /<pageSetup[^>]*\/>/,
                `<pageSetup paperSize="${paperOf(sheet)}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>${margins(sheet, wording)}`,
              );
          },
        },
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace('<definedNames/>', `<definedNames>${namesOf(sheets, wording)}</definedNames>`),
        },
      },
    },
  };
}

/** A3 for what would be too small to read across A4. */
function paperOf({ columns }: Sheet): 8 | 9 {
  return columns.reduce((sum, { width }) => sum + width, 0) > 160 ? 8 : 9;
}

function margins({ title }: Sheet, wording: Wording): string {
  const page = wording.word({ id: 'report-printed-page', args: { page: '&P', pages: '&N' } });
  const header = sanitizeTextContent(`&C&"黑体,Regular"&16${wording.word(title).replaceAll('&', '&&')}`);
  return `<headerFooter><oddHeader>${header}</oddHeader><oddFooter>${sanitizeTextContent(`&C${page}`)}</oddFooter></headerFooter>`;
}

function filterOf({ columns, rows }: Sheet, absolute: boolean): string {
  const at = absolute ? '$' : '';
  return `${at}A${at}1:${at}${letters(columns.length)}${at}${rows.length + 1}`;
}

/** Names in the order of the alphabet, as spreadsheets demand. */
function namesOf(sheets: readonly Sheet[], wording: Wording): string {
  const name = (called: string, i: number, hidden: string, ref: string) => {
    const sheet = sanitizeTextContent(sheetName(wording.word(sheets[i]!.name)).replaceAll("'", "''"));
    return `<definedName name="${called}" localSheetId="${i}"${hidden}>'${sheet}'!${ref}</definedName>`;
  };
  const filters = sheets.map((sheet, i) => name(FILTER, i, ' hidden="1"', filterOf(sheet, true)));
  return [...filters, ...sheets.map((_, i) => name(TITLES, i, '', '$1:$1'))].join('');
}

/** 1 → A, 27 → AA. */
function letters(n: number): string {
  return n > 26 ? letters(Math.floor((n - 1) / 26)) + letters(((n - 1) % 26) + 1) : String.fromCharCode(64 + n);
}
