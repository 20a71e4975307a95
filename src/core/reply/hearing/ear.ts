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

/** How much each feature speaks for each intent, in tenths; what speaks for none is left out. */
export interface Ear {
  /** Of what it was learned (`corpusDigest` in test/replies). */
  readonly corpus: string;
  /** Before anything is heard. */
  readonly bias: readonly number[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** How likely each intent is; they add up to 1. */
export type Heard = Readonly<Record<Intent, number>>;

/** Features count less the more of them there are, so that a long sentence is no surer than a short one. */
export const shareOf = (features: number): number => 2 / Math.sqrt(features + 1);

export function hear(ear: Ear, features: ReadonlySet<string>): Heard {
  const known = [...features].flatMap((feature) => {
    const weights = Object.hasOwn(ear.weights, feature) ? ear.weights[feature] : undefined;
    return weights ? [weights] : [];
  });
  // What was never heard before makes unsure.
  const share = shareOf(Math.max(known.length, features.size / 2)) / 10;
  const scores = INTENTS.map((_, i) => known.reduce((sum, weights) => sum + weights[i]!, ear.bias[i]!) * share);
  const likely = softmax(scores);
  return Object.fromEntries(INTENTS.map((intent, i) => [intent, likely[i]!])) as Heard;
}

export function softmax(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  const sum = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / sum);
}
