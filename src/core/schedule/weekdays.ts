import type { Weekday } from '../calendar.ts';

/** Monday to Friday → 1 … 5; Saturday to Monday → 6, 7, 1. */
export function weekdayRange(from: Weekday, to: Weekday): Weekday[] {
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, i) => (((from - 1 + i) % 7) + 1) as Weekday);
}
