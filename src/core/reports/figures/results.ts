import type { Instant } from '../../calendar.ts';
import { problemSums, type Result, type ResultSums, results, sumsOf } from '../../close-out.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import type { MeasureId } from '../../plan/plan.ts';
import type { Closing, ReportQuestion } from '../contract.ts';
import { type StateCount, stateCounts } from './states.ts';

type Known = Pick<ReportQuestion, 'plan' | 'closings' | 'to' | 'asOf'>;

/** 已完成, 基本完成并持续整改, 未完成: of the measures and of the problems, as decided by the end of the span. */
export interface Results {
  readonly measures: ResultSums;
  readonly problems: ResultSums;
}

export function resultsIn(question: Known): Results {
  const { plan } = question;
  const of = (measure: MeasureId) => resultIn(measure, question);
  return { measures: sumsOf(plan.measures.map(({ id }) => of(id))), problems: problemSums(plan, of) };
}

/** One measure's result at that moment; a decision of a later day does not count yet. */
export function resultIn(measure: MeasureId, { closings, to, asOf = to }: Known): Result {
  return resultBy(closings?.[measure], asOf);
}

function resultBy(closing: Closing | undefined, at: Instant): Result {
  if (!closing || closing.at > at || closing.how === 'reopened') return 'not-completed';
  return closing.how === 'finished' ? 'completed' : 'continuing';
}

/** 问题10个：已完成2、基本完成并持续整改1、未完成7. A part that nothing is in is said all the same: three values are read as one. */
export function resultWords({ measures, problems }: Results): readonly Phrase[] {
  return [
    ...(problems.total > 0 ? [phrase('report-results-problems', sumArgs(problems))] : []),
    phrase('report-results-measures', sumArgs(measures)),
  ];
}

function sumArgs({ total, counts }: ResultSums) {
  return { total, parts: results.map((result) => phrase(`close-sum-${result}`, { n: counts[result] })) };
}

/** Why the results cannot all be right, if they cannot: against what they are the results of, and against the states. */
export function resultDifferences(question: ReportQuestion): readonly Phrase[] {
  const { measures, problems } = resultsIn(question);
  return differing(measures, problems, stateCounts(question), question.plan);
}

export function differing(
  measures: ResultSums,
  problems: ResultSums,
  states: readonly StateCount[],
  plan: { readonly measures: readonly unknown[]; readonly problems: readonly unknown[] },
): readonly Phrase[] {
  const closed = states.find(({ state }) => state === 'closed')?.n ?? 0;
  const sum = ({ counts }: ResultSums) => results.reduce((n, result) => n + counts[result], 0);
  return [
    ...differs('report-results-of-problems', plan.problems.length, sum(problems)),
    ...differs('report-results-of-measures', plan.measures.length, sum(measures)),
    ...differs('report-state-closed', closed, measures.counts.completed),
  ];
}

function differs(what: string, total: number, parts: number): readonly Phrase[] {
  if (total === parts) return [];
  return [phrase('report-refused-sum', { what: phrase(what), total, parts, difference: total - parts })];
}
