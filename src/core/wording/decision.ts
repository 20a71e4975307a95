import type { Action, Button } from '../message.ts';
import type { OccurrenceFacts } from '../occurrence.ts';
import { phrase } from '../phrase.ts';
import type { PersonId } from '../plan/plan.ts';
import type { Request } from '../requested.ts';

/** 同意 and 不同意 to what `by` asked for. */
export function decisionButtons(
  about: readonly string[],
  by: PersonId,
  { what, until }: Request,
  reason = '',
): readonly Button[] {
  return [true, false].map((yes): Button => {
    const given: Action['with'] = { what, yes, by, ...(until ? { until } : {}), ...(reason ? { reason } : {}) };
    return {
      label: phrase(yes ? 'button-agree' : 'button-decline'),
      action: { command: 'decide', about, with: given },
    };
  });
}

/** Of what waits for a decision, wherever it is shown to whoever may give it: also to whoever stands in by then. */
export function pendingButtons({ requested, asked }: OccurrenceFacts, about: readonly string[]): readonly Button[] {
  return requested ? decisionButtons(about, asked, requested) : [];
}
