import type { Instant } from '../calendar.ts';
import { makeUpFor } from '../follow-up.ts';
import type { NewEntry } from '../ledger.ts';
import type { Notice } from '../notice.ts';
import type { OccurrenceFacts, OccurrenceId } from '../occurrence.ts';
import type { Measure, Plan } from '../plan/plan.ts';
import { noticesOf, recordAbsence } from './effect.ts';

interface MeetingQuestion {
  readonly plan: Plan;
  readonly planVersion: number;
  readonly measure: Measure;
  readonly existing: ReadonlySet<OccurrenceId>;
  readonly now: Instant;
}

/** An occurrence whose person is away when it would fall due. */
export interface Met {
  readonly facts: OccurrenceFacts;
  readonly entries: readonly NewEntry[];
  readonly notices: readonly Notice[];
}

/** Somebody is away when it would fall due: leave, or a later day; the others hear of it. Undefined: it stays as it is. */
export function meetAbsence(facts: OccurrenceFacts, { plan, planVersion, now }: MeetingQuestion): Met | undefined {
  const said = { by: 'bot', at: now, source: `away:${facts.id}`, planVersion };
  const { entries, occurrences } = recordAbsence([facts], said, plan);
  const [after] = occurrences;
  return after && { facts: after, entries, notices: noticesOf(facts, after, plan, now) };
}

/** Leave that an absence brings about opens its make-up at once. */
export function makeUpsOf(
  met: readonly Met[],
  { measure, plan, now, existing }: MeetingQuestion,
): readonly OccurrenceFacts[] {
  return met.flatMap(({ facts }) => {
    const duty = measure.duties.find((d) => d.id === facts.duty);
    const makeUp = makeUpFor(facts, duty, plan.organization, now);
    return makeUp && !existing.has(makeUp.id) ? [makeUp] : [];
  });
}
