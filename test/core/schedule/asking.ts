import { type Instant, readInstant } from '../../../src/core/calendar.ts';
import { officialTable } from '../../../src/core/holidays.ts';
import type { ReadingContext } from '../../../src/core/schedule/index.ts';
import { workingCalendar } from '../../../src/core/working-calendar.ts';

export const zone = 'Asia/Shanghai';
export const calendar = workingCalendar(officialTable());

export function at(text: string, inZone = zone): Instant {
  return readInstant(text, inZone)!;
}

/** Asked at that moment in Shanghai; by default on Tuesday 10 March 2026 at 10:00. */
export function asked(from = '2026-03-10T10:00', more: Partial<ReadingContext> = {}): ReadingContext {
  return { zone, calendar, from: at(from), ...more };
}
