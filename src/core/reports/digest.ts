import { addDays, dateAt, daysBetween } from '../calendar.ts';
import { person } from '../ladder.ts';
import type { Line } from '../message.ts';
import type { OccurrenceFacts } from '../occurrence.ts';
import { occurrencesOf, slotContext } from '../opening.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { slotsBetween } from '../slots.ts';
import { overdueBy, standingOf } from '../standing.ts';
import { fullDay } from '../wording/dates.ts';
import { mattersOf, nameOf } from '../wording/item.ts';
import type { Report, ReportQuestion } from './contract.ts';
import { type Counts, countsOf } from './counts.ts';

/** Lines per section; what does not fit is counted in one line, never dropped. */
const listed = 6;

/** 周报: counts first, then what moved, what needs pushing, what comes next. No names unless the plan says so. */
export const digest: Report = {
  id: 'digest',
  compose(question) {
    const counts = countsOf(question);
    const lines: Line[] = [
      { text: heading(question), bold: true },
      ...windowLine(question),
      { text: phrase('digest-total'), bold: true },
      { text: phrase('digest-due', { due: counts.due }) },
      ...terms(counts),
      ...section('digest-progress', progress(question)),
      ...section('digest-late', late(question)),
      ...section('digest-ahead', ahead(question)),
    ];
    return { lines, buttons: [], items: [] };
  },
};

function heading({ plan, from, to }: ReportQuestion): Phrase {
  const { zone } = plan.organization;
  return phrase('digest-head', { from: shortDay(dateAt(from, zone)), to: shortDay(dateAt(to - 1, zone)) });
}

function shortDay(day: ReturnType<typeof dateAt>): Phrase {
  return phrase('day-short', { month: phrase(`month-${Number(day.slice(5, 7))}`), day: Number(day.slice(8, 10)) });
}

/** Days left of the rectification window, where the plan names its end. */
function windowLine({ plan, to }: ReportQuestion): readonly Line[] {
  const { report } = plan.round;
  if (!report) return [];
  const left = daysBetween(dateAt(to, plan.organization.zone), report);
  return left >= 0 ? [{ text: phrase('digest-window', { days: left }) }] : [];
}

/** Terms that are zero are not said; the sum still holds. */
function terms(counts: Counts): readonly Line[] {
  const keys = ['done', 'doneLate', 'excused', 'open', 'overdue', 'missed', 'gap'] as const;
  const parts = keys
    .filter((key) => counts[key] > 0)
    .map((key) => phrase(`digest-term-${key.toLowerCase()}`, { n: counts[key] }));
  const beside = (['void', 'vacant', 'caughtUp'] as const).filter((key) => counts[key] > 0);
  return [
    ...(parts.length > 0 ? [{ text: phrase('digest-terms', { parts }) }] : []),
    ...beside.map((key) => ({ text: phrase(`digest-beside-${key.toLowerCase()}`, { n: counts[key] }) })),
  ];
}

function section(id: string, lines: readonly Phrase[]): readonly Line[] {
  if (lines.length === 0) return [];
  const more = lines.length > listed ? [phrase('digest-more', { n: lines.length - listed })] : [];
  return [{ text: phrase(id), bold: true }, ...[...lines.slice(0, listed), ...more].map((text) => ({ text }))];
}

/** Measures that moved, with how many of their duties were carried out. */
function progress({ plan, facts, from, to }: ReportQuestion): readonly Phrase[] {
  const done = facts.filter((f) => !f.own && f.settled?.how === 'done' && f.settled.at >= from && f.settled.at < to);
  return plan.measures.flatMap((measure) => {
    const mine = done.filter((f) => f.measure === measure.id);
    if (mine.length === 0) return [];
    const titles = [...new Set(mine.map((f) => f.title))].slice(0, 2);
    return [phrase('digest-moved', { measure: measure.title, titles, n: mine.length })];
  });
}

/** By item and department; what only one leader can hold is merely counted; who was never reached is said apart. */
function late(question: ReportQuestion): readonly Phrase[] {
  const { plan, open, told, to, names } = question;
  const overdue = open.filter(
    (f) => !f.own && ['overdue', 'missed'].includes(standingOf(f, told[f.id], plan.organization, to)),
  );
  const reached = overdue.filter((f) => told[f.id] !== undefined && told[f.id]!.how !== 'gone');
  const byLeader = reached.filter((f) => !names && isLeader(f, question));
  const shown = mattersOf(reached.filter((f) => !byLeader.includes(f)));
  const unreached = overdue.length - reached.length;
  return [
    ...shown.map(({ first }) => {
      const args = { title: first.title, days: overdueBy(first, plan.organization, to) };
      if (names) return phrase('digest-late-person', { ...args, person: nameOf(plan, first.asked) });
      const department = departmentOf(first, question);
      return department ? phrase('digest-late-department', { ...args, department }) : phrase('digest-late-item', args);
    }),
    ...(byLeader.length > 0 ? [phrase('digest-late-leaders', { n: mattersOf(byLeader).length })] : []),
    ...(unreached > 0 ? [phrase('digest-unreached', { n: unreached })] : []),
  ];
}

function isLeader(facts: OccurrenceFacts, { plan }: ReportQuestion): boolean {
  return person(plan, facts.asked)?.roles.includes('leader') ?? false;
}

function departmentOf(facts: OccurrenceFacts, { plan }: ReportQuestion): string | undefined {
  const measure = plan.measures.find((m) => m.id === facts.measure);
  const id = person(plan, facts.asked)?.department ?? measure?.department;
  return plan.departments.find((d) => d.id === id)?.name ?? id;
}

/** What falls due until the next digest, by day and title. */
function ahead(question: ReportQuestion): readonly Phrase[] {
  const { plan, to, ahead: until } = question;
  const { zone } = plan.organization;
  const coming = plan.measures
    .flatMap((m) => m.duties)
    .filter((duty) => duty.remind.type !== 'weekly-line')
    .flatMap((duty) =>
      slotsBetween(duty, slotContext(duty, question), to, until).flatMap((slot) =>
        occurrencesOf(duty, slot, question).slice(0, 1),
      ),
    )
    .map(({ facts }) => ({
      title: facts.title,
      date: facts.timed ? dateAt(facts.scheduled, zone) : addDays(dateAt(facts.due, zone), -1),
      timed: facts.gathering,
    }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const distinct = coming.filter((c, i) => coming.findIndex((d) => d.title === c.title && d.date === c.date) === i);
  return distinct.map(({ title, date, timed }) =>
    phrase(timed ? 'digest-ahead-on' : 'digest-ahead-by', { title, day: fullDay(date) }),
  );
}
