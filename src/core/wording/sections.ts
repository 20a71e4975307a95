import { addDays, dateAt, type LocalDate, localOf, mondayOf } from '../calendar.ts';
import type { Line } from '../message.ts';
import { type OccurrenceFacts, startOf } from '../occurrence.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { Organization, Plan } from '../plan/plan.ts';
import { standingOf } from '../standing.ts';
import { type WorkingCalendar, workdayFrom } from '../working-calendar.ts';
import { spanPhrase } from './absence.ts';
import { shortTime } from './dates.ts';
import { type Matter, whenPhrase } from './item.ts';
import type { OwnMessage } from './own.ts';

type Name = 'late' | 'today' | 'holiday' | 'week' | 'later';

export interface Section {
  readonly name: Name;
  readonly matters: readonly Matter[];
}

const names: readonly Name[] = ['late', 'today', 'holiday', 'week', 'later'];
/** Two days off are a weekend; more are a holiday. */
const WEEKEND = 2;

/** What is late, due today, in the holiday that begins, this week, and later; in one list unless the office bundles. */
export function sectionsOf(matters: readonly Matter[], own: OwnMessage): readonly Section[] {
  const named = matters.map((matter) => ({ matter, name: nameOf(matter, own) }));
  return names
    .map((name) => ({ name, matters: named.filter((m) => m.name === name).map((m) => m.matter) }))
    .filter((section) => section.matters.length > 0);
}

function nameOf({ first }: Matter, { plan, told, now }: OwnMessage): Name {
  const { organization } = plan;
  if (['overdue', 'missed'].includes(standingOf(first, told[first.id], organization, now))) return 'late';
  const today = dateAt(now, organization.zone);
  const day = lastDay(first, organization);
  if (day <= today) return 'today';
  if (holidayAhead(day, today, organization.calendar)) return 'holiday';
  return mondayOf(day) === mondayOf(today) ? 'week' : 'later';
}

function lastDay({ gathering, scheduled, due }: OccurrenceFacts, { zone }: Organization): LocalDate {
  return dateAt(gathering ? scheduled : due - 1, zone);
}

/** The days off after today in which the day lies, if they are more than a weekend. */
function holidayAhead(day: LocalDate, today: LocalDate, calendar: WorkingCalendar) {
  const from = addDays(today, 1);
  const to = addDays(workdayFrom(from, calendar, 1), -1);
  return day <= to && addDays(from, WEEKEND) <= to ? { from, to } : undefined;
}

/** Headings stand where the office bundles, or a holiday lies ahead, and there is more than one heading to tell apart. */
export function headingOf(section: Section, sections: readonly Section[], own: OwnMessage): readonly Line[] {
  const { organization } = own.plan;
  const holiday = sections.some(({ name }) => name === 'holiday');
  if (!holiday && (organization.bundle === null || sections.length < 2)) return [];
  const today = dateAt(own.now, organization.zone);
  const [first] = section.matters;
  const span = first && holidayAhead(lastDay(first.first, organization), today, organization.calendar);
  const text =
    section.name === 'holiday' && span
      ? phrase('time-section-holiday', { span: spanPhrase(span) })
      : phrase(`time-section-${section.name}`);
  return [{ text, bold: true }];
}

/** One matter alone has no heading: a line says that it falls into the holiday that begins. */
export function holidayLine({ first }: Matter, { plan, now }: OwnMessage): readonly Line[] {
  const { organization } = plan;
  const today = dateAt(now, organization.zone);
  const day = lastDay(first, organization);
  const span = day > today ? holidayAhead(day, today, organization.calendar) : undefined;
  return span ? [{ text: phrase('own-in-holiday', { span: spanPhrase(span) }) }] : [];
}

/** Under the heading of today only the hour is said. */
export function whenIn(matter: Matter, section: Section, headed: boolean, { plan, now }: OwnMessage): Phrase {
  const { first } = matter;
  if (!headed || section.name !== 'today' || !first.timed) return whenPhrase(matter, plan, now);
  const { time } = localOf(first.gathering ? startOf(first) : first.due, plan.organization.zone);
  const at = phrase('time-at', { time: shortTime(time) });
  return first.gathering ? at : phrase('by', { when: at });
}

/** Monday's message is the week's, or that of the first working day after it. */
export function opensTheWeek({ organization }: Plan, today: LocalDate): boolean {
  return organization.bundle !== null && workdayFrom(mondayOf(today), organization.calendar, 1) === today;
}

/** Dates beyond the last holiday notice say so. */
export function provisionalLine(matters: readonly Matter[], { plan }: OwnMessage): readonly Line[] {
  const { organization } = plan;
  const day = matters.map((m) => lastDay(m.first, organization)).find((d) => organization.calendar.isProvisional(d));
  return day ? [{ text: phrase('hint-provisional', { year: Number(day.slice(0, 4)) }) }] : [];
}
