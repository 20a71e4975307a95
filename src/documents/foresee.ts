import type { Instant } from '../core/calendar.ts';
import type { Foreseen } from '../core/drafting/foreseen.ts';
import type { PlanText } from '../core/plan/read.ts';
import { inThread } from './thread.ts';

/** Seconds after which a preview goes without what is to come. */
const LONGEST = 30;

/** What a plan that can be read would bring, worked out in the thread that reads papers; undefined if it takes too long. */
export async function foresee(
  files: readonly PlanText[],
  span: { readonly from: Instant; readonly to: Instant },
): Promise<Foreseen | undefined> {
  const answer = await inThread<Foreseen>({ foresee: { files, ...span } }, LONGEST);
  return 'value' in answer ? answer.value : undefined;
}
