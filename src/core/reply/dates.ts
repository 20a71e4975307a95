import { addDays, addMonths, dateOf, type LocalDate, lastOfMonth, partsOf } from '../calendar.ts';
import { addWorkdays } from '../working-calendar.ts';
import { ENGLISH_DATES } from './dates-english.ts';
import { type DateMention, type Days, on, type Rule, type Today, vague } from './day.ts';
import { FEAST_RULES } from './feasts.ts';
import { apart } from './marks.ts';
import { MONTH_RULES, monthFrom } from './months.ts';
import { NUMBER, numberOf } from './numbers.ts';
import { timesIn } from './times.ts';
import { shiftOf, WEEK_RULES } from './weeks.ts';

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
function counted(n: number, unit: string, today: Today): LocalDate {
  if (unit.includes('工作日')) return addWorkdays(today.date, n, today.calendar);
  if (/周|星期|礼拜/.test(unit)) return addDays(today.date, 7 * n);
  if (unit.includes('月')) return addMonths(today.date, n);
  return addDays(today.date, n);
}

const n = `(${NUMBER})`;
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
    // 二〇二六年九月三日, as documents write it.
    pattern: new RegExp(`([一二三四五六七八九〇零○]{4})年${n}月${n}[日号]`, 'g'),
    read: (m, today) => {
      const year = Number([...m[1]!].map((c) => (/[零〇○]/.test(c) ? 0 : numberOf(c))).join(''));
      const day = dateOf(year, numberOf(m[2]!), numberOf(m[3]!));
      return day && on(day, today);
    },
  },
  {
    // 公示前一天, 宣布后当天: so near to a day that the text does not name.
    pattern: new RegExp(
      `(?<=(?:公示|宣布|任命|到任|上任|下发|印发|会议|会|考试|检查|谈话|处分)[^,。\\ue003]{0,2})(?:前|后)(?:的)?(?:${n}天|当[天日]|第[一二三]天)|(?<=[\\u4e00-\\u9fff])的?(?:次日|第二天)`,
      'g',
    ),
    read: (_m, today) => vague('past', addDays(today.date, -31)),
  },
  {
    pattern:
      /(大前|前|昨|今|当|明|后|大后)(?:天|日|儿)(?:个)?|(昨|今|明)(?=[早晚晨夜上下中午])|(?<=^|[,。;\n])(昨|今|明)(?=[开谈学报交讲][^,]{0,3}(?:$|[,。了完过]))/g,
    read: (m, today) => {
      const word = m[1] ?? m[2] ?? m[3]!;
      return on(addDays(today.date, RELATIVE[word]!), today);
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
  { pattern: /刚刚|刚才|方才|适才/g, read: (_m, today) => ({ past: today.date, next: null }) },
  {
    pattern:
      /上个?月|上上个?月|前几天|前两天|前些天|前段时间|前阵子|上个?季度|上半年(?=已|就|都|谈|开|学)|前几日|早些时候/g,
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
    pattern: /(?<![天日月年号周期个\ue002\d])(?:以前|从前|曾经|早先|去年|前年|上[次回](?=[谈学开查办做交就已跟和找]))/g,
    read: (_m, today) => vague('past', addDays(today.date, -366)),
  },
  {
    pattern: /过几天|过两天|过些天|过一阵|过段时间|改天|改日|近期|近日|这两天|这几天|最近|择期|另行|以后|今后|回头/g,
    read: (_m, today) => vague('future', today.date),
  },
  ...MONTH_RULES,
  ...WEEK_RULES,
  ...FEAST_RULES,
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
    else if (!mentions.some((m) => clock.from < m.to && m.from < clock.to)) {
      const { from, to } = clock;
      // 昨晚谈到十一点: an hour of the evening before, not of today.
      const day = mentions.findLast((m) => m.to <= from && !/[,。;!?\n]/.test(text.slice(m.to, from)));
      if (day && day.past !== today.date) free.push({ ...day, from, to });
      else free.push({ ...on(today.date, today), from, to, clock, before: false, hourOnly: true });
    }
  }
  return [...joined, ...free].sort((a, b) => a.from - b.from);
}
