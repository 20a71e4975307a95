import { addDays, dateAt, type LocalDate } from './calendar.ts';
import type { CloseOut, CloseOuts } from './close-out.ts';
import type { DigestChoices } from './digest/choices.ts';
import type { Absence, Measure, PersonId, Plan } from './plan/plan.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import type { YearTable } from './year-table.ts';

/** An absence that was told in the chat, beside those of the plan. */
export interface ToldAbsence extends Absence {
  readonly person: PersonId;
}

export interface Returned {
  readonly person: PersonId;
  readonly on: LocalDate;
}

/** What the office changed in chat since: it lies beside the plan and is laid over it whenever the plan is read. */
export interface OfficeChanges {
  /** Holiday notices, confirmed by the secretary. */
  readonly years: readonly YearTable[];
  readonly daysOff: readonly LocalDate[];
  readonly workDays: readonly LocalDate[];
  readonly away: readonly ToldAbsence[];
  /** Back before the plan said so: that day is the first one back. */
  readonly returned: readonly Returned[];
  readonly closeOuts: CloseOuts;
  readonly digests: DigestChoices;
}

export const noChanges: OfficeChanges = {
  years: [],
  daysOff: [],
  workDays: [],
  away: [],
  returned: [],
  closeOuts: {},
  digests: {},
};

/** The plan as the office lives it now. Holiday notices are not laid over: the plan is read with them. */
export function withChanges(plan: Plan, changes: OfficeChanges): Plan {
  const { daysOff, workDays, away, returned, closeOuts } = changes;
  if (daysOff.length + workDays.length + away.length + returned.length + Object.keys(closeOuts).length === 0)
    return plan;
  const { organization } = plan;
  const calendar = withOfficeDays(organization.calendar, daysOff, workDays);
  return {
    ...plan,
    organization: { ...organization, calendar },
    people: plan.people.map((person) => {
      const told = away.filter((a) => a.person === person.id);
      const back = returned.filter((r) => r.person === person.id).map((r) => r.on);
      return told.length + back.length === 0 ? person : { ...person, away: [...told, ...endedBy(back, person.away)] };
    }),
    measures: plan.measures.map((measure) => withCloseOut(measure, closeOuts[measure.id], organization.zone)),
  };
}

/** An absence that the plan foresees ends with the day before its person was back. */
function endedBy(back: readonly LocalDate[], away: readonly Absence[]): readonly Absence[] {
  return away.flatMap((absence) => {
    const on = back.find((day) => absence.from <= day && day <= absence.to);
    if (on === undefined) return [absence];
    return absence.from < on ? [{ ...absence, to: addDays(on, -1) }] : [];
  });
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
