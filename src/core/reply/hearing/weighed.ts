import type { Intent } from '../contract.ts';
import { type Heard, INTENTS } from './ear.ts';

/** A deed that was read counts if the ear finds it at least that likely; one that was only heard needs to be as good as sure. */
const BACKED = 0.5;
const SURE = 0.99;
/** What was read gives way where the ear finds it unlikely, and one other thing likely. */
const UNLIKELY = 0.15;
const LIKELY = 0.7;
/** Beside nothing that was read, or a deed that is doubted. */
const LIKELIER = 0.5;

/**
 * What the rules read, weighed with what the ear heard: two readers who know different things. A wrong done counts ten
 * times any other error (DOMAIN §9.9), so a deed needs both, or an ear that is sure and a clause that nothing denies
 * (`mayBeDone`).
 */
export function weighed(read: Intent, heard: Heard, mayBeDone: boolean): Intent {
  if (read === 'done' ? heard.done >= BACKED : mayBeDone && heard.done >= SURE) return 'done';
  const other = INTENTS.reduce((best, intent) =>
    intent !== 'done' && (best === 'done' || heard[intent] > heard[best]) ? intent : best,
  );
  if (read === 'done' || read === 'none') return heard[other] >= LIKELIER ? other : 'none';
  return heard[read] < UNLIKELY && heard[other] >= LIKELY ? other : read;
}
