import type { LocalDate } from '../calendar.ts';
import { readSchedule } from '../schedule/index.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { type Place, problemAt, problemSaying } from './problem.ts';
import { dayOf, given, type Resolving } from './resolving.ts';
import type { RoundShape } from './shape.ts';

/** The day from which N个月内 counts: the duty's `from`, else the round's feedback; neither: the instant of reading. */
export function anchorOf(from: string | undefined, round: RoundShape): LocalDate | undefined {
  const day = from ?? round.feedback;
  return day === undefined ? undefined : dayOf(day);
}

/** A phrase that must name dates: 长期坚持 does not. */
export function readPlanDates(
  text: string,
  place: Place,
  resolving: Resolving,
  anchor?: LocalDate,
): Exclude<Schedule, { kind: 'ongoing' }> | null {
  const read = readPlanPhrase(text, place, resolving, anchor);
  if (read?.kind !== 'ongoing') return read;
  resolving.problems.push(problemAt(place, 'schedule-without-dates', { schedule: text }));
  return null;
}

/** Notes that name another day which the phrase may have meant: whoever checks the plan should see them. */
const otherDays = new Set(
  ['nth-week', 'last-week', 'every-other', 'weekday-once', 'day-alone', 'period-once', 'receipt', 'about'].map(
    (code) => `schedule-note-${code}`,
  ),
);

/**
 * What a phrase of the plan means; a problem in the words of the schedule reader if it means nothing, a warning if it
 * may have meant other days.
 */
export function readPlanPhrase(
  text: string,
  place: Place,
  { organization, now, problems, warnings }: Resolving,
  anchor?: LocalDate,
): Schedule | null {
  const { zone, calendar } = organization;
  const read = readSchedule(text, { zone, calendar, from: now, ...given('anchor', anchor) });
  if (!read.ok) {
    problems.push(problemSaying(place, 'unreadable-phrase', read.problem));
    return null;
  }
  for (const note of read.notes) if (otherDays.has(note.id)) warnings.push(problemSaying(place, 'other-days', note));
  return read.schedule;
}
