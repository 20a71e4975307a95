import {
  addDays,
  addMonths,
  dateOf,
  type Instant,
  instantOf,
  type LocalDate,
  type LocalTime,
  lastOfMonth,
  localOf,
  mondayOf,
  partsOf,
  type Weekday,
  weekdayOf,
  type Zone,
} from '../calendar.ts';
import { addWorkdays, type WorkingCalendar, workdayFrom } from '../working-calendar.ts';
import { ENGLISH_DATES } from './dates-english.ts';
import { apart, type Span } from './marks.ts';
import { NUMBER, numberOf } from './numbers.ts';
import { type Clock, timesIn } from './times.ts';

/** The day of the message, seen from the office. */
export interface Today {
  readonly now: Instant;
  readonly zone: Zone;
  readonly date: LocalDate;
  readonly time: LocalTime;
  readonly calendar: WorkingCalendar;
}

export function todayAt(now: Instant, zone: Zone, calendar: WorkingCalendar): Today {
  const { date, time } = localOf(now, zone);
  return { now, zone, date, time, calendar };
}

/**
 * A day as words name it: `past` if the sentence looks back, `next` if it looks ahead (DOMAIN §9.6). One of
 * them is null where the words exclude it (昨天, 下周五); both are null for a vague one (上周, 过几天).
 */
export interface DateMention extends Span {
  readonly past: LocalDate | null;
  readonly next: LocalDate | null;
  /** Vague words: earliest day they can mean, to compare with a deadline. */
  readonly vague?: { readonly side: 'past' | 'now' | 'future'; readonly from: LocalDate };
  readonly clock?: Clock;
  /** 3月5日前: a limit, not a day. */
  readonly before: boolean;
}

export type Days = Pick<DateMention, 'past' | 'next' | 'vague'>;
export interface Rule {
  readonly pattern: RegExp;
  read(match: RegExpMatchArray, today: Today): Days | undefined;
}

export const on = (day: LocalDate, today: Today): Days =>
  day < today.date
    ? { past: day, next: null }
    : day > today.date
      ? { past: null, next: day }
      : { past: day, next: day };
const vague = (side: 'past' | 'now' | 'future', from: LocalDate): Days => ({
  past: null,
  next: null,
  vague: { side, from },
});

const RELATIVE: Readonly<Record<string, number>> = {
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  当: 0,
  明: 1,
  后: 2,
  大后: 3,
};
const WEEKDAYS = '一二三四五六日';

export function weekdayIn(monday: LocalDate, weekday: Weekday): LocalDate {
  return addDays(monday, weekday - 1);
}

/** A bare weekday: the last one gone by (today counts), or the next one to come. */
export function bareWeekday(weekday: Weekday, today: Today): Days {
  const back = (weekdayOf(today.date) - weekday + 7) % 7;
  return { past: addDays(today.date, -back), next: addDays(today.date, 7 - back) };
}

function bareDay(day: number, today: Today): Days | undefined {
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

function partOfMonth(first: LocalDate, part: string): LocalDate {
  if (/底|末/.test(part)) return lastOfMonth(first);
  if (part.includes('初')) return first;
  return addDays(first, 14);
}

const monthFrom = (today: Today, shift: number): LocalDate =>
  addMonths(`${today.date.slice(0, 7)}-01` as LocalDate, shift);
const shiftOf = (word: string | undefined): number => {
  const w = (word ?? '').replace(/个|一/g, '');
  if (/^上+$/.test(w)) return -w.length;
  if (/^下+$/.test(w)) return w.length;
  return 0;
};

const FEASTS: Readonly<Record<string, string>> = {
  元旦: '元旦',
  春节: '春节',
  过年: '春节',
  清明: '清明节',
  五一: '劳动节',
  劳动节: '劳动节',
  端午: '端午节',
  中秋: '中秋节',
  国庆: '国庆节',
  十一: '国庆节',
};

function feastNear(name: string | undefined, today: Today, after: boolean): LocalDate | undefined {
  const { year } = partsOf(today.date);
  const names = name
    ? [name, name.replace(/节$/, '')]
    : [...new Set(Object.values(FEASTS))].flatMap((n) => [n, n.replace(/节$/, '')]);
  const feasts = [year - 1, year, year + 1].flatMap((y) => names.flatMap((n) => today.calendar.feast(n, y) ?? []));
  const coming = feasts.filter((f) => f.to >= today.date).sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  if (!coming) return undefined;
  return after ? workdayFrom(addDays(coming.to, 1), today.calendar, 1) : addDays(coming.from, -1);
}

function counted(n: number, unit: string, today: Today): LocalDate {
  if (unit.includes('工作日')) return addWorkdays(today.date, n, today.calendar);
  if (/周|星期|礼拜/.test(unit)) return addDays(today.date, 7 * n);
  if (unit.includes('月')) return addMonths(today.date, n);
  return addDays(today.date, n);
}

const n = `(${NUMBER})`;
const YEAR = '(?:(\\d{4}|今|去|前|明|本)年)?';
const UNIT = '(天|日|周|个星期|个礼拜|个月|个工作日)';

const RULES: readonly Rule[] = [
  {
    pattern: /(?<!\d)(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?/g,
    read: (m, today) => {
      const day = dateOf(Number(m[1]), Number(m[2]), Number(m[3]));
      return day && on(day, today);
    },
  },
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
    pattern: new RegExp(`${YEAR}${n}月(?:份)?(底|末|初|中旬|上旬|下旬)`, 'g'),
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
    pattern: new RegExp(`(上上|上|下下|下|本|这|当|次)个?月(?:的)?(?:${n}(?:号|日)|(底|末|初|中旬|中))`, 'g'),
    read: (m, today) => {
      const first = monthFrom(today, m[1] === '次' ? 1 : shiftOf(m[1]));
      const at = partsOf(first);
      if (m[3] === '中旬') return vague(first > today.date ? 'future' : 'past', first);
      const day = m[2] ? dateOf(at.year, at.month, numberOf(m[2])) : partOfMonth(first, m[3]!);
      return day && on(day, today);
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
    pattern: /(大前|前|昨|今|当|明|后|大后)(?:天|日|儿)(?:个)?|(昨|今|明)(?=[早晚晨夜上下中午])/g,
    read: (m, today) => {
      const word = m[1] ?? m[2]!;
      return on(addDays(today.date, RELATIVE[word]!), today);
    },
  },
  {
    pattern:
      /(上上|上|下下|下|本|这|这个|上个|下个|上一|下一|本|这一)?个?(?:周|星期|礼拜)([一二三四五六日天末1-7])(?![\d个次季年期度天])/g,
    read: (m, today) => {
      const index = /[天日7]/.test(m[2]!)
        ? 6
        : m[2] === '末'
          ? 5
          : /\d/.test(m[2]!)
            ? Number(m[2]) - 1
            : WEEKDAYS.indexOf(m[2]!);
      const weekday = (index + 1) as Weekday;
      if (!m[1]) return bareWeekday(weekday, today);
      const word = m[1].replace(/[个一]/g, '');
      const monday = addDays(mondayOf(today.date), 7 * shiftOf(word));
      return on(weekdayIn(monday, weekday), today);
    },
  },
  {
    pattern:
      /(上上|上|下下|下|本|这|这个|上个|下个|上一|下一|这一)个?(?:周|星期|礼拜)(初|末|底)?(?![一二三四五六日天])/g,
    read: (m, today) => {
      const shift = shiftOf(m[1]);
      const monday = addDays(mondayOf(today.date), 7 * shift);
      return vague(shift < 0 ? 'past' : shift > 0 ? 'future' : 'now', monday);
    },
  },
  {
    pattern: new RegExp(`(?:${n}|(半))${UNIT}(?:之)?(?:以)?前`, 'g'),
    read: (m, today) => (m[2] ? undefined : on(counted(-numberOf(m[1]!), m[3]!, today), today)),
  },
  {
    pattern: new RegExp(`(?:过|再过|等)?${n}${UNIT}(?:之|以)?(?:后|(?=再))`, 'g'),
    read: (m, today) => on(counted(numberOf(m[1]!), m[2]!, today), today),
  },
  {
    pattern:
      /(?<![\d第月年.一二三四五六七八九十]|工作|生|节|假|党)(3[01]|[12]\d|0?[1-9]|二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])(?:号|日)(?!楼|柜|文|线|室|院|门|会议室|问题|令|档|盒|卷|电|件)/g,
    read: (m, today) => bareDay(numberOf(m[1]!), today),
  },
  {
    pattern:
      /(元旦|春节|清明|五一|劳动节|端午|中秋|国庆|十一(?!月|日|号|届))(?:节)?(?:假期|放假)?(之?后|以后|回来|之?前|以前)/g,
    read: (m, today) => {
      const day = feastNear(FEASTS[m[1]!], today, /后|回/.test(m[2]!));
      return day && { past: null, next: day };
    },
  },
  {
    pattern: /(?<![年时环细情关])(?:节|假期|长假|放假|过节|过完节|收假)(之?后|以后|回来|之?前)/g,
    read: (m, today) => {
      const day = feastNear(undefined, today, /后|回/.test(m[1]!));
      return day && { past: null, next: day };
    },
  },
  {
    pattern: /(本|这|一|二|三|四)?(?:个)?季(?:度)?(?:末|底)/g,
    read: (m, today) => {
      const { year, month } = partsOf(today.date);
      const own = m[1] ? '一二三四'.indexOf(m[1]) : -1;
      const quarter = own >= 0 ? own : Math.floor((month - 1) / 3);
      const day = dateOf(year, quarter * 3 + 3, 1);
      return day && on(lastOfMonth(day), today);
    },
  },
  {
    pattern: /(?:今|本)?年(?:底|末|终)/g,
    read: (_m, today) => ({ past: null, next: dateOf(partsOf(today.date).year, 12, 31) ?? null }),
  },
  {
    pattern: /(?<![\d./-])(1[0-2]|0?[1-9])[./](3[01]|[12]\d|0?[1-9])(?![\d./%]|小时|万|米|分|倍|个|天|年|元|亩|公里)/g,
    read: (m, today) =>
      m[0].includes('/') && /^1\/[2-9]$/.test(m[0]) ? undefined : dayOfYear(Number(m[1]), Number(m[2]), today),
  },
  { pattern: /刚刚|刚才|方才|适才/g, read: (_m, today) => on(today.date, today) },
  {
    pattern:
      /上个?月|上上个?月|前几天|前两天|前些天|前段时间|前阵子|去年|上个?季度|上半年(?=已|就|都|谈|开|学)|前几日|早些时候/g,
    read: (_m, today) => vague('past', addDays(today.date, -31)),
  },
  {
    pattern: /下下?个?月(?![初底末中\d])|下个?季度|明年|下半年/g,
    read: (m, today) =>
      vague(
        'future',
        m[0].includes('年')
          ? addDays(today.date, 31)
          : monthFrom(today, shiftOf(m[0].replace(/月.*/, '').replace('季度', '')) || 1),
      ),
  },
  {
    pattern: /过几天|过两天|过些天|过一阵|过段时间|改天|改日|近期|近日|这两天|这几天|最近|择期|另行|以后|今后|回头/g,
    read: (_m, today) => vague('future', today.date),
  },
  ...ENGLISH_DATES,
];

const MOST = 120;

/** Every day named in the text, in order (the first 120). Takes time in proportion to the text. */
export function datesIn(text: string, today: Today): readonly DateMention[] {
  const found: DateMention[] = [];
  for (const rule of RULES) {
    for (const match of text.matchAll(rule.pattern)) {
      const days = rule.read(match, today);
      if (days) found.push(withTail(text, match.index, match[0].length, days));
    }
  }
  return withClocks(text, apart(found).slice(0, MOST), today);
}

function withTail(text: string, from: number, length: number, days: Days): DateMention {
  const tail = /^(?:之前|以前|前|内|之内|以内)(?!天|往|去|后)/.exec(text.slice(from + length, from + length + 3));
  const own = /(?:后|回来|之前|以前|前)$/.test(text.slice(from, from + length));
  return { ...days, from, to: from + length + (tail && !own ? tail[0].length : 0), before: Boolean(tail) && !own };
}

function withClocks(text: string, mentions: readonly DateMention[], today: Today): readonly DateMention[] {
  const free: DateMention[] = [];
  const joined = [...mentions];
  for (const clock of timesIn(text)) {
    const at = joined.findIndex((m) => m.to <= clock.from && clock.from - m.to <= 1);
    const host = joined[at];
    if (host && !host.clock) joined[at] = { ...host, to: clock.to, clock };
    else if (!mentions.some((m) => clock.from < m.to && m.from < clock.to))
      free.push({ ...on(today.date, today), from: clock.from, to: clock.to, clock, before: false });
  }
  return [...joined, ...free].sort((a, b) => a.from - b.from);
}

/** Is that day and hour still to come? A day alone is not, until it is over. */
export function isAhead(mention: DateMention, today: Today): boolean {
  if (mention.vague) return mention.vague.side === 'future';
  if (mention.past && mention.past < today.date) return false;
  if (mention.next && mention.next > today.date && !mention.past) return true;
  const start = mention.clock?.start;
  return start !== undefined && mention.past === today.date && instantOf(today.date, start, today.zone) > today.now;
}
