import { addDuration } from '../duration.ts';
import type { OccurrenceFacts, Standing } from '../occurrence.ts';
import { standingOf } from '../standing.ts';
import type { ReportQuestion } from './contract.ts';

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

export function countsOf(question: ReportQuestion): Counts {
  const { from, to, facts } = question;
  const counted = facts.filter((f) => f.due >= from && f.due < to && !f.own);
  const by = (...wanted: readonly Standing[]) => counted.filter((f) => wanted.includes(standingAt(f, question))).length;
  const terms = {
    done: by('done'),
    doneLate: by('done-late'),
    excused: by('excused'),
    open: by('open', 'acknowledged', 'upcoming'),
    overdue: by('overdue'),
    missed: by('missed'),
    gap: by('gap'),
  };
  const due = Object.values(terms).reduce((a, b) => a + b, 0);
  const caughtUp = facts.filter(
    (f) => f.settled?.how === 'done' && !f.own && f.due < from && f.settled.at >= from && f.settled.at < to,
  ).length;
  return { due, ...terms, void: by('void'), vacant: by('vacant'), caughtUp };
}

/** Where it stood when the span ended: a report that comes late after a stop tells of its own span. */
function standingAt(facts: OccurrenceFacts, { told, plan, to }: ReportQuestion): Standing {
  const before = facts.settled && facts.settled.at < addDuration(to, { unit: 's', n: 1 }, plan.organization);
  const { settled: _, ...open } = facts;
  return standingOf(before ? facts : open, told[facts.id], plan.organization, to);
}
