import { addDays, dateAt, type LocalDate } from '../../calendar.ts';
import { occurrencesOf, slotContext } from '../../opening.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import type { Duty } from '../../plan/plan.ts';
import { slotsBetween } from '../../slots.ts';
import { fullDay } from '../../wording/dates.ts';
import type { ReportQuestion } from '../contract.ts';
import type { Keyed } from './lagging.ts';
import { isOneLeadersDuty, titleWords } from './naming.ts';
import { shortDay } from './record.ts';

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
  const duties = plan.measures.flatMap((m) => m.duties).filter((duty) => duty.remind.type !== 'weekly-line');
  const leaders = new Set(names ? [] : duties.filter((duty) => isOneLeadersDuty(duty, plan)));
  const open = new Set(question.open.map((f) => f.id));
  const shown = duties
    .filter((duty) => !leaders.has(duty))
    .flatMap((duty) => comingOf(duty, question, open))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return {
    shown: shown.filter((c, i) => shown.findIndex((d) => c.date === d.date && sameTitle(c, d)) === i),
    counted: [...leaders].flatMap((duty) => comingOf(duty, question, open)).length,
  };
}

function sameTitle(a: Coming, b: Coming): boolean {
  return JSON.stringify(a.title) === JSON.stringify(b.title);
}

/** One for each slot that anybody still owes: what opened before and is not open any more was done early. */
function comingOf(duty: Duty, question: ReportQuestion, open: ReadonlySet<string>): readonly Coming[] {
  const { zone } = question.plan.organization;
  const { to, asOf = to } = question;
  return slotsBetween(duty, slotContext(duty, question), to, question.ahead).flatMap((slot) =>
    occurrencesOf(duty, slot, question)
      .filter(({ facts, opensAt }) => opensAt > asOf || open.has(facts.id))
      .slice(0, 1)
      .map(({ facts }) => ({
        duty: duty.id,
        title: titleWords(facts, question),
        date: facts.timed ? dateAt(facts.scheduled, zone) : addDays(dateAt(facts.due, zone), -1),
        timed: facts.gathering,
      })),
  );
}
