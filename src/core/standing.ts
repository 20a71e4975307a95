import { dateAt, type Instant, type Zone } from './calendar.ts';
import { addDuration } from './duration.ts';
import { type OccurrenceFacts, type Standing, startOf, type Told } from './occurrence.ts';
import { type WorkingCalendar, workdaysBetween } from './working-calendar.ts';

export interface Where {
  readonly zone: Zone;
  readonly calendar: WorkingCalendar;
}

/**
 * Grace runs from the later of due and the moment the person was first told; from due, if they cannot be reached
 * (DESIGN §5). What a plan asks of the very day of its adoption has its first whole working day in any case.
 */
export function graceEndOf(facts: OccurrenceFacts, told: Told | undefined, where: Where): Instant {
  const from = told && told.how !== 'gone' ? Math.max(facts.due, told.at) : facts.due;
  return Math.max(addDuration(from, facts.grace, where), facts.graceTo ?? 0);
}

/** Where an occurrence is now. Computed, never stored. */
export function standingOf(facts: OccurrenceFacts, told: Told | undefined, where: Where, now: Instant): Standing {
  const { settled } = facts;
  if (settled) return settled.how === 'done' && lateBy(facts, where, settled.at) > 0 ? 'done-late' : settled.how;
  if (facts.person.startsWith('post.')) return 'vacant';
  if (now >= graceEndOf(facts, told, where) && !facts.own) {
    return facts.nextSlot !== null && now >= facts.nextSlot ? 'missed' : 'overdue';
  }
  if (facts.acknowledged && now < facts.acknowledged.until) return 'acknowledged';
  return 'open';
}

/** Whether something settled as done came after its due, in working days begun; 0 = in time. */
export function lateBy(facts: OccurrenceFacts, where: Where, at: Instant): number {
  const carriedOut = facts.settled?.carriedOut;
  // A gathering is due at its start and reported after it: within its grace that is the ordinary case.
  const reported = facts.gathering && carriedOut === undefined;
  if (reported && at <= addDuration(facts.due, facts.grace, where)) return 0;
  const dueDay = lastDayInTime(facts, where);
  // Carried out in time and only reported later is not late; a plain late report is.
  const day = carriedOut ?? dateAt(at, where.zone);
  if (day < dueDay || (day === dueDay && (carriedOut !== undefined || at < facts.due))) return 0;
  if (day === dueDay) return 1;
  return Math.max(1, workdaysBetween(dueDay, day, where.calendar));
}

/** How many working days an open occurrence is late by now; 0 = not late, or not yet anybody's fault. */
export function overdueBy(facts: OccurrenceFacts, where: Where, now: Instant): number {
  if (now < Math.max(facts.due, facts.graceTo ?? 0)) return 0;
  return Math.max(1, workdaysBetween(lastDayInTime(facts, where), dateAt(now, where.zone), where.calendar));
}

/** The day shown as its deadline: due is the first instant that is late. */
export function lastDayInTime(facts: OccurrenceFacts, where: Where) {
  return dateAt(facts.due - 1, where.zone);
}

/** A thing that has not begun cannot be done; a window not yet open cannot be credited (DESIGN §4.7). */
export function canBeDone(facts: OccurrenceFacts, at: Instant): 'yes' | 'not-begun' | 'too-early' {
  if (facts.gathering && at < startOf(facts)) return 'not-begun';
  return at < facts.creditFrom ? 'too-early' : 'yes';
}
