import { addDuration } from '../duration.ts';
import type { OccurrenceFacts, Standing } from '../occurrence.ts';
import type { Plan } from '../plan/plan.ts';
import { standingOf } from '../standing.ts';
import type { ReportQuestion, Span } from './contract.ts';

/** The terms that what was due in a span falls into; they add up to `due` (DESIGN §5). Beside them: void and vacant. */
export interface Counts {
  readonly due: number;
  readonly done: number;
  readonly doneLate: number;
  readonly excused: number;
  readonly open: number;
  readonly overdue: number;
  readonly missed: number;
  readonly gap: number;
  readonly void: number;
  readonly vacant: number;
  /** Of earlier spans, completed in this one. */
  readonly caughtUp: number;
}

export const termNames = ['done', 'doneLate', 'excused', 'open', 'overdue', 'missed', 'gap'] as const;
export type TermName = (typeof termNames)[number];

/** What a count is read from: a span, what is known, and the moment at which standings are read. */
export interface Counted extends Span, Known {
  readonly facts: readonly OccurrenceFacts[];
}

type Known = Pick<ReportQuestion, 'told' | 'plan'>;
/** A moment, and what is known besides the occurrence itself. */
type Seen = Known & Pick<Span, 'to' | 'asOf'>;

const termOf: Readonly<Record<Standing, TermName | 'void' | 'vacant'>> = {
  upcoming: 'open',
  open: 'open',
  acknowledged: 'open',
  done: 'done',
  'done-late': 'doneLate',
  excused: 'excused',
  overdue: 'overdue',
  missed: 'missed',
  gap: 'gap',
  void: 'void',
  vacant: 'vacant',
};

export function countsOf(question: Counted): Counts {
  const { from, to, facts } = question;
  const found = { done: 0, doneLate: 0, excused: 0, open: 0, overdue: 0, missed: 0, gap: 0, void: 0, vacant: 0 };
  for (const one of dueIn(question)) found[termOf[standingAt(one, question)]]++;
  const due = termNames.reduce((sum, term) => sum + found[term], 0);
  const caughtUp = facts.filter(
    (f) => f.settled?.how === 'done' && !f.own && f.due < from && f.settled.at >= from && f.settled.at < to,
  ).length;
  return { due, ...found, caughtUp };
}

/** What the span answers for: due in it, and not somebody's daily self-study, which nobody counts. */
export function dueIn({ from, to, facts }: Counted): readonly OccurrenceFacts[] {
  return facts.filter((f) => f.due >= from && f.due < to && !f.own);
}

/** Where it stood when the span ended: a report that comes late after a stop tells of its own span. */
export function standingAt(facts: OccurrenceFacts, question: Seen): Standing {
  const { told, plan, to, asOf = to } = question;
  return standingOf(asItStood(facts, plan, asOf), told[facts.id], plan.organization, asOf);
}

export function termAt(facts: OccurrenceFacts, question: Seen) {
  return termOf[standingAt(facts, question)];
}

/** What came within the same second belongs to the moment: the report and the tap may carry one time. */
export function asItStood(facts: OccurrenceFacts, plan: Plan, asOf: number): OccurrenceFacts {
  if (!facts.settled || facts.settled.at < addDuration(asOf, { unit: 's', n: 1 }, plan.organization)) return facts;
  const { settled: _, ...open } = facts;
  return open;
}
