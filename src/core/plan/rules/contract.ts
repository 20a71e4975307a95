import type { Draft } from '../draft.ts';
import type { PlanProblem } from '../problem.ts';

/** One thing that must hold between parts of a plan. Its name is for tests and for whoever reads the list. */
export interface PlanRule {
  readonly id: string;
  check(draft: Draft): readonly PlanProblem[];
}
