import type { Item } from '../draft.ts';
import { type PlanProblem, problemAt, within } from '../problem.ts';
import type { OrganizationShape, RoundShape } from '../shape.ts';
import type { PlanRule } from './contract.ts';

/** What an office says of its days agrees with itself. */
export const officeDays: PlanRule = {
  id: 'office-days',
  check: ({ organization, rounds }) => [
    ...(organization ? officeProblems(organization) : []),
    ...rounds.flatMap(roundProblems),
  ],
};

function officeProblems({ place, value }: Item<OrganizationShape>): readonly PlanProblem[] {
  const { daysOff = [], workDays = [], quietHours = 'none' } = value;
  const both = workDays.flatMap((day, i) =>
    daysOff.includes(day) ? [problemAt(within(place, 'workDays', i), 'day-off-and-on', { day })] : [],
  );
  const [from, to] = quietHours.split('-');
  return from === to ? [...both, problemAt(within(place, 'quietHours'), 'quiet-always', { value: quietHours })] : both;
}

function roundProblems({ place, value: { feedback, report } }: Item<RoundShape>): readonly PlanProblem[] {
  if (feedback === undefined || report === undefined || feedback <= report) return [];
  return [problemAt(within(place, 'report'), 'ends-before-it-begins', { from: feedback, to: report })];
}
