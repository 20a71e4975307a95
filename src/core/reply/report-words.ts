import { addDays, addMonths, type LocalDate, mondayOf, partsOf } from '../calendar.ts';
import type { ReportAsk } from '../reports/contract.ts';
import { monthOf } from '../reports/figures/spans.ts';

/** What somebody asks for after `/report`, as they write it. */
export interface AskedReport {
  /** Id of a report; undefined where none is named. */
  readonly report?: string;
  readonly ask: ReportAsk;
  /** Words that nothing was made of. */
  readonly unknown: readonly string[];
}

const names: readonly (readonly [RegExp, string])[] = [
  [/^(周报|周|weekly|week)$/i, 'weekly'],
  [/^(月报|月|monthly|month)$/i, 'monthly'],
  [/^(整改)?(进展(情况)?(报告)?|报告|progress(-report)?)$/i, 'progress-report'],
  [/^(整改)?(进展)?(通报|bulletin)$/i, 'bulletin'],
  [/^(督办|提醒|督办提醒)?函$|^(reminder(-letter)?|letter)$/i, 'reminder-letter'],
  [/^(谈话|谈心谈话)(登记|登记表|表)?$|^(talks?|talk-register)$/i, 'talk-register'],
  [/^(谈话|谈心谈话)?覆盖(图)?$|^(talk-matrix|coverage)$/i, 'talk-matrix'],
  [/^(会议)?记录(核查)?(表)?$|^核查(表)?$|^minutes(-sheet)?$/i, 'minutes-sheet'],
  [/^(周)?(卡|卡片|图)$|^(week-)?card$/i, 'week-card'],
  [/^(月度表|矩阵|履职(表|图)?)$|^(duty-)?matrix$/i, 'duty-matrix'],
  [/^(趋势|按时率|按时办结率)(图)?$|^(on-time-)?trend$/i, 'on-time-trend'],
  [/^(台账|ledger)$/i, 'ledger'],
  [/^(日历|calendar)$/i, 'calendar'],
  [/^(佐证|档案|佐证材料|evidence)$/i, 'evidence'],
];

const colours: Readonly<Record<string, NonNullable<ReportAsk['colour']>>> = {
  红: 'red',
  黄: 'yellow',
  绿: 'green',
  red: 'red',
  yellow: 'yellow',
  green: 'green',
};

/** `2026-06`, `6月 月报`, `上周`, `督办函 红`, `佐证 3`. `today`: the office's day, from which months are counted. */
export function readReportWords(text: string, today: LocalDate): AskedReport {
  const words = text
    .normalize('NFKC')
    .split(/[\s,，、]+/)
    .filter((word) => word !== '');
  return words.reduce<AskedReport>((so, word) => withWord(so, word, today), { ask: {}, unknown: [] });
}

function withWord(so: AskedReport, word: string, today: LocalDate): AskedReport {
  const found = names.find(([pattern]) => pattern.test(word))?.[1];
  if (found) return { ...so, report: found };
  const colour = colours[word.replace(/色$/, '').toLowerCase()];
  if (colour) return { ...so, ask: { ...so.ask, colour } };
  // 红色督办函 is the letter and its colour in one word.
  const letter = /^([红黄绿])色?(.*函)$/.exec(word);
  if (letter) return [letter[1]!, letter[2]!].reduce((all, part) => withWord(all, part, today), so);
  const measure = /^(?:措施|m)(\w{1,24})$/i.exec(word)?.[1];
  if (measure) return { ...so, ask: { ...so.ask, measure } };
  const problem = /^(?:第)?(?:问题)?(\d{1,3})(?:个问题|个|号)?$/.exec(word)?.[1];
  if (problem && !/^\d{4}$/.test(word)) return { ...so, ask: { ...so.ask, problem } };
  // A span with the report's name grown on: 6月月报, 上周周报.
  const joined = /^(.+?)(?:的)?(周报|月报|报告|通报|台账)$/.exec(word);
  const span = spanOf(joined?.[1] ?? word, today);
  if (!span) return { ...so, unknown: [...so.unknown, word] };
  const report = joined && names.find(([pattern]) => pattern.test(joined[2]!))?.[1];
  return { ...so, ask: { ...so.ask, span }, ...(report ? { report } : {}) };
}

/** In the form that every report takes. */
function spanOf(word: string, today: LocalDate): string | undefined {
  if (/^\d{4}(-(\d{2}|W\d{2}|Q[1-4]|H[12]))?$/i.test(word)) return word.toUpperCase();
  if (/^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$/.test(word)) return word;
  const month = /^(?:(\d{4})年)?(\d{1,2})月份?$/.exec(word);
  if (month) return monthBefore(today, Number(month[2]), month[1]);
  const quarter = /^(?:(\d{4})年)?(?:第)?([一二三四1-4])季度$/.exec(word);
  if (quarter) return `${quarter[1] ?? partsOf(today).year}-Q${'一二三四'.indexOf(quarter[2]!) + 1 || quarter[2]}`;
  const monday = mondayOf(today);
  if (/^(本周|这周|thisweek)$/i.test(word)) return daysFrom(monday);
  if (/^(上周|lastweek)$/i.test(word)) return daysFrom(addDays(monday, -7));
  if (/^(本月|这个月|thismonth)$/i.test(word)) return today.slice(0, 7);
  if (/^(上月|上个月|lastmonth)$/i.test(word)) return addMonths(monthOf(today).first, -1).slice(0, 7);
  return /^(今年|本年|thisyear)$/i.test(word) ? today.slice(0, 4) : undefined;
}

const daysFrom = (first: LocalDate): string => `${first}..${addDays(first, 6)}`;

/** A month without its year is the last one of that name that has begun. */
function monthBefore(today: LocalDate, month: number, year: string | undefined): string | undefined {
  if (month < 1 || month > 12) return undefined;
  const now = partsOf(today);
  const its = year ?? String(month <= now.month ? now.year : now.year - 1);
  return `${its}-${String(month).padStart(2, '0')}`;
}
