import { addDays, dateAt, daysBetween, localOf } from '../../calendar.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import type { ReportQuestion } from '../contract.ts';
import { type Counts, countsOf, dueIn, termNames } from '../counts.ts';
import { longDay } from './record.ts';
import { resultsIn, resultWords } from './results.ts';
import type { Days } from './spans.ts';
import { stateCounts } from './states.ts';

/**
 * The days a digest speaks for. One that comes out in the morning tells of the days before, so that no day stands in
 * the headings of two of them; later than noon the day itself is told of as well.
 */
export function daysTold({ plan, from, to, first }: ReportQuestion): Days {
  const { zone } = plan.organization;
  const firstDay = first || isMorning(from, zone) ? dateAt(from, zone) : addDays(dateAt(from, zone), 1);
  const lastDay = isMorning(to, zone) ? addDays(dateAt(to, zone), -1) : dateAt(to, zone);
  return { first: firstDay, last: lastDay < firstDay ? firstDay : lastDay };
}

function isMorning(at: number, zone: ReportQuestion['plan']['organization']['zone']): boolean {
  return localOf(at, zone).time < '12:00';
}

/** Days left of the rectification window, where the plan names its end. */
export function windowLine({ plan, to }: ReportQuestion): readonly Phrase[] {
  const { report } = plan.round;
  if (!report) return [];
  const left = daysBetween(dateAt(to, plan.organization.zone), report);
  return left >= 0 ? [phrase('digest-window', { days: left })] : [];
}

/** What was due and what became of it; of an office that has only begun, what it has set out to do. */
export function totals(question: ReportQuestion): readonly Phrase[] {
  const counts = countsOf(question);
  const begun = question.first ? [begunLine(question)] : [];
  return [...begun, ...countLines(counts, question), measuresLine(question), ...problemsLine(question)];
}

function begunLine({ plan, from }: ReportQuestion): Phrase {
  const day = longDay(dateAt(from, plan.organization.zone));
  const duties = plan.measures.flatMap((m) => m.duties).length;
  const problems = plan.problems.length;
  const args = { day, measures: plan.measures.length, duties };
  return problems > 0 ? phrase('digest-begun', { ...args, problems }) : phrase('digest-begun-measures', args);
}

/** Terms that are zero are not said; the sum still holds. */
function countLines(counts: Counts, question: ReportQuestion): readonly Phrase[] {
  const parts = termNames
    .filter((key) => counts[key] > 0)
    .map((key) => phrase(`digest-term-${key.toLowerCase()}`, { n: counts[key] }));
  const beside = (['void', 'vacant', 'caughtUp'] as const).filter((key) => counts[key] > 0);
  const due = counts.due === 0 ? 'digest-due-none' : countsPeople(question) ? 'digest-due-people' : 'digest-due';
  return [
    phrase(due, { due: counts.due }),
    ...(parts.length > 0 ? [phrase('digest-terms', { parts })] : []),
    ...beside.map((key) => phrase(`digest-beside-${key.toLowerCase()}`, { n: counts[key] })),
  ];
}

/** Whether anything was due that several people owe together: they are counted one by one, and that is said. */
export function countsPeople(question: ReportQuestion): boolean {
  const met = dueIn(question).filter(({ gathering }) => gathering);
  return new Set(met.map(({ duty, slot }) => `${duty}@${slot}`)).size < met.length;
}

/** Once anything is finished: how far the problems of the letter are, which is what is asked for in the end. */
function problemsLine(question: ReportQuestion): readonly Phrase[] {
  const results = resultsIn(question);
  const { completed, continuing } = results.measures.counts;
  return completed + continuing > 0 && results.problems.total > 0
    ? resultWords(results)
        .slice(0, 1)
        .map((text) => phrase('report-full-stop', { text }))
    : [];
}

/** 措施22条：已销号2、推进中15（较上期减1）…: states that nothing is in and that did not change are not said. */
function measuresLine(question: ReportQuestion): Phrase {
  const parts = stateCounts(question)
    .filter(({ n, change }) => n > 0 || (change !== 0 && !question.first))
    .map(({ state, n, change }) => {
      const args = { what: phrase(`report-state-${state}`), n };
      if (change === 0 || question.first) return phrase('report-state-count', args);
      return phrase(change > 0 ? 'report-state-up' : 'report-state-down', { ...args, by: Math.abs(change) });
    });
  return phrase('report-measures', { n: question.plan.measures.length, parts });
}
