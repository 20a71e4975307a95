import { dateAt, type LocalDate } from '../core/calendar.ts';
import { missingIn } from '../core/holiday-notice.ts';
import { readNotice, readYearTable, textOfYearTable } from '../core/holidays.ts';
import type { NewEntry } from '../core/ledger.ts';
import { type Phrase, phrase } from '../core/phrase.ts';
import { noticeMessage, noticeProblems } from '../core/wording/calendar.ts';
import { fullDay } from '../core/wording/dates.ts';
import { answer } from '../core/wording/echo.ts';
import type { YearTable } from '../core/year-table.ts';
import { changed, changesIn } from './changes.ts';
import type { Ask, Reply } from './commands/contract.ts';
import type { Office } from './office.ts';
import type { WakeKey } from './ports.ts';

/** Shows how a notice, or the small file of a year, was read; nothing counts before it is confirmed. */
export function showNotice({ office }: Ask, text: string): Reply {
  const { lastYear } = office.plan.organization.calendar;
  if (lastYear > 9000) return { message: answer(phrase('time-calendar-none')) };
  const file = readYearTable(text);
  if (file) return { message: noticeMessage(file, missingIn(file.feasts), textOfYearTable(file)) };
  const read = readNotice(text);
  if (!read.ok) return { message: noticeProblems(read.problems) };
  return { message: noticeMessage(read.table, read.missing, textOfYearTable(read.table)) };
}

/** The confirmed notice lies beside the plan; whatever is not opened yet is computed anew. */
export async function adoptNotice(ask: Ask, text: string): Promise<Reply> {
  const table = readYearTable(text);
  if (!table) return { toast: phrase('toast-not-recorded') };
  const change = await changed(ask.world, ask.office.org, ({ years }) => ({
    years: [...years.filter((y) => y.year !== table.year), table].sort((a, b) => a.year - b.year),
  }));
  return {
    ...change,
    entries: [entryOf(ask, { year: table.year, ...daysIn(table) })],
    message: answer(adopted(table)),
    toast: phrase('toast-recorded'),
    touches: allWakes(ask.office),
  };
}

/** How far the table reaches, and what the office itself has set for the days to come. */
export async function calendarState({ world, office, said }: Ask): Promise<Reply> {
  const { calendar, zone } = office.plan.organization;
  const { state } = await world.store.ledger.head(office.org, 'org');
  const today = dateAt(said.at, zone);
  const own = Object.entries(changesIn(state)).flatMap(([field, days]) =>
    field === 'daysOff' || field === 'workDays' ? [{ field, days: ahead(days as readonly LocalDate[], today) }] : [],
  );
  const lines = own.flatMap(({ field, days }) =>
    days.length > 0
      ? [phrase(field === 'daysOff' ? 'time-own-off' : 'time-own-work', { days: days.map(fullDay) })]
      : [],
  );
  const head = calendar.lastYear > 9000 ? 'time-calendar-none' : 'time-calendar-state';
  return { message: answer(phrase(head, { year: calendar.lastYear }), ...lines) };
}

function ahead(days: readonly LocalDate[], today: LocalDate): readonly LocalDate[] {
  return days
    .filter((day) => day >= today)
    .sort()
    .slice(0, 20);
}

function adopted({ year, feasts }: YearTable): Phrase {
  const names = missingIn(feasts);
  return names.length === 0
    ? phrase('time-calendar-adopted', { year })
    : phrase('time-calendar-adopted-part', { year, names: [...names] });
}

function daysIn({ feasts, workDays }: YearTable) {
  return { daysOff: feasts.map(({ from, to }) => `${from}/${to}`), workDays };
}

function entryOf({ said, office }: Ask, body: Omit<Extract<NewEntry, { kind: 'calendar' }>, keyof NewEntry>): NewEntry {
  const { by, at, source } = said;
  return { at, by, source, about: [], planVersion: office.planVersion, kind: 'calendar', ...body };
}

/** Days that the office itself takes off, or works; the later word on a day counts. */
export async function setOfficeDays(ask: Ask, dates: readonly LocalDate[], as: 'off' | 'work'): Promise<Reply> {
  const without = (days: readonly LocalDate[]) => days.filter((d) => !dates.includes(d));
  const change = await changed(ask.world, ask.office.org, ({ daysOff, workDays }) => ({
    daysOff: as === 'off' ? [...without(daysOff), ...dates] : without(daysOff),
    workDays: as === 'work' ? [...without(workDays), ...dates] : without(workDays),
  }));
  const days = as === 'off' ? { daysOff: [...dates], workDays: [] } : { daysOff: [], workDays: [...dates] };
  return { ...change, entries: [entryOf(ask, days)], touches: allWakes(ask.office) };
}

/** A change of the calendar touches every measure, digest and what is held back for anybody. */
export function allWakes({ plan }: Office): readonly WakeKey[] {
  return [
    ...plan.measures.map((m): WakeKey => `measure/${m.id}`),
    ...plan.groups.filter((g) => g.digest).map((g): WakeKey => `group/${g.id}`),
    'org/calendar',
  ];
}
