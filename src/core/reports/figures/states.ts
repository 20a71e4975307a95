import { dateAt, type Instant } from '../../calendar.ts';
import type { Measure } from '../../plan/plan.ts';
import { standingOf } from '../../standing.ts';
import type { Closing, ReportQuestion, Span } from '../contract.ts';
import { asItStood } from '../counts.ts';

/** Where a measure stands. 销号 is decided by people; the others are read from its duties and its deadline. */
export type MeasureState = 'closed' | 'phase' | 'behind' | 'ongoing' | 'moving';

export const measureStates: readonly MeasureState[] = ['closed', 'phase', 'ongoing', 'moving', 'behind'];

type Known = Pick<ReportQuestion, 'plan' | 'facts' | 'open' | 'told' | 'closings'>;

/**
 * Behind: something of it is overdue whose next date has not come, or its deadline is over. An item of an earlier period
 * that was missed stays in the counts, but does not hold a measure back for ever.
 */
export function stateOf(measure: Measure, known: Known, at: Instant): MeasureState {
  const closing = closingAt(known.closings?.[measure.id], at);
  if (closing?.how === 'finished') return 'closed';
  if (isBehind(measure, known, at)) return 'behind';
  if (closing?.how === 'phase') return 'phase';
  return measure.deadline === 'ongoing' || keepsGoing(measure, known, at) ? 'ongoing' : 'moving';
}

function closingAt(closing: Closing | undefined, at: Instant): Closing | undefined {
  return closing && closing.at <= at ? closing : undefined;
}

function keepsGoing(measure: Measure, { plan }: Known, at: Instant): boolean {
  const { deadline, thenOngoing } = measure;
  return thenOngoing && (deadline === 'immediate' || isPast(deadline, dateAt(at, plan.organization.zone)));
}

function isPast(deadline: Measure['deadline'], today: string): boolean {
  return deadline !== null && deadline !== 'ongoing' && deadline !== 'immediate' && deadline < today;
}

function isBehind(measure: Measure, { plan, facts, open, told }: Known, at: Instant): boolean {
  const { organization } = plan;
  if (!measure.thenOngoing && isPast(measure.deadline, dateAt(at, organization.zone))) return true;
  return [...facts, ...open]
    .filter((f) => f.measure === measure.id && f.openedAt <= at && !f.own)
    .some((f) => standingOf(asItStood(f, plan, at - 1000), told[f.id], organization, at) === 'overdue');
}

export interface StateCount {
  readonly state: MeasureState;
  readonly n: number;
  /** Against the beginning of the span. */
  readonly change: number;
}

/** How many measures stand where, and what changed since the span began; the numbers add up to all measures. */
export function stateCounts(question: Known & Span): readonly StateCount[] {
  const { plan, from, to, asOf = to } = question;
  const count = (at: Instant, state: MeasureState) =>
    plan.measures.filter((m) => stateOf(m, question, at) === state).length;
  return measureStates.map((state) => {
    const n = count(asOf, state);
    return { state, n, change: n - count(from, state) };
  });
}
