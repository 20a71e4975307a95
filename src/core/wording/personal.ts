import { addDays, dateAt, type Instant, type LocalDate, localOf } from '../calendar.ts';
import type { Line, Message } from '../message.ts';
import type { OccurrenceFacts, Told } from '../occurrence.ts';
import { occurrencesOf } from '../opening.ts';
import { type OpeningContext, slotContext } from '../opening-context.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { PersonId } from '../plan/plan.ts';
import { countsOf, termNames } from '../reports/counts.ts';
import type { Days } from '../reports/figures/spans.ts';
import { instantsOf } from '../reports/figures/spans.ts';
import { slotsBetween } from '../slots.ts';
import { standingOf } from '../standing.ts';
import { fullDay } from './dates.ts';
import { answer } from './echo.ts';
import { mattersOf, titlePhrase } from './item.ts';

/** What somebody's own view is made of: their own facts and nobody else's. */
export interface Personal extends OpeningContext {
  readonly person: PersonId;
  readonly days: Days;
  /** Due in these days, or still open. */
  readonly facts: readonly OccurrenceFacts[];
  readonly told: Readonly<Record<string, Told>>;
  readonly now: Instant;
}

/** Lines of one part; the rest is counted. */
const shown = 6;

/** 我的职责: what was due in these days and what became of it, what is late, what is open. */
export function personalMessage(view: Personal, head: Phrase): Message {
  const { plan, now, told } = view;
  const facts = eachOnce(view);
  const { from, to } = instantsOf(view.days, plan.organization.zone);
  const asOf = Math.min(to, now);
  const counts = countsOf({ plan, facts, told, from, to, asOf });
  const standing = (f: OccurrenceFacts) => standingOf(f, told[f.id], plan.organization, now);
  const late = facts.filter((f) => !f.own && ['overdue', 'missed'].includes(standing(f)));
  const open = facts.filter((f) => !f.own && ['open', 'acknowledged'].includes(standing(f)));
  const done = facts.filter((f) => f.settled?.how === 'done' && f.due >= from && f.due < to);
  const parts = termNames
    .filter((term) => counts[term] > 0)
    .map((term) => phrase(`digest-term-${term.toLowerCase()}`, { n: counts[term] }));
  return answer(
    { text: head, bold: true },
    counts.due === 0
      ? phrase('personal-nothing-due')
      : phrase('personal-due', { due: counts.due, parts: parts.length > 0 ? parts : [phrase('empty')] }),
    ...part('personal-late', late, view),
    ...part('personal-open', open, view),
    ...part('personal-done', done, view),
  );
}

/** Whoever records a meeting for all owes one record of it, not one for each who attends. */
function eachOnce({ facts, person }: Personal): readonly OccurrenceFacts[] {
  const own = facts.filter((f) => f.person === person);
  const session = ({ duty, slot }: OccurrenceFacts) => `${duty}@${slot}`;
  const mine = new Set(own.map(session));
  const recorded = facts.filter((f) => f.person !== person && (!f.gathering || !mine.has(session(f))));
  const first = (f: OccurrenceFacts, i: number) =>
    !f.gathering || recorded.findIndex((g) => g.gathering && session(g) === session(f)) === i;
  // One that is still open speaks for its session.
  const open = recorded.filter((f) => !f.settled && f.gathering).map(session);
  return [...own, ...recorded.filter((f) => !f.settled || !open.includes(session(f))).filter(first)];
}

/** The same of a month that is over, for its leader alone; undefined where nothing of theirs was due. */
export function monthNote(view: Personal, head: Phrase): Message | undefined {
  const { plan, person, days } = view;
  const { from, to } = instantsOf(days, plan.organization.zone);
  // What somebody only records for others is not their own duty.
  const own = view.facts.filter((f) => f.person === person && f.due >= from && f.due < to);
  if (countsOf({ ...view, facts: own, from, to }).due === 0) return undefined;
  const message = personalMessage({ ...view, facts: own }, head);
  return { ...message, lines: [...message.lines, { text: phrase('personal-month-only') }] };
}

function part(heading: string, facts: readonly OccurrenceFacts[], { plan }: Personal): readonly Line[] {
  const matters = mattersOf(facts);
  if (matters.length === 0) return [];
  const { zone } = plan.organization;
  const lines = matters.slice(0, shown).map((matter) => {
    const { settled } = matter.first;
    const day = settled?.carriedOut ?? dateAt(settled ? settled.at : lastInstant(matter.first), zone);
    return {
      text: phrase(settled || matter.first.gathering ? 'personal-did' : 'personal-by', {
        day: fullDay(day),
        title: titlePhrase(matter, plan),
      }),
    };
  });
  const rest = matters.length - shown;
  const more = rest > 0 ? [{ text: phrase('digest-more', { n: rest }) }] : [];
  return [{ text: phrase(heading), bold: true }, ...lines, ...more];
}

const lastInstant = ({ gathering, scheduled, due }: OccurrenceFacts): Instant => (gathering ? scheduled : due - 1);

interface Ahead {
  readonly day: LocalDate;
  readonly line: Phrase;
}

/** The days ahead, day by day: what is open and falls due in them, and what the plan will ask. */
export function weekMessage(view: Personal): Message {
  const { plan, facts, days } = view;
  const { zone } = plan.organization;
  const inDays = (day: LocalDate) => day >= days.first && day <= days.last;
  const opened = mattersOf(facts.filter((f) => !f.own)).flatMap((matter): readonly Ahead[] => {
    const day = dateAt(lastInstant(matter.first), zone);
    const line = lineFor(matter.first, titlePhrase(matter, plan), zone);
    return inDays(day)
      ? [{ day, line: matter.facts.every((f) => f.settled) ? phrase('personal-settled', { line }) : line }]
      : [];
  });
  const all = [...opened, ...planned(view)].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const head = phrase('personal-week', { from: fullDay(days.first), to: fullDay(days.last) });
  if (all.length === 0) return answer(head, phrase('personal-week-free'));
  const lines = [...new Set(all.map(({ day }) => day))].flatMap((day): readonly Line[] => [
    { text: fullDay(day), bold: true },
    ...all.filter((one) => one.day === day).map(({ line }) => ({ text: line })),
  ]);
  return answer({ text: head, bold: true }, ...lines);
}

function lineFor({ gathering, timed, scheduled, due }: OccurrenceFacts, title: Phrase, zone: string): Phrase {
  if (!timed) return phrase('personal-item', { title });
  return phrase(gathering ? 'personal-item-at' : 'personal-item-by', {
    title,
    time: localOf(gathering ? scheduled : due, zone).time,
  });
}

/** What is not opened yet. */
function planned(view: Personal): readonly Ahead[] {
  const { plan, person, facts, days, now } = view;
  const { zone } = plan.organization;
  const { to } = instantsOf(days, zone);
  const known = new Set(facts.map((f) => f.id));
  const duties = plan.measures.flatMap((m) => m.duties).filter((d) => d.remind.type !== 'weekly-line');
  const mine = duties.flatMap((duty) =>
    slotsBetween(duty, slotContext(duty, view), now, to)
      .flatMap((slot) => occurrencesOf(duty, slot, view).map((o) => o.facts))
      .filter((f) => (f.person === person || f.asked === person) && !known.has(f.id)),
  );
  return mattersOf(mine).flatMap((matter) => {
    const day = dateAt(lastInstant(matter.first), zone);
    return day >= days.first && day <= days.last
      ? [{ day, line: lineFor(matter.first, titlePhrase(matter, plan), zone) }]
      : [];
  });
}

/** Seven days from today on. */
export function weekAhead(today: LocalDate): Days {
  return { first: today, last: addDays(today, 6) };
}
