import type { LocalDate } from './calendar.ts';
import { entry, type Recorded, type Said, together } from './check-in.ts';
import type { OccurrenceFacts } from './occurrence.ts';
import type { PersonId } from './plan/plan.ts';

/** What waits for an approver's answer. */
export interface Request {
  readonly what: 'leave' | 'extension';
  readonly until?: LocalDate;
}

/** Asked for and not decided: it closes nothing and moves nothing, but whoever asked has answered. */
export function recordRequested(facts: readonly OccurrenceFacts[], said: Said, request: Request): Recorded {
  return together(
    facts.map((one) => ({
      entries: [entry(one, said, { kind: 'requested', ...request })],
      occurrences: [{ ...one, requested: { at: said.at, ...request } }],
      refused: [],
    })),
  );
}

/** The approver said no: it is owed as before. */
export function recordDeclined(
  facts: readonly OccurrenceFacts[],
  said: Said,
  declined: { readonly what: Request['what']; readonly asker: PersonId },
): Recorded {
  return together(
    facts.map(({ requested: _, ...one }) => ({
      entries: [entry(one, said, { kind: 'declined', ...declined })],
      occurrences: [one],
      refused: [],
    })),
  );
}
