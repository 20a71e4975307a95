import { type Nature, ruledNatureOf } from './nature-rules.ts';
import { wordsSeen } from './sight/words.ts';

export type { Nature } from './nature-rules.ts';

/** Where the rules know no word of a sentence, what it likely is will do; what they found needs somebody who is sure. */
const LIKELY = 0.6;
const SURE = 0.9;

/** What a sentence does, by rules, weighed with what was learned of other papers' sentences. */
export function natureOf(text: string): Nature {
  const ruled = ruledNatureOf(text);
  const [fault, deed] = wordsSeen(text) as readonly [number, number];
  const needed = ruled === 'other' ? LIKELY : SURE;
  if (deed >= needed) return 'deed';
  return fault >= needed ? 'fault' : ruled;
}
