import type { OccurrenceFacts } from '../core/occurrence.ts';
import type { Act } from '../core/reply/contract.ts';
import type { Office } from './office.ts';

/** What was read of one act; its words are kept apart, since of a talk they are not kept at all (DESIGN §4.14). */
export type Meaning = Omit<Act, 'text'>;

/** Talks whose content the plan does not keep. */
export function confided(facts: readonly OccurrenceFacts[], { plan }: Office): boolean {
  return plan.organization.talkContent === 'none' && facts.some((f) => f.kind === 'talk');
}
