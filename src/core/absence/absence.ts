import { addDays, dateAt, type Instant, instantOf, type LocalDate } from '../calendar.ts';
import { personIn } from '../plan/look-up.ts';
import type { Absence, PersonId, Plan } from '../plan/plan.ts';
import { addWorkdays, workdayFrom } from '../working-calendar.ts';

/** A span of whole days on which somebody is not at work (出差, 休假), as the plan or the chat gives it. */
export interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export function absenceOn(plan: Plan, id: PersonId, date: LocalDate): Absence | undefined {
  return awayOf(plan, id).find(({ from, to }) => from <= date && date <= to);
}

export function absenceAt(plan: Plan, id: PersonId, at: Instant): Absence | undefined {
  // Hardly anybody is ever away: the date is asked only of those who are.
  return awayOf(plan, id).length === 0 ? undefined : absenceOn(plan, id, dateAt(at, plan.organization.zone));
}

function awayOf(plan: Plan, id: PersonId): readonly Absence[] {
  return personIn(plan, id)?.away ?? [];
}

/** The first working day on which somebody absent on `date` is back; spans that follow one another are one absence. */
export function firstDayBack(plan: Plan, id: PersonId, date: LocalDate): LocalDate {
  let day = date;
  // A year of absences that join end to end is the most that is believed.
  for (let i = 0; i < 60; i++) {
    const absence = absenceOn(plan, id, day);
    if (!absence) return day;
    day = workdayFrom(addDays(absence.to, 1), plan.organization.calendar, 1);
  }
  return day;
}

/** The hour of the bot on the first working day after an absence; null for somebody who is there. */
export function returnOf(plan: Plan, id: PersonId, at: Instant): Instant | null {
  if (!absenceAt(plan, id, at)) return null;
  const { zone, bundle } = plan.organization;
  const date = dateAt(at, zone);
  return instantOf(firstDayBack(plan, id, date), bundle ?? '09:00', zone);
}

/** What was due in an absence is due on the second working day after it. */
export function secondDayBack(plan: Plan, id: PersonId, date: LocalDate): LocalDate {
  return addWorkdays(firstDayBack(plan, id, date), 1, plan.organization.calendar);
}

/** Who acts for somebody absent then: named with the absence, else in the plan; null if nobody is, or is absent too. */
export function standInFor(plan: Plan, id: PersonId, at: Instant): PersonId | null {
  const absence = absenceAt(plan, id, at);
  if (!absence) return null;
  const standIn = absence.standIn ?? personIn(plan, id)?.standIn ?? null;
  return standIn && standIn !== id && !absenceAt(plan, standIn, at) ? standIn : null;
}

/** Whoever decides in that person's place: themself while they are there, or where nobody stands in. */
export function actingFor(plan: Plan, id: PersonId, at: Instant): PersonId {
  return standInFor(plan, id, at) ?? id;
}
