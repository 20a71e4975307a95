import { looksLikeNoticeFile } from './holiday-notice.ts';
import { readHolidayRows } from './holiday-sheet.ts';
import type { PlainDocument } from './intake/document.ts';
import { readYearTable, textOfYearTable } from './year-table.ts';

/**
 * Next year's holidays in a file: the notice itself (docx, txt, md), a table of its holidays or days (xlsx, csv), or the
 * small file of a year (JSON). Answers with the text that is then shown and confirmed; undefined if it is another paper.
 */
export function holidaysIn({ blocks }: PlainDocument, fileName: string): string | undefined {
  const text = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n');
  if (readYearTable(text)) return text;
  const year = yearIn(
    `${fileName}\n${text}\n${blocks.flatMap((b) => (b.kind === 'table' ? b.rows.flat() : [])).join('\n')}`,
  );
  const paper = titled(text, year);
  if (looksLikeNoticeFile(paper)) return paper;
  const sheet = readHolidayRows(rowsOf(blocks), year);
  if (!sheet) return undefined;
  return sheet.kind === 'year' ? textOfYearTable(sheet.table) : titled(sheet.text, year);
}

/** A caption beside which next year's holidays may come; anything else with it stays what it was. */
export function speaksOfHolidays(caption: string): boolean {
  return /放假|节假日|调休|holidays?\b|^\/calendar\b/i.test(caption);
}

/** A file that calls itself the notice: if it cannot be read as one, that is said. */
export function isCalledHolidays(fileName: string): boolean {
  return /20\d{2}年.{0,12}(?:节假日|放假)(?:安排|通知|时间)|节假日安排的通知/.test(fileName);
}

/** Lines of a csv are rows too. */
function rowsOf(blocks: PlainDocument['blocks']): readonly (readonly string[])[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows : [block.text.split(/[,，\t;；|]/).map((cell) => cell.replace(/^"|"$/g, ''))],
  );
}

/** The year that a title speaks of, before any that stands in a date. */
function yearIn(text: string): number | undefined {
  const found = /(20\d{2})\s*年?度?[^\d\n]{0,12}(?:节假日|放假|假期|假日)/.exec(text) ?? /(20\d{2})/.exec(text);
  return found ? Number(found[1]) : undefined;
}

function titled(text: string, year: number | undefined): string {
  return year === undefined || /\d{4}年(?:部分)?(?:节假日|放假)/.test(text) ? text : `${year}年节假日安排\n${text}`;
}
