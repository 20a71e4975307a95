import { addDays, type LocalDate, partsOf } from '../calendar.ts';
import { workdayFrom } from '../working-calendar.ts';
import type { Rule, Today } from './day.ts';

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

/** Days beside a feast: 国庆后, 节后 (the first working day after it), 节前 (the last day before). */
export const FEAST_RULES: readonly Rule[] = [
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
];
