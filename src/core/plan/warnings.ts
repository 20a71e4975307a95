import type { Draft } from './draft.ts';
import type { Plan } from './plan.ts';
import { type PlanProblem, problemAt, within } from './problem.ts';

/** What a plan may lack, but somebody should know: without them rungs of the ladder are skipped. */
export function warningsOf(plan: Plan, draft: Draft): readonly PlanProblem[] {
  const { organization } = draft;
  if (!organization) return [];
  const source = { source: organization.place.source, path: [] };
  const hasSecretary = plan.people.some(({ roles }) => roles.includes('secretary'));
  return [
    ...(hasSecretary ? [] : [problemAt(within(source, 'people'), 'no-secretary')]),
    ...(plan.organization.head ? [] : [problemAt(within(organization.place, 'head'), 'no-head')]),
  ];
}
