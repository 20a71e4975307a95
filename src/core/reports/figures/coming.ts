import { addDays, dateAt, type LocalDate } from '../../calendar.ts';
import { occurrencesOf, slotContext } from '../../opening.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import type { Duty } from '../../plan/plan.ts';
import { slotsBetween } from '../../slots.ts';
import { fullDay } from '../../wording/dates.ts';
import type { ReportQuestion } from '../contract.ts';
import { isOneLeadersDuty, titleWords } from './naming.ts';

interface Coming {
  readonly title: ReturnType<typeof titleWords>;
  readonly date: LocalDate;
  readonly timed: boolean;
}

/** What falls due after the span until `ahead`, by day and title; what only one leader can hold is merely counted. */
export function comingLines(question: ReportQuestion): readonly Phrase[] {
  const { plan, names } = question;
  const duties = plan.measures.flatMap((m) => m.duties).filter((duty) => duty.remind.type !== 'weekly-line');
  const leaders = names ? [] : duties.filter((duty) => isOneLeadersDuty(duty, plan));
  const shown = duties
    .filter((duty) => !leaders.includes(duty))
    .flatMap((duty) => comingOf(duty, question))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const distinct = shown.filter((c, i) => shown.findIndex((d) => sameThing(c, d)) === i);
  const counted = leaders.flatMap((duty) => comingOf(duty, question)).length;
  return [
    ...distinct.map(({ title, date, timed }) =>
      phrase(timed ? 'digest-ahead-on' : 'digest-ahead-by', { title, day: fullDay(date) }),
    ),
    ...(counted > 0 ? [phrase('report-ahead-leaders', { n: counted })] : []),
  ];
}

function sameThing(a: Coming, b: Coming): boolean {
  return a.date === b.date && JSON.stringify(a.title) === JSON.stringify(b.title);
}

function comingOf(duty: Duty, question: ReportQuestion): readonly Coming[] {
  const { zone } = question.plan.organization;
  return slotsBetween(duty, slotContext(duty, question), question.to, question.ahead).flatMap((slot) =>
    occurrencesOf(duty, slot, question)
      .slice(0, 1)
      .map(({ facts }) => ({
        title: titleWords(facts, question),
        date: facts.timed ? dateAt(facts.scheduled, zone) : addDays(dateAt(facts.due, zone), -1),
        timed: facts.gathering,
      })),
  );
}
