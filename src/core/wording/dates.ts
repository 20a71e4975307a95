import {
  addDays,
  type Instant,
  type LocalDate,
  localOf,
  mondayOf,
  partsOf,
  weekdayOf,
  type Zone,
} from '../calendar.ts';
import { type OccurrenceFacts, startOf } from '../occurrence.ts';
import { type Phrase, phrase } from '../phrase.ts';

/** A day as people say it today: 今天, 明天, 周四 (same week), else 3月31日（周二）. */
export function dayPhrase(day: LocalDate, today: LocalDate): Phrase {
  if (day === today) return phrase('day-today');
  if (day === addDays(today, 1)) return phrase('day-tomorrow');
  const weekday = phrase(`weekday-${weekdayOf(day)}`);
  if (day > today && mondayOf(day) === mondayOf(today)) return weekday;
  return fullDay(day);
}

/** 3月31日（周二）: always unambiguous within a year. */
export function fullDay(day: LocalDate): Phrase {
  const { month, day: d } = partsOf(day);
  return phrase('day-full', { month: phrase(`month-${month}`), day: d, weekday: phrase(`weekday-${weekdayOf(day)}`) });
}

/** 3月31日, where the year and the weekday are clear. */
export function shortDay(day: LocalDate): Phrase {
  const { month, day: d } = partsOf(day);
  return phrase('day-short', { month: phrase(`month-${month}`), day: d });
}

export function dayAndTime(at: Instant, zone: Zone, now: Instant): Phrase {
  const { date, time } = localOf(at, zone);
  return phrase('day-time', { day: dayPhrase(date, localOf(now, zone).date), time: shortTime(time) });
}

/** 8:30 rather than 08:30, as people write it. */
export function shortTime(time: string): string {
  return time.replace(/^0(\d)/, '$1');
}

/** Its hour went by today: it is over, and not yet late by a day. */
export function isLateToday({ timed, due }: OccurrenceFacts, zone: Zone, now: Instant): boolean {
  return timed && due <= now && localOf(due - 1, zone).date === localOf(now, zone).date;
}

/** When it is due: an event's start, or the latest day or hour. */
export function whenDue(facts: OccurrenceFacts, zone: Zone, now: Instant): Phrase {
  if (facts.gathering) return dayAndTime(startOf(facts), zone, now);
  if (facts.timed) return phrase('by', { when: dayAndTime(facts.due, zone, now) });
  const [last, today] = [localOf(facts.due - 1, zone).date, localOf(now, zone).date];
  // 今天前 would mean that it was due yesterday.
  return phrase(last === today || last === addDays(today, 1) ? 'within' : 'by', { when: dayPhrase(last, today) });
}
