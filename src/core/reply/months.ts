import { addDays, addMonths, dateOf, type LocalDate, lastOfMonth, partsOf, weekdayOf } from '../calendar.ts';
import { type Days, on, type Rule, type Today, vague } from './day.ts';
import { NUMBER, numberOf } from './numbers.ts';
import { shiftOf } from './weeks.ts';

/** 28号: the last gone by (today counts), or the next to come. */
export function bareDay(day: number, today: Today): Days | undefined {
  const { year, month, day: now } = partsOf(today.date);
  const first = `${today.date.slice(0, 7)}-01` as LocalDate;
  const near = (step: 1 | -1): LocalDate | null => {
    for (let i = 0; i < 3; i++) {
      const at = partsOf(addMonths(first, i * step));
      const date = dateOf(at.year, at.month, day);
      if (date && (step < 0 ? date <= today.date : date > today.date)) return date;
    }
    return null;
  };
  if (day < 1 || day > 31) return undefined;
  const here = day === now ? dateOf(year, month, day) : undefined;
  return { past: near(-1), next: here ?? near(1) };
}

function dayOfYear(month: number, day: number, today: Today): Days | undefined {
  const { year } = partsOf(today.date);
  const inYear = (y: number): LocalDate | undefined => dateOf(y, month, day);
  if (!inYear(2024)) return undefined;
  const here = inYear(year);
  const past = here && here <= today.date ? here : (inYear(year - 1) ?? null);
  const next = here && here >= today.date ? here : (inYear(year + 1) ?? null);
  return { past, next };
}

const thisYear = (month: number, today: Today): LocalDate | undefined => dateOf(partsOf(today.date).year, month, 1);

/** The nth such weekday of the month, or the last. */
function weekdayOfMonth(first: LocalDate, weekday: string, nth: number | undefined): LocalDate {
  const wanted = '日一二三四五六'.indexOf(weekday === '天' ? '日' : weekday) || 7;
  const edge = nth === undefined ? lastOfMonth(first) : first;
  const away =
    nth === undefined ? -((weekdayOf(edge) - wanted + 7) % 7) : ((wanted - weekdayOf(edge) + 7) % 7) + 7 * (nth - 1);
  return addDays(edge, away);
}

function partOfMonth(first: LocalDate, part: string): LocalDate {
  if (/底|末|最后/.test(part)) return lastOfMonth(first);
  if (part.includes('初')) return first;
  return addDays(first, 14);
}

/** First day of the month so many away. */
export const monthFrom = (today: Today, shift: number): LocalDate =>
  addMonths(`${today.date.slice(0, 7)}-01` as LocalDate, shift);
const n = `(${NUMBER})`;
const YEAR = '(?:(\\d{4}|今|去|前|明|本)年)?';
/** Days of a month: 3月5日, 28号, 上月20日, 月底; 3月中旬 is no day. */
export const MONTH_RULES: readonly Rule[] = [
  {
    pattern: new RegExp(`${YEAR}${n}月${n}(?:日|号|(?=上午|下午|晚|早|中午|[,。\\s]|$))`, 'g'),
    read: (m, today) => {
      const [month, day] = [numberOf(m[2]!), numberOf(m[3]!)];
      if (!m[1]) return dayOfYear(month, day, today);
      const shift = { 今: 0, 本: 0, 去: -1, 前: -2, 明: 1 }[m[1]];
      const date = dateOf(shift === undefined ? Number(m[1]) : partsOf(today.date).year + shift, month, day);
      return date && on(date, today);
    },
  },
  {
    pattern: new RegExp(`${YEAR}${n}月(?:份)?(底|末|初|中旬|上旬|下旬|的?最后一天)`, 'g'),
    read: (m, today) => {
      const first = dayOfYear(numberOf(m[2]!), 1, today);
      const near = first?.next ?? first?.past;
      if (!first || !near) return undefined;
      const own = `${today.date.slice(0, 4)}-${String(numberOf(m[2]!)).padStart(2, '0')}-01` as LocalDate;
      if (m[3]!.includes('旬')) return vague(own <= today.date ? 'past' : 'future', own);
      const here = partOfMonth(own, m[3]!);
      return here >= today.date
        ? { past: here === today.date ? here : null, next: here }
        : { past: here, next: partOfMonth(addMonths(own, 12), m[3]!) };
    },
  },
  {
    pattern: new RegExp(`(上上|上|下下|下|本|这|当|次)个?月(?:的)?(?:${n}(?:号|日)|(底|末|初|中旬|中|最后一天))`, 'g'),
    read: (m, today) => {
      const first = monthFrom(today, m[1] === '次' ? 1 : shiftOf(m[1]));
      const at = partsOf(first);
      if (m[3] === '中旬') return vague(first > today.date ? 'future' : 'past', first);
      const day = m[2] ? dateOf(at.year, at.month, numberOf(m[2])) : partOfMonth(first, m[3]!);
      return day && on(day, today);
    },
  },
  {
    // 8月最后一个周五, 本月第二个星期四.
    pattern: new RegExp(
      `(?:${n}|(上上|上|下|本|这)个?)月份?的?(?:最后一?个|第([一二三四五])个)(?:周|星期|礼拜)([一二三四五六日天])`,
      'g',
    ),
    read: (m, today) => {
      const first = m[1] ? thisYear(numberOf(m[1]), today) : monthFrom(today, shiftOf(m[2]));
      if (first === undefined) return undefined;
      const nearest = (years: number) =>
        weekdayOfMonth(addMonths(first, 12 * years), m[4]!, m[3] ? numberOf(m[3]) : undefined);
      const here = nearest(0);
      if (!m[1]) return on(here, today);
      return here <= today.date
        ? { past: here, next: here === today.date ? here : nearest(1) }
        : { past: nearest(-1), next: here };
    },
  },
  {
    // 上旬跑的: ten days of this month.
    pattern: /(?<![月个])(上|中|下)旬/g,
    read: (m, today) => {
      const from = addDays(monthFrom(today, 0), 10 * '上中下'.indexOf(m[1]!));
      return vague(from > today.date ? 'future' : 'past', from);
    },
  },
  {
    pattern: /(?<![\d一二三四五六七八九十个上下本这当次])月(底|末|初)/g,
    read: (m, today) => {
      const here = partOfMonth(monthFrom(today, 0), m[1]!);
      if (m[1] === '初') return { past: here, next: here >= today.date ? here : addMonths(here, 1) };
      return { past: here === today.date ? here : addDays(monthFrom(today, 0), -1), next: here };
    },
  },
  {
    pattern:
      /(?<![\d第月年.一二三四五六七八九十]|工作|生|节|假|党)(3[01]|[12]\d|0?[1-9]|二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])(?:号|日)(?!楼|柜|文|线|室|院|门|会议室|问题|令|档|盒|卷|电|件)/g,
    read: (m, today) => bareDay(numberOf(m[1]!), today),
  },
  {
    pattern: /(?<![\d./-])(1[0-2]|0?[1-9])[./](3[01]|[12]\d|0?[1-9])(?![\d./%]|小时|万|米|分|倍|个|天|年|元|亩|公里)/g,
    read: (m, today) =>
      m[0].includes('/') && /^1\/[2-9]$/.test(m[0]) ? undefined : dayOfYear(Number(m[1]), Number(m[2]), today),
  },
];
