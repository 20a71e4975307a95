import type { Intent, ItemKind } from '../contract.ts';
import type { Found } from '../found.ts';
import type { Sentence } from '../sentence.ts';
import learned from './ear.json' with { type: 'json' };
import { hear } from './ear.ts';
import { foundFeatures, soundFeatures } from './features.ts';
import { likeliest } from './likeliest.ts';
import { soundOf } from './sound.ts';

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
  const intent = likeliest(heard, found.read, sentence.painted.trim().length);
  return { intent, likely: heard[intent] };
}
