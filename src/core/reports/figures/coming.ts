import { addDays, dateAt, type Instant, type LocalDate } from '../../calendar.ts';
import { type OccurrenceFacts, startOf } from '../../occurrence.ts';
import { occurrencesOf } from '../../opening.ts';
import { slotContext } from '../../opening-context.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import type { Duty } from '../../plan/plan.ts';
import { slotsBetween } from '../../slots.ts';
import { fullDay, shortDay } from '../../wording/dates.ts';
import type { ReportQuestion } from '../contract.ts';
import type { Keyed } from './lagging.ts';
import { isOneLeaders, titleWords } from './naming.ts';

interface Coming {
  readonly duty: string;
  readonly title: ReturnType<typeof titleWords>;
  readonly date: LocalDate;
  readonly timed: boolean;
}

/** What falls due after the span until `ahead`, by day and title; what only one leader can hold is merely counted. */
export function comingItems(question: ReportQuestion): readonly Keyed[] {
  const { shown, counted } = comingIn(question);
  return [
    ...shown.map(({ duty, title, date, timed }) => ({
      key: `ahead:${duty}@${date}`,
      text: phrase(timed ? 'digest-ahead-on' : 'digest-ahead-by', { title, day: fullDay(date) }),
    })),
    ...(counted > 0 ? [{ text: phrase('report-ahead-leaders', { n: counted }) }] : []),
  ];
}

/** The same as clauses of a paper, one for each day; what comes round several times is told once. */
export function comingClauses(question: ReportQuestion): readonly Phrase[] {
  const { shown, counted } = comingIn(question);
  const once = shown.filter((c, i) => shown.findIndex((d) => sameTitle(c, d)) === i);
  const days = new Map<string, Coming[]>();
  for (const one of once) days.set(`${one.date} ${one.timed}`, [...(days.get(`${one.date} ${one.timed}`) ?? []), one]);
  return [
    ...[...days.values()].map((those) =>
      phrase(those[0]!.timed ? 'report-next-on' : 'report-next-by', {
        titles: those.map(({ title }) => title),
        day: shortDay(those[0]!.date),
      }),
    ),
    ...(counted > 0 ? [phrase('report-ahead-leaders', { n: counted })] : []),
  ];
}

function comingIn(question: ReportQuestion): { readonly shown: readonly Coming[]; readonly counted: number } {
  const { plan, names } = question;
  const owed = [...begunOf(question), ...plannedOf(question)];
  const leaders = owed.filter((f) => !names && isOneLeaders(f, plan));
  const shown = owed
    .filter((f) => !leaders.includes(f))
    .map((f) => comingOf(f, question))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return {
    shown: shown.filter((c, i) => shown.findIndex((d) => c.date === d.date && sameTitle(c, d)) === i),
    counted: new Set(leaders.map(({ duty, slot }) => `${duty}@${slot}`)).size,
  };
}

function sameTitle(a: Coming, b: Coming): boolean {
  return JSON.stringify(a.title) === JSON.stringify(b.title);
}

/** What has opened already and is still owed; an extension or a move counts, not what the plan had said. */
function begunOf(question: ReportQuestion): readonly OccurrenceFacts[] {
  const { to, ahead } = question;
  const known = [...question.open, ...(question.begun ?? [])];
  return known.filter((f, i) => {
    const at = momentOf(f);
    return at > to && at <= ahead && !f.settled && !f.own && known.findIndex(({ id }) => id === f.id) === i;
  });
}

/**
 * What will open yet. Whether it has is asked of the record and not of its time: what opens at the very instant of a
 * digest may be written after it.
 */
function plannedOf(question: ReportQuestion): readonly OccurrenceFacts[] {
  const { plan, facts, open, begun = [] } = question;
  const known = new Set([...facts, ...open, ...begun].map(({ id }) => id));
  const duties = plan.measures.flatMap((m) => m.duties).filter((duty) => duty.remind.type !== 'weekly-line');
  return duties.flatMap((duty) => slotsAhead(duty, question)).filter((f) => !known.has(f.id));
}

function slotsAhead(duty: Duty, question: ReportQuestion): readonly OccurrenceFacts[] {
  const slots = slotsBetween(duty, slotContext(duty, question), question.to, question.ahead);
  return slots.flatMap((slot) => occurrencesOf(duty, slot, question).map(({ facts }) => facts));
}

function momentOf(facts: OccurrenceFacts): Instant {
  if (facts.timed) return startOf(facts);
  return facts.revision > 0 ? facts.due - 1 : facts.scheduled;
}

function comingOf(facts: OccurrenceFacts, question: ReportQuestion): Coming {
  const { zone } = question.plan.organization;
  return {
    duty: facts.duty,
    title: titleWords(facts, question),
    date: facts.timed ? dateAt(startOf(facts), zone) : addDays(dateAt(facts.due, zone), -1),
    timed: facts.gathering,
  };
}
