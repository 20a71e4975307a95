import { addDays, dateAt, type LocalDate } from './calendar.ts';
import type { CloseOut, CloseOuts } from './close-out.ts';
import type { YearTable } from './holidays.ts';
import type { Absence, Measure, PersonId, Plan } from './plan/plan.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** An absence that was told in the chat, beside those of the plan. */
export interface ToldAbsence extends Absence {
  readonly person: PersonId;
}

/** What the office changed in chat since: it lies beside the plan and is laid over it whenever the plan is read. */
export interface OfficeChanges {
  /** Holiday notices, confirmed by the secretary. */
  readonly years: readonly YearTable[];
  readonly daysOff: readonly LocalDate[];
  readonly workDays: readonly LocalDate[];
  readonly away: readonly ToldAbsence[];
  readonly closeOuts: CloseOuts;
}

export const noChanges: OfficeChanges = { years: [], daysOff: [], workDays: [], away: [], closeOuts: {} };

/** The plan as the office lives it now. Holiday notices are not laid over: the plan is read with them. */
export function withChanges(plan: Plan, { daysOff, workDays, away, closeOuts }: OfficeChanges): Plan {
  if (daysOff.length + workDays.length + away.length + Object.keys(closeOuts).length === 0) return plan;
  const { organization } = plan;
  const calendar = withOfficeDays(organization.calendar, daysOff, workDays);
  return {
    ...plan,
    organization: { ...organization, calendar },
    people: plan.people.map((person) => {
      const told = away.filter((a) => a.person === person.id);
      return told.length === 0 ? person : { ...person, away: [...told, ...person.away] };
    }),
    measures: plan.measures.map((measure) => withCloseOut(measure, closeOuts[measure.id], organization.zone)),
  };
}

/** The duties of a measure that is 销号 end the day before it was; those of one that is kept up go on. */
function withCloseOut(measure: Measure, closeOut: CloseOut | undefined, zone: string): Measure {
  if (!closeOut) return measure;
  if (closeOut.stage !== 'finished') return { ...measure, closeOut };
  const last = addDays(dateAt(closeOut.at, zone), -1);
  const duties = measure.duties.map((d) => ({ ...d, until: d.until && d.until < last ? d.until : last }));
  return { ...measure, closeOut, duties };
}

/** Days that the office itself takes off or works, over whatever the table and the plan say. */
export function withOfficeDays(
  calendar: WorkingCalendar,
  daysOff: readonly LocalDate[],
  workDays: readonly LocalDate[],
): WorkingCalendar {
  const off = new Set(daysOff);
  const work = new Set(workDays);
  return {
    ...calendar,
    isWorkday: (date) => !off.has(date) && (work.has(date) || calendar.isWorkday(date)),
    probablyOff: (date) => !off.has(date) && !work.has(date) && calendar.probablyOff(date),
  };
}
