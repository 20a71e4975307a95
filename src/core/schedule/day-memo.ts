import {
  dateOfDayNumber,
  dayNumberOf,
  type Instant,
  instantOf,
  type LocalDate,
  type LocalTime,
  type Zone,
} from '../calendar.ts';

// Planning a year for an office asks for the same few hundred days again and again. Both are pure memos.
const most = 20_000;
const days = new Map<number, LocalDate>();
const instants = new Map<string, Instant>();

/** `dateOfDayNumber`, remembered. */
export function dayOf(n: number): LocalDate {
  const known = days.get(n);
  if (known !== undefined) return known;
  if (days.size > most) days.clear();
  const date = dateOfDayNumber(n);
  days.set(n, date);
  return date;
}

/** `addDays`, remembered. */
export function plusDays(date: LocalDate, n: number): LocalDate {
  return dayOf(dayNumberOf(date) + n);
}

/** `instantOf`, remembered. */
export function instantOn(date: LocalDate, time: LocalTime, zone: Zone): Instant {
  const key = `${date}${time}${zone}`;
  const known = instants.get(key);
  if (known !== undefined) return known;
  if (instants.size > most) instants.clear();
  const instant = instantOf(date, time, zone);
  instants.set(key, instant);
  return instant;
}
