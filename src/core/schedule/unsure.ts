import { dateAt, type Instant } from '../calendar.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { needsCalendar } from './dates.ts';
import type { Place } from './occurrences.ts';
import type { Understood } from './reading.ts';

/** Dates that depend on a year whose holidays are not announced yet are told as provisional. */
export function unsure(
  { schedule }: Understood,
  { zone, calendar }: Place,
  next: readonly Instant[],
): readonly Phrase[] {
  if (schedule.kind !== 'recurring' || !(schedule.shift || needsCalendar(schedule.rule))) return [];
  const provisional = next.some((at) => calendar.isProvisional(dateAt(at, zone)));
  return provisional ? [phrase('schedule-note-provisional')] : [];
}
