import { addDays, addMonths, dateOf, daysIn, type LocalDate, partsOf } from '../calendar.ts';
import type { Deadline } from './draft.ts';
import { numberOf, yearOf } from './plain.ts';

/** What dates without a year, and periods without a start, are counted from. */
export interface Anchors {
  readonly date: LocalDate | null;
  readonly feedback: LocalDate | null;
  /** The year of a yearly plan. */
  readonly year: number | null;
  /** The last day of 集中整改期, if the paper fixes it. */
  readonly window?: LocalDate | null;
}

export interface ReadDeadline extends Deadline {
  /** A phrase for the schedule reader; undefined if only a date can say it. */
  readonly phrase: string;
  /** The year or the start is missing. */
  readonly open?: 'year' | 'anchor';
}

const Y = '(?<year>20\\d\\d|二[〇零○O0][一二三四五六七八九〇零○]{2})年(?:度)?';
const M = '(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?';
const D = '(?<day>3[01]|[12]\\d|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]';
const IMMEDIATE =
  /立行立改|立整立改|即知即改|边[查巡学]边改|立即(?:整改|完成|落实|纠正)?|(?:马上|立刻|立马|随即)就?(?:整?改|办|完成|落实)|即行即改|即时整改|已?立改/;
const ONGOING =
  /一直(?:坚持|做|抓)|(?:长期|持续)(?:坚持|整改|抓好|落实|推进|执行|用力|深化|巩固|保持|(?![\u4e00-\u9fff]))|常态化|坚持不懈|常抓不懈|长抓不懈/;

type Finder = readonly [RegExp, (groups: Readonly<Record<string, string | undefined>>, anchors: Anchors) => Found];
type Found = LocalDate | 'year' | 'anchor' | undefined;

const finders: readonly Finder[] = [
  // 9月25日集中整改期满后15日内.
  [
    new RegExp(`(?:${Y})?${M}${D}(?:集中)?(?:整改)?期?(?:结束|届满|期满|满)后(?:的)?(?<n>\\d{1,2})(?:日|天)内`),
    (g, a) => {
      const end = g.year ? dayOf(yearOf(g.year), g.month!, g.day!) : nextOf(a, (year) => dayOf(year, g.month!, g.day!));
      return end && end !== 'year' && end !== 'anchor' ? addDays(end, Number(g.n)) : end;
    },
  ],
  [
    /(?:整改期?|期)?(?:结束|届满|期满)后(?<n>\d{1,2})(?:日|天)内/,
    (g, a) => (a.window ? addDays(a.window, Number(g.n)) : undefined),
  ],
  [/集中整改期(?:内|限内|结束|届满|满)|整改期内/, (_, a) => a.window ?? 'anchor'],
  [/(?<year>20\d\d)[-./](?<month>\d{1,2})[-./](?<day>\d{1,2})/, (g) => dayOf(Number(g.year), g.month!, g.day!)],
  [new RegExp(`${Y}${M}${D}`), (g) => dayOf(yearOf(g.year!), g.month!, g.day!)],
  [new RegExp(`${Y}${M}(?<part>[上中下]旬|初)?`), (g) => partOf(yearOf(g.year!), numberOf(g.month!), g.part)],
  [/(?<year>20\d\d)[-./](?<month>1[0-2]|0?[1-9])(?!\d)/, (g) => partOf(Number(g.year), Number(g.month), undefined)],
  [new RegExp(`${Y}(?<half>上半年|[一二三四1-4]季度|第[一二三四]季度)`), (g) => halfOf(yearOf(g.year!), g.half!)],
  [new RegExp(`${Y}(?:年?底|末|年末|内|全年|12月|下半年)`), (g) => dateOf(yearOf(g.year!), 12, 31)],
  [
    new RegExp(`(?:明年|次年)${M}(?<part>[上中下]旬|初|底|末)?`),
    (g, a) => nextOf(a, (year) => partOf(year + 1, numberOf(g.month!), g.part)),
  ],
  [new RegExp(`(?:本年|今年)?${M}${D}`), (g, a) => nextOf(a, (year) => dayOf(year, g.month!, g.day!))],
  [
    new RegExp(`(?:本年|今年)?${M}(?<part>[上中下]旬|初|底|末)?(?:前|之前|以前|内|完成)?`),
    (g, a) => nextOf(a, (year) => partOf(year, numberOf(g.month!), g.part)),
  ],
  [/明年底|次年底/, (_, a) => nextOf(a, (year) => dateOf(year + 1, 12, 31))],
  [/(?<!每)(?:年底|年末|年内|今年内|年终)/, (_, a) => nextOf(a, (year) => dateOf(year, 12, 31))],
  [/(?<half>上半年|下半年|第?[一二三四]季度)(?:前|内|底|末)?/, (g, a) => nextOf(a, (year) => halfOf(year, g.half!))],
  [
    /(?:(?<n>[\d一二两三四五六七八九十]+)个?月|(?<half>半)年)(?:时间)?(?:之内|以内|内|期满|集中整改期)/,
    (g, a) => anchored(a, (from) => addMonths(from, g.half ? 6 : numberOf(g.n!))),
  ],
  [
    /(?<n>[\d一二两三四五六七八九十]+)(?<unit>日|天|周|个?星期)(?:时间)?(?:之内|以内|内)/,
    (g, a) => anchored(a, (from) => addDays(from, numberOf(g.n!) * (/日|天/.test(g.unit!) ? 1 : 7))),
  ],
  // Working days are not counted here, where no calendar is known: the office says the day.
  [/[\d一二两三四五六七八九十]+个?工作日(?:之内|以内|内)/, () => 'anchor'],
  [
    /本月底|月底前/,
    (_, a) => anchored({ ...a, feedback: a.date }, (from) => partOf(partsOf(from).year, partsOf(from).month, '底')),
  ],
];

/** Reads a deadline in plain words: 2024年6月底前，并长期坚持 · 立行立改 · 3个月内. Undefined if it names no time. */
export function readDeadline(words: string, anchors: Anchors): ReadDeadline | undefined {
  const text = words.trim();
  const ongoing = ONGOING.test(text);
  const found = foundIn(text, anchors);
  const day = found && found !== 'year' && found !== 'anchor' ? found : undefined;
  const open = found === 'year' || found === 'anchor' ? found : undefined;
  const due = day ?? (IMMEDIATE.test(text) && !open ? ('immediate' as const) : undefined);
  if (!due && !ongoing && !open) return undefined;
  const first = due === 'immediate' ? '立行立改' : due ? spoken(due) : '';
  const phrase = first && ongoing ? `${first}，${due === 'immediate' ? '' : '并'}长期坚持` : first || '长期坚持';
  return { text, ...(due ? { due } : {}), ongoing, phrase, ...(open ? { open } : {}) };
}

const UNTIL = /^[^，。；]*?(?:[月日号底末]|年底)(?:之|以)?前/;

// 自3月起 says when something begins.
const START =
  /[自从]?(?:20\d\d年)?(?:\d{1,2}月份?(?:\d{1,2}[日号])?|(?:第?[一二三四]季度|[上下]半年)|\d{1,2}[日号]|即日|今年)(?:起|开始|启动)/g;

/** The date that the text names, if it names one in full or the anchors complete it. */
export function foundIn(text: string, anchors: Anchors): Found {
  const ends = text.replace(START, '');
  // 3月底前完成2025年四季度复核: the day is the one that something must be done before.
  const until = UNTIL.exec(ends)?.[0];
  const own = until && until.length < ends.length ? foundIn(until, anchors) : undefined;
  if (own) return own;
  for (const [form, read] of finders) {
    const match = form.exec(ends);
    if (!match) continue;
    const found = read(match.groups ?? {}, anchors);
    if (found) return found;
  }
  return undefined;
}

/** `2024-06-30` as 2024年6月30日前. */
export function spoken(date: LocalDate): string {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日前`;
}

function dayOf(year: number, month: string, day: string): LocalDate | undefined {
  return dateOf(year, numberOf(month), numberOf(day));
}

function partOf(year: number, month: number, part: string | undefined): LocalDate | undefined {
  if (month < 1 || month > 12) return undefined;
  const day = part === '上旬' ? 10 : part === '中旬' ? 20 : part === '初' ? 5 : daysIn(year, month);
  return dateOf(year, month, day);
}

function halfOf(year: number, half: string): LocalDate | undefined {
  if (half === '上半年') return dateOf(year, 6, 30);
  if (half === '下半年') return dateOf(year, 12, 31);
  const quarter = numberOf(/[一二三四1-4]/.exec(half)![0]);
  return dateOf(year, quarter * 3, daysIn(year, quarter * 3));
}

/** 6月底前 without a year is the next one on or after the paper's date. */
function nextOf(anchors: Anchors, dateIn: (year: number) => LocalDate | undefined): Found {
  if (anchors.year) return dateIn(anchors.year);
  const from = anchors.date ?? anchors.feedback;
  if (!from) return 'year';
  const date = dateIn(partsOf(from).year);
  return date && date < from ? dateIn(partsOf(from).year + 1) : date;
}

function anchored(anchors: Anchors, dateFrom: (from: LocalDate) => LocalDate | undefined): Found {
  const from = anchors.feedback ?? anchors.date;
  return from ? dateFrom(from) : 'anchor';
}
