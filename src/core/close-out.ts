import type { Instant } from './calendar.ts';
import type { Entry, EntryBody } from './ledger.ts';
import type { Measure, MeasureId, PersonId, Plan } from './plan/plan.ts';
import type { Closing } from './reports/contract.ts';

/** 销号, 阶段性完成并长期坚持. */
export type CloseOutResult = 'finished' | 'phase';

/** A lapse (反弹) is recorded and moves nothing; only a reopening (回头看) does. */
export type CloseOutStep = 'submitted' | 'reviewed' | 'accepted' | 'returned' | 'reopened' | 'lapsed';

export type CloseOutStage = 'moving' | 'submitted' | 'reviewed' | 'finished' | 'phase';

/** Where a measure stands on its way to 销号; what was decided last, by whom, and when. */
export interface CloseOut {
  readonly stage: CloseOutStage;
  readonly at: Instant;
  readonly by: PersonId;
  /** The last step, which tells 退回 and 重新整改 from a measure that was never submitted. */
  readonly step: CloseOutStep;
  readonly submittedBy?: PersonId;
}

export type CloseOuts = Readonly<Record<MeasureId, CloseOut>>;

/** A measure that nobody has submitted yet. */
export const inProgress = 'moving' satisfies CloseOutStage;

const from: Readonly<Record<CloseOutStep, readonly CloseOutStage[]>> = {
  submitted: ['moving'],
  reviewed: ['submitted'],
  accepted: ['reviewed'],
  returned: ['submitted', 'reviewed'],
  reopened: ['finished', 'phase'],
  lapsed: ['phase'],
};

export type CloseOutDeed = Extract<EntryBody, { kind: 'close-out' }>;

/** What a step makes of a measure; undefined where the step does not follow from where it stands. */
export function closeOutAfter(
  before: CloseOut | undefined,
  { step, result }: Pick<CloseOutDeed, 'step' | 'result'>,
  { at, by }: Pick<Entry, 'at' | 'by'>,
): CloseOut | undefined {
  if (!from[step].includes(before?.stage ?? inProgress)) return undefined;
  if (step === 'lapsed') return before;
  const submittedBy = step === 'submitted' ? by : before?.submittedBy;
  const kept = submittedBy === undefined ? {} : { submittedBy };
  return { stage: stageAfter(step, result), at, by, step, ...kept };
}

function stageAfter(step: Exclude<CloseOutStep, 'lapsed'>, result: CloseOutResult | undefined): CloseOutStage {
  if (step === 'accepted') return result ?? 'finished';
  return step === 'submitted' || step === 'reviewed' ? step : 'moving';
}

/** All measures' close-outs from the ledger alone: what the office's state holds can always be made again. */
export function closeOutsOf(entries: readonly Entry[]): CloseOuts {
  const found: Record<MeasureId, CloseOut> = {};
  for (const entry of entries) {
    if (entry.kind !== 'close-out' || entry.measure === undefined) continue;
    const by = entry.onBehalfOf ?? entry.by;
    const after = closeOutAfter(found[entry.measure], entry, { at: entry.at, by });
    if (after) found[entry.measure] = after;
  }
  return found;
}

/**
 * Who reviews: the lead; nobody reviews what they submitted themselves, then the head does. Null: nobody is left, and
 * the Party group decides at once.
 */
export function reviewerOf(measure: Measure, submittedBy: PersonId, plan: Plan): PersonId | null {
  const { head } = plan.organization;
  return [measure.lead, head].find((person) => person !== null && person !== submittedBy) ?? null;
}

/** 责任人: whoever owes one of its duties, reports it, answers for its department, or leads it. */
export function answersFor(measure: Measure, person: PersonId, plan: Plan): boolean {
  const contact = plan.departments.find((d) => d.id === measure.department)?.contact;
  const owes = measure.duties.some(
    (d) => d.reporter === person || d.who.some((holder) => 'person' in holder && holder.person === person),
  );
  return measure.lead === person || contact === person || owes;
}

/** 已完成, 基本完成并持续整改, 未完成: every measure and every problem is exactly one of them. */
export type Result = 'completed' | 'continuing' | 'not-completed';
export const results: readonly Result[] = ['completed', 'continuing', 'not-completed'];

export function resultOf(closeOut: CloseOut | undefined): Result {
  if (closeOut?.stage === 'finished') return 'completed';
  return closeOut?.stage === 'phase' ? 'continuing' : 'not-completed';
}

export interface ResultSums {
  readonly total: number;
  readonly counts: Readonly<Record<Result, number>>;
}

export function measureSums(plan: Plan): ResultSums {
  return sumsOf(plan.measures.map((m) => resultOf(m.closeOut)));
}

/** A problem is as far as the measure that is least far; one that no measure covers is not completed. */
export function problemSums(
  plan: Plan,
  resultOfMeasure: (measure: MeasureId) => Result = asItStands(plan),
): ResultSums {
  return sumsOf(
    plan.problems.map(({ id }) => {
      const found = plan.measures.filter((m) => m.problems.includes(id)).map((m) => resultOfMeasure(m.id));
      return found.length === 0 ? 'not-completed' : results.findLast((r) => found.includes(r))!;
    }),
  );
}

function asItStands(plan: Plan): (measure: MeasureId) => Result {
  return (id) => resultOf(plan.measures.find((m) => m.id === id)?.closeOut);
}

export function sumsOf(found: readonly Result[]): ResultSums {
  const count = (result: Result) => found.filter((f) => f === result).length;
  return {
    total: found.length,
    counts: {
      completed: count('completed'),
      continuing: count('continuing'),
      'not-completed': count('not-completed'),
    },
  };
}

/** Problems that no measure answers (DOMAIN §0.4). */
export function uncoveredProblems(plan: Plan): Plan['problems'] {
  return plan.problems.filter(({ id }) => plan.measures.every((m) => !m.problems.includes(id)));
}

export interface Step {
  readonly step: CloseOutStep;
  readonly result?: CloseOutResult;
}

/** What this person may do next with a measure; the office may record what others decided. */
export function stepsFor(
  measure: Measure,
  viewer: { readonly person: PersonId; readonly isOffice: boolean },
  plan: Plan,
): readonly Step[] {
  const { closeOut } = measure;
  const { person, isOffice } = viewer;
  if (closeOut === undefined || closeOut.stage === 'moving')
    return isOffice || answersFor(measure, person, plan) ? [{ step: 'submitted' }] : [];
  if (closeOut.stage === 'submitted') return mayReview(measure, closeOut, viewer, plan) ? reviewing : [];
  if (closeOut.stage === 'reviewed') return isOffice ? deciding : [];
  return isOffice || measure.lead === person ? [{ step: 'reopened' }] : [];
}

const reviewing: readonly Step[] = [{ step: 'reviewed' }, { step: 'returned' }];
const deciding: readonly Step[] = [
  { step: 'accepted', result: 'finished' },
  { step: 'accepted', result: 'phase' },
  { step: 'returned' },
];

function mayReview(
  measure: Measure,
  { submittedBy }: CloseOut,
  { person, isOffice }: { readonly person: PersonId; readonly isOffice: boolean },
  plan: Plan,
): boolean {
  if (person === submittedBy) return false;
  return isOffice || reviewerOf(measure, submittedBy ?? '', plan) === person;
}

/** How reports see it: what is closed, and since when. */
export function closingsOf(plan: Plan): Readonly<Record<MeasureId, Closing>> {
  const found = plan.measures.flatMap(({ id, closeOut }) => {
    if (!closeOut || closeOut.stage === 'submitted' || closeOut.stage === 'reviewed') return [];
    const how = closeOut.stage === 'moving' ? 'reopened' : closeOut.stage;
    const isReopened = closeOut.stage !== 'moving' || closeOut.step === 'reopened';
    return isReopened ? [[id, { how, at: closeOut.at, by: closeOut.by }] as const] : [];
  });
  return Object.fromEntries(found);
}

/** Measures whose close-out the Party group is asked to decide. */
export function awaitingDecision(plan: Plan): readonly MeasureId[] {
  return plan.measures.filter(({ closeOut }) => closeOut?.stage === 'reviewed').map(({ id }) => id);
}
