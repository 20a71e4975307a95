import { addDays, type LocalDate, mondayOf, type Weekday, weekdayOf } from '../calendar.ts';
import { type Days, on, type Rule, type Today, vague } from './day.ts';

const WEEKDAYS = '一二三四五六日';

export function weekdayIn(monday: LocalDate, weekday: Weekday): LocalDate {
  return addDays(monday, weekday - 1);
}

/** A bare weekday: the last one gone by (today counts), or the next one to come. */
export function bareWeekday(weekday: Weekday, today: Today): Days {
  const back = (weekdayOf(today.date) - weekday + 7) % 7;
  return { past: addDays(today.date, -back), next: addDays(today.date, 7 - back) };
}

/** How many weeks or months 上上, 上, 下 are away. */
export const shiftOf = (word: string | undefined): number => {
  const w = (word ?? '').replace(/个|一/g, '');
  if (/^上+$/.test(w)) return -w.length;
  if (/^下+$/.test(w)) return w.length;
  return 0;
};

/** 周末 gone by is one of two days: which, the text does not say. */
const weekend = ({ past, next }: Days, today: Today): Days =>
  past === null || past === today.date ? { past, next } : { ...vague('past', past), next };

/** Days of the week: 周五 looks back or ahead, 上周五 only back; 上周 alone is no day. */
export const WEEK_RULES: readonly Rule[] = [
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
      const monday = addDays(mondayOf(today.date), 7 * shiftOf(m[1]?.replace(/[个一]/g, '')));
      const days = m[1] ? on(weekdayIn(monday, weekday), today) : bareWeekday(weekday, today);
      return m[2] === '末' ? weekend(days, today) : days;
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
];
