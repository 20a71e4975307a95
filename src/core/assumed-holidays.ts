import { addDays, dateOf, type LocalDate, weekdayOf } from './calendar.ts';
import { movingFeasts } from './lunar-feasts.ts';
import type { Feast } from './working-calendar.ts';

/** A year before its notice: what the law fixes, and what has joined it every year of late. */
export interface AssumedYear {
  readonly year: number;
  readonly feasts: readonly Feast[];
  readonly workDays: readonly LocalDate[];
  /** Weekdays in `feasts` that no law fixes: which of them are worked is not known before the notice. */
  readonly probable: readonly LocalDate[];
}

/**
 * Statutory days: 《全国年节及纪念日放假办法》 (2024): 元旦 1, 春节 4 from New Year's Eve, 清明 1, 劳动节 2, 端午 1,
 * 中秋 1, 国庆节 3; one that falls on a weekend is made up on the next working days. Habit since 2020: 春节 at least
 * 7 days, 劳动节 5, 国庆节 7. Undefined beyond the lunar data.
 */
export function assumedYear(year: number): AssumedYear | undefined {
  const moving = movingFeasts[year];
  if (!moving) return undefined;
  const spans = [
    { name: '元旦', from: dateOf(year, 1, 1)!, statutory: 1, usual: 1 },
    { name: '春节', from: addDays(moving.spring, -1), statutory: 4, usual: 7 },
    { name: '清明', from: moving.qingming, statutory: 1, usual: 1 },
    { name: '劳动节', from: dateOf(year, 5, 1)!, statutory: 2, usual: 5 },
    { name: '端午', from: moving.dragonBoat, statutory: 1, usual: 1 },
    { name: '中秋', from: moving.midAutumn, statutory: 1, usual: 1 },
    { name: '国庆节', from: dateOf(year, 10, 1)!, statutory: 3, usual: 7 },
  ];
  const feasts = joined(spans.map(feastOf)).map(withWeekend);
  const fixed = new Set(spans.flatMap((span) => run(span.from, addDays(span.from, span.statutory - 1))));
  const probable = feasts
    .flatMap((feast) => run(feast.from, feast.to))
    .filter((day) => !fixed.has(day) && weekdayOf(day) <= 5);
  return { year, feasts, workDays: [], probable: [...new Set(probable)].sort() };
}

interface Span {
  readonly name: string;
  readonly from: LocalDate;
  readonly statutory: number;
  readonly usual: number;
}

function feastOf({ name, from, statutory, usual }: Span): Feast {
  const lost = run(from, addDays(from, statutory - 1)).filter((day) => weekdayOf(day) > 5).length;
  let to = addDays(from, statutory - 1);
  for (let left = lost; left > 0; ) {
    to = addDays(to, 1);
    if (weekdayOf(to) <= 5) left--;
  }
  const habit = addDays(from, usual - 1);
  return { name, from, to: to > habit ? to : habit };
}

/** A weekend that touches a holiday belongs to it: 国庆节前 is the last day before both. */
function withWeekend({ name, from, to }: Feast): Feast {
  let first = from;
  let last = to;
  while (weekdayOf(addDays(first, -1)) > 5) first = addDays(first, -1);
  while (weekdayOf(addDays(last, 1)) > 5) last = addDays(last, 1);
  return { name, from: first, to: last };
}

/** Feasts that overlap (国庆节 and 中秋 in some years) are one holiday with both names, a day longer for the shorter one. */
function joined(feasts: readonly Feast[]): readonly Feast[] {
  const national = feasts.find((feast) => feast.name === '国庆节')!;
  const autumn = feasts.find((feast) => feast.name === '中秋')!;
  if (autumn.from < national.from || autumn.from > national.to) return feasts;
  const both = { from: national.from, to: addDays(national.to, 1) };
  return feasts.map((feast) => (feast === national || feast === autumn ? { ...feast, ...both } : feast));
}

function run(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
