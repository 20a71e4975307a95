import { addDays, type LocalDate, mondayOf, weekdayOf } from '../calendar.ts';
import { datesIn } from '../reply/dates.ts';
import type { DateMention, Today } from '../reply/day.ts';
import { normalize } from '../reply/normalize.ts';
import { NUMBER, numberOf } from '../reply/numbers.ts';
import type { Span } from './absence.ts';

const COUNT = new RegExp(
  `(${NUMBER}|半)个?(工作日|天|日(?!前|后)|周|星期|礼拜|days?|weeks?)(?!前|后|内|一|二|三|四|五|六|日)`,
);
const WEEK = /(本|这个?|下个?)(?:整个?)?(?:周|星期|礼拜)(?![一二三四五六日天末\d])|(this|next) week/;
const BACK = /回来|返回|回单位|上班|销假|返岗|\bback\b/;
const JOINS = /^(?:\s*(?:到|至|-|—|–|~|及|和|、|\bto\b|\buntil\b|\btill\b|\bthrough\b)\s*|\s+)$/;
/** Half a year: a day that has just gone by is not meant to be next year's. */
const LONGEST = 190;

/**
 * Which days words about an absence name: 周三到周五, 请假三天, 出差到周五, 3月4日起5天, 下周, 25号回来. Null if they name
 * none, or the span is over, turned round or longer than half a year.
 */
export function readSpan(text: string, today: Today): Span | null {
  const plain = normalize(text).text;
  const span = spanIn(plain, today);
  if (!span || span.to < today.date || span.from > span.to) return null;
  return addDays(span.from, LONGEST) < span.to ? null : span;
}

function spanIn(plain: string, today: Today): Span | null {
  const days = datesIn(plain, today).filter((d) => dayOf(d, today) !== null);
  const [first, second] = days;
  const size = sizeIn(plain, days);
  if (first && second && JOINS.test(plain.slice(first.to, second.from))) return between(first, second, today);
  if (first && size) return counted(dayOf(first, today)!, size);
  if (size) return counted(today.date, size);
  if (!first) return weekIn(plain, today);
  const day = dayOf(first, today)!;
  if (BACK.test(plain)) return { from: today.date, to: addDays(day, -1) };
  const until = /(?:到|至|until|till|through)\s*$/.test(plain.slice(0, first.from));
  return { from: until ? today.date : day, to: day };
}

function dayOf({ past, next, vague }: DateMention, today: Today): LocalDate | null {
  if (vague) return null;
  return past === today.date ? past : (next ?? past);
}

/** 下周一到周三: the second weekday is the one after the first, whatever it would mean alone. */
function between(first: DateMention, second: DateMention, today: Today): Span {
  const from = dayOf(first, today)!;
  const to = dayOf(second, today)!;
  const bare = second.past !== null && second.next !== null && second.past !== second.next;
  const ahead = (weekdayOf(to) - weekdayOf(from) + 7) % 7;
  return { from, to: bare || to < from ? addDays(from, ahead) : to };
}

/** How many days, read outside of the dates themselves. */
function sizeIn(plain: string, days: readonly DateMention[]): number | null {
  const rest = days.reduceRight(
    (text, d) => text.slice(0, d.from) + '\ue000'.repeat(d.to - d.from) + text.slice(d.to),
    plain,
  );
  const match = COUNT.exec(rest);
  if (!match) return null;
  const n = match[1] === '半' ? 1 : numberOf(match[1]!);
  const size = /周|星期|礼拜|week/.test(match[2]!) ? 7 * n : n;
  return Number.isFinite(size) && size > 0 ? size : null;
}

function counted(from: LocalDate, size: number): Span {
  return { from, to: addDays(from, Math.min(size, LONGEST) - 1) };
}

function weekIn(plain: string, today: Today): Span | null {
  const match = WEEK.exec(plain);
  if (!match) return null;
  const next = match[1]?.startsWith('下') || match[2] === 'next';
  const monday = addDays(mondayOf(today.date), next ? 7 : 0);
  return { from: next ? monday : today.date, to: addDays(monday, 6) };
}

const AWAY =
  /出差|外出|公出|人(?:还|都|正)?在外[头面边地]|年休|休假|休.{0,3}天|住院|病假|疗养|培训|学习班|\baway\b|business trip|\bvacation\b|on leave|sick leave|\bleave\b/;
const LEAVE = /请.{0,6}假/;

/** 出差, 病假, from …: a word of the absence itself and no name. */
export function tellsWhy(word: string): boolean {
  return (
    AWAY.test(word) ||
    LEAVE.test(word) ||
    reasonIn(word) !== 'away' ||
    /^(?:from|until|till|to|since|me|i|我|本人|自|从|因|由|请|让)/i.test(word)
  );
}
const NOT_SO = /不(?:去)?(?:出差|外出|休假|请假)|取消|[?？]|吗|回来了/;

/**
 * Whether a sentence tells of an absence of its own rather than of leave from one thing: a journey or illness, or leave
 * of several days.
 */
export function tellsOfAbsence(text: string, span: Span | null): boolean {
  const plain = normalize(text).text;
  if (!span || NOT_SO.test(plain)) return false;
  return AWAY.test(plain) || (LEAVE.test(plain) && span.from < span.to);
}

/** 明天请假, 下周三下午请半天假: leave, though perhaps only from one thing. */
export function asksForLeave(text: string): boolean {
  const plain = normalize(text).text;
  return LEAVE.test(plain) && !NOT_SO.test(plain);
}

const reasons = [
  ['ill', /病|住院|疗养|就医|\bill\b|sick/],
  ['training', /培训|学习班|党校|training/],
  ['leave', /休|假|vacation|\bleave\b/],
] as const;

/** Why somebody is away, as one of the usual reasons. */
export function reasonIn(text: string): string {
  return reasons.find(([, words]) => words.test(text))?.[0] ?? 'away';
}

const NUMBERED = /^\s*[\d１-９]{1,2}\s*[、.．，,\s]*(?![\d月号日年天周个./-])/u;

/** 3 请假: it speaks of an item of the list. */
export function namesAnItem(text: string): boolean {
  return NUMBERED.test(text);
}
