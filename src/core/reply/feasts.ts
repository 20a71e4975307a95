import { addDays, daysBetween, type LocalDate, partsOf } from '../calendar.ts';
import { type Feast, type WorkingCalendar, workdayFrom } from '../working-calendar.ts';
import type { Days, Rule, Today } from './day.ts';
import { NUMBER, numberOf } from './numbers.ts';

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

const NAMES = `(${Object.keys(FEASTS).join('|').replace('十一', '十一(?!月|日|号|届|点)')})(?:节)?`;
/** Farther ahead than this, 春节前 is told of the feast gone by. */
const FAR = 60;

const goneBy = (today: Today) => ({ side: 'past', from: addDays(today.date, -FAR) }) as const;

interface Around {
  readonly last: Feast | undefined;
  readonly coming: Feast | undefined;
}

interface Known extends Feast {
  /** As in `FEASTS`, whatever the table calls it. */
  readonly name: string;
}

// A pure memo: a sentence of feasts only must not ask the table thousands of times.
const known = new WeakMap<WorkingCalendar, Map<number, readonly Known[]>>();

/** The feasts of the year, the one before and the one after, in order. */
function feastsOf({ calendar, date }: Today): readonly Known[] {
  const { year } = partsOf(date);
  const byYear = known.get(calendar) ?? new Map<number, readonly Known[]>();
  known.set(calendar, byYear);
  const before = byYear.get(year);
  if (before) return before;
  const found = [...new Set(Object.values(FEASTS))].flatMap((name) =>
    [year - 1, year, year + 1].flatMap((y) => {
      const feast = calendar.feast(name, y) ?? calendar.feast(name.replace(/节$/, ''), y);
      return feast ? [{ ...feast, name }] : [];
    }),
  );
  const made = found.sort((a, b) => (a.from < b.from ? -1 : 1));
  byYear.set(year, made);
  return made;
}

/** The feast of that name, or any, last begun and next to end. */
function feastsAround(name: string | undefined, today: Today): Around {
  const feasts = feastsOf(today).filter((f) => name === undefined || f.name === name);
  return { last: feasts.findLast((f) => f.from <= today.date), coming: feasts.find((f) => f.to >= today.date) };
}

function besideFeast(name: string | undefined, side: string, today: Today): Days | undefined {
  const { last, coming } = feastsAround(name, today);
  if (!coming) return last && { past: null, next: null, vague: goneBy(today) };
  const next = /后|回/.test(side) ? workdayFrom(addDays(coming.to, 1), today.calendar, 1) : addDays(coming.from, -1);
  const far = daysBetween(today.date, next) > FAR;
  return { past: null, next, ...(far ? { vague: goneBy(today) } : {}) };
}

/** A day told from the feast: of the last begun if that has come, of the next if not. */
function ofFeast(name: string | undefined, today: Today, day: (feast: Feast) => LocalDate): Days {
  const { last, coming } = feastsAround(name, today);
  const at = [last, coming].flatMap((f) => (f ? [day(f)] : []));
  return { past: at.findLast((d) => d <= today.date) ?? null, next: at.find((d) => d >= today.date) ?? null };
}

/** 元旦前一天, 国庆节当天: so many days from the feast's first. */
const countedFrom = (name: string, days: number, today: Today): Days =>
  ofFeast(name, today, (f) => addDays(f.from, days));

const firstWorkdayAfter = (name: string | undefined, today: Today): Days =>
  ofFeast(name, today, (f) => workdayFrom(addDays(f.to, 1), today.calendar, 1));

const beforeFeast = (name: string, today: Today): Days =>
  ofFeast(name, today, (f) => workdayFrom(addDays(f.from, -1), today.calendar, -1));

/** Days beside a feast: 国庆后, 节后 (the first working day after it), 节前 (the last day before). */
export const FEAST_RULES: readonly Rule[] = [
  {
    pattern: new RegExp(`${NAMES}(?:(前|后)(${NUMBER})天|(当[天日]|那天))`, 'g'),
    read: (m, today) => countedFrom(FEASTS[m[1]!]!, m[4] ? 0 : numberOf(m[3]!) * (m[2] === '前' ? -1 : 1), today),
  },
  {
    pattern: new RegExp(
      `${NAMES}(?:假期|放假)?(?:之|以)?后的?(?:第一(?:个工作日|个?上班日|天上班)|上班的?(?:第一天|头一天))`,
      'g',
    ),
    read: (m, today) => firstWorkdayAfter(FEASTS[m[1]!]!, today),
  },
  {
    pattern:
      /(?<![年时环细情关])(?:节|假期|长假|收假)后的?(?:第一(?:个工作日|个?上班日|天上班)|上班的?(?:第一天|头一天))/g,
    read: (_m, today) => firstWorkdayAfter(undefined, today),
  },
  {
    pattern: new RegExp(`${NAMES}(?:放?假)?前的?最后一?个?(?:工作日|上班日|天上班)`, 'g'),
    read: (m, today) => beforeFeast(FEASTS[m[1]!]!, today),
  },
  {
    pattern: new RegExp(`${NAMES}(?:假期|放假|长假)(?:的)?(?:第(${NUMBER})天|(最后一天))`, 'g'),
    read: (m, today) => ofFeast(FEASTS[m[1]!]!, today, (f) => (m[3] ? f.to : addDays(f.from, numberOf(m[2]!) - 1))),
  },
  {
    pattern: new RegExp(`${NAMES}(?:假期|放假)?(之?后|以后|回来|之?前|以前)`, 'g'),
    read: (m, today) => besideFeast(FEASTS[m[1]!], m[2]!, today),
  },
  {
    pattern: /(?<![年时环细情关])(?:节|假期|长假|放假|过节|过完节|收假)(之?后|以后|回来|之?前)/g,
    read: (m, today) => besideFeast(undefined, m[1]!, today),
  },
];
