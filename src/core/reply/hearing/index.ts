import type { Intent, ItemKind } from '../contract.ts';
import type { Found } from '../found.ts';
import type { Sentence } from '../sentence.ts';
import { speaksOf } from '../verdict.ts';
import learned from './ear.json' with { type: 'json' };
import { hear } from './ear.ts';
import { foundFeatures, soundFeatures } from './features.ts';
import { likeliest } from './likeliest.ts';
import { soundOf } from './sound.ts';

/** In fewer signs one unknown word is too much of the whole. */
const LEAST_ALONE = 12;

/**
 * What was meant, by the sound of the whole sentence and by what the rules found in it, and how likely (0 to 1) that is:
 * learned from sentences in test/samples/replies/learned.
 */
export function meantBy(
  sentence: Sentence,
  kind: ItemKind,
  found: Found,
): { readonly intent: Intent; readonly likely: number } {
  const sound = soundOf(sentence);
  const heard = hear(learned, new Set([...soundFeatures(sound, kind), ...foundFeatures(found, kind)]));
  // 和老孙谈了, in answer to a study session: a deed of another duty.
  const alone = sentence.painted.trim().length >= LEAST_ALONE && speaksOf(kind, sentence.painted);
  const intent = likeliest(heard, found.read, alone);
  return { intent, likely: heard[intent] };
}
