/** What was learned of examples: how much each feature speaks for each class, in tenths; what speaks for none is left out. */
export interface Learned {
  /** Before anything is known. */
  readonly bias: readonly number[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** Features count less the more of them there are, so that a long sentence is no surer than a short one. */
export const shareOf = (features: number): number => 2 / Math.sqrt(features + 1);

/** How likely each class is, in the order of the weights; they add up to 1. */
export function likelihoods({ bias, weights }: Learned, features: ReadonlySet<string>): readonly number[] {
  const scores = [...bias];
  let known = 0;
  for (const feature of features) {
    if (!Object.hasOwn(weights, feature)) continue;
    known++;
    weights[feature]!.forEach((weight, i) => {
      scores[i]! += weight;
    });
  }
  // What was never met before makes unsure.
  const share = shareOf(Math.max(known, features.size / 2)) / 10;
  return softmax(scores.map((score) => score * share));
}

export function softmax(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  const sum = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / sum);
}
