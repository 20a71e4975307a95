import { likelihoods } from '../../learned.ts';
import eye from './eye.json' with { type: 'json' };
import type { Eye } from './eye.ts';
import { wordFeatures } from './features.ts';

const { words }: Pick<Eye, 'words'> = eye;

/** How likely a line is each role, by its words alone. */
export function wordsSeen(text: string): readonly number[] {
  return likelihoods(words, wordFeatures(text));
}
