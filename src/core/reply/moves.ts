import { addDays, addMonths, dateAt, type Instant, type LocalDate } from '../calendar.ts';
import { addWorkdays } from '../working-calendar.ts';
import type { DateMention, Today } from './day.ts';
import { NUMBER, numberOf } from './numbers.ts';
import type { Part } from './sentence.ts';

const SPAN = new RegExp(
  `(?:延期|延长|延迟|延后|延缓|推迟|推后|顺延|往后[推拖延挪顺错放]|宽限|展期|后延|延|推|晚|缓|再?给我|再给|拖|错后)(?:[^,\\d一二两三四五六七八九十到至在]{0,4})?(${NUMBER}|半)个?(工作日|天|日(?!前|再)|周|星期|礼拜|(?<=个)月)(?!前|号|[一二三四五六日天末](?:[,。;!再开谈交报学吧]|$))`,
);
const ENGLISH = /\b(?:by|for|another|extra)?\s*(\d{1,2}|one|two|three|a) (?:more )?(day|week|month|working day)s?\b/;
const WORDS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3 };

/** 延期三天, counted from the due day (DOMAIN §9.6), or from today if nothing is due. */
export function extended(text: string, due: Instant | null, today: Today): LocalDate | null {
  const from = due === null ? today.date : dateAt(due, today.zone);
  const match = SPAN.exec(text);
  if (match) return shifted(from, match[1] === '半' ? 0.5 : numberOf(match[1]!), match[2]!, today);
  const english = /extend|extension|postpone|delay|push|need|more|give/.test(text) ? ENGLISH.exec(text) : null;
  const n = english && (WORDS[english[1]!] ?? Number(english[1]));
  if (!english || !n) return null;
  const unit = { day: '天', week: '周', month: '月', 'working day': '工作日' }[english[2]!] ?? '天';
  return shifted(from, n, unit, today);
}

function shifted(from: LocalDate, n: number, unit: string, today: Today): LocalDate {
  if (unit === '工作日') return addWorkdays(from, n, today.calendar);
  if (unit === '月') return n < 1 ? addDays(from, 15) : addMonths(from, n);
  return addDays(from, /周|星期|礼拜/.test(unit) ? 7 * n : n);
}

/** The day something moves to: the last one named ahead in the clauses that speak of it. */
export function movedTo(parts: readonly Part[], due: Instant | null, today: Today): LocalDate | null {
  const moving = parts.filter((p) => p.label === 'postpone');
  const rest = parts.filter((p) => /^(?:ahead|fact|excuse|void)$/.test(p.label));
  for (const part of moving) {
    const by = extended(part.plain, due, today);
    if (by) return by;
  }
  for (const group of [moving, rest.filter((p) => p.label !== 'excuse'), rest]) {
    const days = group.flatMap((p) => p.dates.filter((d) => !corrected(p, d)));
    const day = days.map((d) => ahead(d, today)).findLast((d) => d !== null);
    if (day) return day;
  }
  return null;
}

// 从周三改到周五, 原定周三: the day it moves from.
function corrected(part: Part, date: DateMention): boolean {
  const before = part.text.slice(0, date.from - part.to + part.text.length);
  const after = part.text.slice(date.to - part.to + part.text.length);
  return (
    /(?:从|由|原定|原来|原|把|本来|不是)$/.test(before) ||
    /^的?[^,]{0,6}(?:改到|推到|推迟|改成|改为|挪到|调到|延到|顺延)/.test(after)
  );
}

function ahead(date: DateMention, today: Today): LocalDate | null {
  return date.next !== null && date.next >= today.date ? date.next : null;
}

const AWAY = [
  new RegExp(`(?:请|休|出差|学习|培训|住院|住|躺|养|走|去)[^,]{0,6}?(${NUMBER})个?(天|日|周|星期|礼拜)`),
  new RegExp(`(${NUMBER})(天|周)的?(?:病|事|年|产|陪产|婚|丧|护理)?假`),
  /\b(?:for|take|taking) (\d{1,2}|a|one|two|three|four|five|six) (day|week)s?\b/,
];
const BACK = /回来|返回|回单位|回局|上班|销假|返岗|回得来|回(?=[.。!]?$)|\bback\b/;
const TILL = /(?:到|至|-)\ue002|\b(?:until|till|til|through|thru|to) (?:the )?\ue002/;

/** Last day of an absence: 出差到周五, 请假三天 (today is the first), 25号回来 (the day before). */
export function awayUntil(parts: readonly Part[], today: Today): LocalDate | null {
  for (const part of parts.filter((p) => !/^(?:question|postpone|undo|done|acknowledge)$/.test(p.label))) {
    const span = AWAY.map((pattern) => pattern.exec(part.plain)).find((m) => m !== null);
    if (span) return addDays(today.date, daysOf(span[1]!, span[2]!) - 1);
    const last = part.dates.map((d) => ahead(d, today)).findLast((d) => d !== null);
    if (!last) continue;
    if (BACK.test(part.text)) return last > today.date ? addDays(last, -1) : null;
    if (TILL.test(part.text)) return last;
  }
  return null;
}

const daysOf = (count: string, unit: string): number =>
  (WORDS[count] ?? numberOf(count)) * (/周|星期|礼拜|week/.test(unit) ? 7 : 1);
