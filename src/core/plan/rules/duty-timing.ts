import { usualFor } from '../../intake/standing-duties.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import type { Item } from '../draft.ts';
import { type PlanProblem, problemAt, within } from '../problem.ts';
import type { DutyShape } from '../shape.ts';
import type { PlanRule } from './contract.ts';

/** A duty falls by a schedule or by a quota: one of them, and inside a span that exists. */
export const dutyTiming: PlanRule = {
  id: 'duty-timing',
  check: ({ measures }) => measures.flatMap(({ duties }) => duties.flatMap(dutyProblems)),
};

function dutyProblems({ place, value, dropped }: Item<DutyShape>): readonly PlanProblem[] {
  const { schedule, quota, from, until } = value;
  const problems: PlanProblem[] = [];
  if (schedule !== undefined && quota !== undefined)
    problems.push(problemAt(within(place, 'quota'), 'schedule-and-quota'));
  const broken = dropped?.has('schedule') || dropped?.has('quota');
  if (schedule === undefined && quota === undefined && !broken)
    problems.push({ ...problemAt(place, 'no-timing'), phrase: noTiming(value.title) });
  if (from !== undefined && until !== undefined && until < from) {
    problems.push(problemAt(within(place, 'until'), 'ends-before-it-begins', { from, to: until }));
  }
  return problems;
}

/** What is usual for a duty of that name is offered, never taken: 三会一课 is four duties, and most have a rhythm. */
function noTiming(title: string): Phrase {
  if (title.includes('三会一课')) return phrase('plan-no-timing-three', { title });
  const usual = usualFor(title);
  return usual
    ? phrase(`plan-no-timing-${usual.status}`, { title, schedule: usual.schedule })
    : phrase('plan-no-timing', { title });
}
