import type { Draft } from './draft.ts';
import type { Plan, Round } from './plan.ts';
import type { PlanProblem } from './problem.ts';
import { measureOf, roundOf } from './resolve-measure.ts';
import { organizationOf } from './resolve-organization.ts';
import { departmentOf, groupOf, personOf, postOf, reportOf } from './resolve-people.ts';
import type { PlanContext, Resolving } from './resolving.ts';

export interface Resolved {
  readonly plan: Plan;
  readonly problems: readonly PlanProblem[];
  readonly warnings: readonly PlanProblem[];
}

/** Makes the plan as far as the draft allows, so that all problems show at once. */
export function resolve(draft: Draft, context: PlanContext): Resolved {
  const organization = organizationOf(draft.organization?.value ?? nobody, draft, context);
  const resolving: Resolving = { draft, organization, now: context.now, problems: [], warnings: [] };
  const rounds = draft.rounds.map(({ value, place }) => roundOf(value, place, resolving));
  const plan: Plan = {
    organization,
    round: latest(rounds),
    ...(rounds.length > 1 ? { rounds } : {}),
    departments: draft.departments.map(({ value }) => departmentOf(value)),
    posts: draft.posts.map(({ value }) => postOf(value)),
    groups: draft.groups.map((item) => groupOf(item, resolving)),
    ...(draft.reports.length > 0 ? { reports: draft.reports.flatMap((item) => reportOf(item, resolving) ?? []) } : {}),
    people: draft.people.map(({ value }) => personOf(value, resolving)),
    problems: draft.problems.map(({ value }) => value),
    measures: draft.measures.map((item) => measureOf(item, resolving)),
  };
  return { plan, problems: resolving.problems, warnings: resolving.warnings };
}

/** Stands in for an organization that could not be read, which is a problem, so that the others are found too. */
const nobody = { id: 'unknown', name: 'unknown' };

function latest(rounds: readonly Round[]): Round {
  return [...rounds].sort((a, b) => ((b.feedback ?? '') < (a.feedback ?? '') ? -1 : 1))[0] ?? {};
}
