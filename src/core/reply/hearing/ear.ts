import { type Learned, likelihoods } from '../../learned.ts';
import type { Intent } from '../contract.ts';

/** The intents in the order of the weights of a feature. */
export const INTENTS = [
  'done',
  'progress',
  'not_done',
  'postpone',
  'excuse',
  'delegate',
  'undo',
  'question',
  'acknowledge',
  'none',
] as const satisfies readonly Intent[];

export interface Ear extends Learned {
  /** Of what it was learned (`corpusDigest` in test/replies). */
  readonly corpus: string;
}

/** How likely each intent is; they add up to 1. */
export type Heard = Readonly<Record<Intent, number>>;

export function hear(ear: Ear, features: ReadonlySet<string>): Heard {
  const likely = likelihoods(ear, features);
  return Object.fromEntries(INTENTS.map((intent, i) => [intent, likely[i]!])) as Heard;
}
