import type { Intent } from '../contract.ts';
import { type Heard, INTENTS } from './ear.ts';

/**
 * A wrong done counts ten times any other error (DOMAIN §9.9), so a deed has to be several times as likely as all else
 * together.
 */
const BACKED = 0.85;
/** Where the rules found none: what they did not know may be what denies it. */
const ALONE = 0.97;
/** Of anything else: less likely than that, it is no better than what the rules read. */
const LIKELY = 0.25;

/**
 * What was meant: `read` is what the rules found, `mayStandAlone` whether a deed may be heard where they found none.
 * None where a deed is in doubt.
 */
export function likeliest(heard: Heard, read: Intent, mayStandAlone: boolean): Intent {
  if (read === 'done' ? heard.done >= BACKED : mayStandAlone && heard.done >= ALONE) return 'done';
  const other = INTENTS.reduce((best, intent) =>
    intent !== 'done' && (best === 'done' || heard[intent] > heard[best]) ? intent : best,
  );
  if (heard[other] >= LIKELY) return other;
  return read === 'done' ? 'none' : read;
}
