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
    ...vacancies(plan, draft),
  ];
}

/** What an empty post owes is recorded as vacant, and nobody is asked for it. */
function vacancies({ measures }: Plan, { posts }: Draft): readonly PlanProblem[] {
  const duties = measures.flatMap((measure) => measure.duties);
  return posts.flatMap(({ place, value: { id, name } }) => {
    const count = duties.filter(({ who }) => who.some((holder) => 'post' in holder && holder.post === id)).length;
    return count > 0 ? [problemAt(within(place, 'holder'), 'post-vacant', { name, count })] : [];
  });
}
