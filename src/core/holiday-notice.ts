import { addDays, dateOf, daysBetween, type LocalDate, weekdayOf } from './calendar.ts';
import type { Feast } from './working-calendar.ts';
import type { YearTable } from './year-table.ts';

export interface NoticeProblem {
  readonly code: 'no-year' | 'nothing' | 'bad-date' | 'wrong-weekday' | 'wrong-count' | 'odd-workday' | 'odd-year';
  /** The notice's own words at that place. */
  readonly where: string;
}

export type NoticeReading =
  | {
      readonly ok: true;
      readonly year: number;
      readonly table: YearTable;
      readonly daysOff: readonly LocalDate[];
      readonly workDays: readonly LocalDate[];
      readonly feasts: readonly Feast[];
      /** Statutory feasts that the text does not mention: perhaps only part of the notice was pasted. */
      readonly missing: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly NoticeProblem[] };

/** Words as they are copied from the State Council's page, rather than a sentence that speaks of a holiday. */
export function looksLikeNotice(text: string): boolean {
  return /放假/.test(text) && /\d{4}年/.test(text) && (text.match(/\d{1,2}月\d{1,2}日/g) ?? []).length >= 3;
}

/** A whole paper is the notice only if it has its paragraphs: a plan may well speak of one holiday. */
export function looksLikeNoticeFile(text: string): boolean {
  return looksLikeNotice(text) && paragraphs(plainOf(text)).length >= 3;
}

const names = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆节'] as const;
const DATE = '(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:[（(]([^）)]*)[）)])?';

/**
 * Reads the State Council's own sentences on a year's holidays (…放假调休，…上班), and checks them against the calendar:
 * weekdays, counts, make-up days on weekends. All problems at once; nothing is guessed.
 */
export function readNotice(text: string, year?: number): NoticeReading {
  const plain = plainOf(text);
  const titled = /(\d{4})年(?:部分)?(?:节假日|放假)/.exec(plain);
  const known = year ?? (titled ? Number(titled[1]) : undefined);
  if (known === undefined) return { ok: false, problems: [{ code: 'no-year', where: plain.slice(0, 30) }] };
  const problems: NoticeProblem[] = [];
  const feasts: Feast[] = [];
  const workDays: LocalDate[] = [];
  for (const { heading, body } of paragraphs(plain)) {
    const found = feastsIn(heading, body, known, problems);
    feasts.push(...found);
    if (found.length > 0) workDays.push(...workDaysIn(body, known, problems));
  }
  if (feasts.length === 0 && problems.length === 0) problems.push({ code: 'nothing', where: plain.slice(0, 30) });
  if (problems.length > 0) return { ok: false, problems };
  const daysOff = [...new Set(feasts.flatMap((feast) => daysOf(feast)))].sort();
  const table = { year: known, feasts, workDays: [...new Set(workDays)].sort() };
  return { ok: true, year: known, table, daysOff, workDays: table.workDays, feasts, missing: missingIn(feasts) };
}

/** The public holidays that a table does not name. */
export function missingIn(feasts: readonly Feast[]): readonly string[] {
  return names.filter((name) => !feasts.some((feast) => feast.name === name));
}

function plainOf(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').slice(0, 10_000);
}

interface Paragraph {
  readonly heading: string;
  readonly body: string;
}

const NAME = '(?:元旦|春节|清明节?|(?:国际)?劳动节|五一|端午节?|中秋节?|国庆节?)';
const HEADING = new RegExp(`((?:${NAME}[、和,与]?)+)(?:假期)?[:为]?(?=(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日)`, 'g');

function paragraphs(text: string): readonly Paragraph[] {
  const heads = [...text.matchAll(HEADING)];
  return heads.map((head, i) => ({
    heading: head[1]!,
    body: text.slice(head.index + head[0].length, heads[i + 1]?.index ?? text.length),
  }));
}

const OFF = new RegExp(`^${DATE}(?:(?:至|到|-|—|~)${DATE})?(?:放假|休息)(调休)?(?:[,，]?共?(\\d{1,2})天)?`);

function feastsIn(heading: string, body: string, year: number, problems: NoticeProblem[]): readonly Feast[] {
  const match = OFF.exec(body);
  if (!match) {
    problems.push({ code: 'bad-date', where: heading + body.slice(0, 20) });
    return [];
  }
  const where = heading + match[0];
  const from = dated(match.slice(1, 5), year, undefined, where, problems);
  const to = match[7] ? dated(match.slice(5, 9), year, from, where, problems) : from;
  if (!from || !to) return [];
  const size = daysBetween(from, to) + 1;
  if (size < 1 || size > 20 || (match[10] && Number(match[10]) !== size)) problems.push({ code: 'wrong-count', where });
  if (!to.startsWith(String(year))) problems.push({ code: 'odd-year', where });
  return feastNamesIn(heading).map((name) => ({ name, from, to }));
}

/** 国庆节、中秋节 → 中秋, 国庆节. */
export function feastNamesIn(heading: string): readonly string[] {
  return names.filter(
    (name) => heading.includes(name.replace(/节$/, '')) || (name === '劳动节' && heading.includes('五一')),
  );
}

const WORK = new RegExp(`((?:${DATE}[、,和及]?)+)(?:均?(?:正常)?)上班`, 'g');

function workDaysIn(body: string, year: number, problems: NoticeProblem[]): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (const match of body.matchAll(WORK)) {
    let previous: LocalDate | undefined;
    for (const one of match[1]!.matchAll(new RegExp(DATE, 'g'))) {
      const day = dated(one.slice(1, 5), year, previous, match[0], problems);
      if (day && weekdayOf(day) <= 5) problems.push({ code: 'odd-workday', where: match[0] });
      if (day) days.push(day);
      previous = day ?? previous;
    }
  }
  return days;
}

const weekdayChars = '一二三四五六日';

/** A date of the notice; its year and month may stand with the date before it. The weekday, if written, must be right. */
function dated(
  [writtenYear, month, day, remark]: readonly (string | undefined)[],
  year: number,
  previous: LocalDate | undefined,
  where: string,
  problems: NoticeProblem[],
): LocalDate | undefined {
  const inYear = writtenYear ? Number(writtenYear) : previous ? Number(previous.slice(0, 4)) : year;
  const date = dateOf(inYear, month ? Number(month) : Number(previous?.slice(5, 7) ?? 0), Number(day));
  if (!date) problems.push({ code: 'bad-date', where });
  const said = /(?:周|星期)([一二三四五六日天])/.exec(remark ?? '');
  if (date && said && weekdayChars.indexOf(said[1]!.replace('天', '日')) + 1 !== weekdayOf(date)) {
    problems.push({ code: 'wrong-weekday', where });
  }
  return date;
}

function daysOf({ from, to }: Feast): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
