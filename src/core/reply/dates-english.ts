import { addDays, dateOf, type LocalDate, lastOfMonth, mondayOf, partsOf, type Weekday } from '../calendar.ts';
import { on, type Rule, type Today } from './day.ts';
import { bareDay } from './months.ts';
import { ENGLISH, numberOf } from './numbers.ts';
import { bareWeekday, weekdayIn } from './weeks.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
// We sat down with him: no Saturday.
const DAY =
  '(mon|tue|wed|thu|fri|sat(?! (?:down|in|through|with))|sun(?=day|$|[^a-z ]| (?:morning|afternoon|evening|night|at\\b|\\d)))(?:s|nes|rs|ur)?(?:day)?';
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';

const COUNT = `(\\d{1,2}|an?|${ENGLISH})`;
const daysIn = (count: string, unit: string): number =>
  (/^an?$/.test(count) ? 1 : numberOf(count)) * (unit === 'week' ? 7 : 1);

function inYear(month: number, day: number, today: Today) {
  const { year } = partsOf(today.date);
  const [here, last, next] = [dateOf(year, month, day), dateOf(year - 1, month, day), dateOf(year + 1, month, day)];
  if (!here) return undefined;
  return { past: here <= today.date ? here : (last ?? null), next: here >= today.date ? here : (next ?? null) };
}

/** English day words. The text is in small letters. */
export const ENGLISH_DATES: readonly Rule[] = [
  {
    pattern: /\b(?:the|on) (\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|time|item|one|question|point|floor|[a-z]{3,9}day))/g,
    read: (m, today) => bareDay(Number(m[1]), today),
  },
  { pattern: /\bday before yesterday\b/g, read: (_m, today) => on(addDays(today.date, -2), today) },
  { pattern: /\bday after tomorrow\b/g, read: (_m, today) => on(addDays(today.date, 2), today) },
  { pattern: /\byesterday\b|\blast night\b/g, read: (_m, today) => on(addDays(today.date, -1), today) },
  { pattern: /\btoday\b|\btonight\b|\bthis (?:morning|afternoon)\b/g, read: (_m, today) => on(today.date, today) },
  { pattern: /\btomorrow\b|\btmr\b/g, read: (_m, today) => on(addDays(today.date, 1), today) },
  {
    pattern: new RegExp(`\\b(?:(last|next|this) )?${DAY}\\b`, 'g'),
    read: (m, today) => {
      const weekday = (DAYS.indexOf(m[2]!) + 1) as Weekday;
      if (!m[1]) return bareWeekday(weekday, today);
      const weeks = m[1] === 'last' ? -1 : m[1] === 'next' ? 1 : 0;
      return on(weekdayIn(addDays(mondayOf(today.date), 7 * weeks), weekday), today);
    },
  },
  {
    pattern: new RegExp(`\\b${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b`, 'g'),
    read: (m, today) => inYear(MONTHS.indexOf(m[1]!) + 1, Number(m[2]), today),
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}\\b`, 'g'),
    read: (m, today) => inYear(MONTHS.indexOf(m[2]!) + 1, Number(m[1]), today),
  },
  {
    pattern: /\bend of (?:the |this )?month\b|\bmonth[- ]end\b/g,
    read: (_m, today) => on(lastOfMonth(today.date), today),
  },
  {
    pattern: /\b(last|next|this) (week|month)\b/g,
    read: (m, today) => {
      const side = m[1] === 'last' ? 'past' : m[1] === 'next' ? 'future' : 'now';
      const from =
        m[2] === 'week'
          ? addDays(mondayOf(today.date), side === 'future' ? 7 : side === 'past' ? -7 : 0)
          : (`${today.date.slice(0, 7)}-01` as LocalDate);
      return { past: null, next: null, vague: { side, from } };
    },
  },
  {
    pattern: new RegExp(`\\b${COUNT} (day|week)s? ago\\b`, 'g'),
    read: (m, today) => on(addDays(today.date, -daysIn(m[1]!, m[2]!)), today),
  },
  {
    pattern: new RegExp(`\\bin ${COUNT} (day|week)s?\\b`, 'g'),
    read: (m, today) => on(addDays(today.date, daysIn(m[1]!, m[2]!)), today),
  },
];
