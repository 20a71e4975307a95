import { type Ear, INTENTS, shareOf, softmax } from '../../src/core/reply/hearing/ear.ts';
import type { Example } from './corpus.ts';

/** Times through the corpus, pace of the first step, and how strongly weights are drawn to nothing. */
const ROUNDS = 20;
const PACE = 0.3;
const PULL = 1e-5;
/** A feature of one sentence alone says more about its writer than about its meaning; one that says little is left out. */
const LEAST_SENTENCES = 3;
const LEAST_WEIGHT = 3;

/** Softmax regression by stochastic descent with a pace of its own for each weight (AdaGrad). The same corpus gives the same ear. */
export function learn(
  examples: readonly (Example & { readonly features: ReadonlySet<string> })[],
  corpus: string,
): Ear {
  const places = placesOf(examples);
  const size = places.size + 1;
  const weights = INTENTS.map(() => new Float64Array(size));
  const paces = INTENTS.map(() => new Float64Array(size).fill(1e-2));
  const known = examples.map(({ intent, features }) => {
    const at = [...features].flatMap((feature) => places.get(feature) ?? []);
    return { at: Int32Array.from([...at, size - 1]), share: shareOf(features.size), right: INTENTS.indexOf(intent) };
  });
  const random = randomFrom(7);
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(known, random);
    for (const { at, share, right } of known) {
      const likely = softmax(weights.map((one) => at.reduce((sum, place) => sum + one[place]!, 0) * share));
      likely.forEach((p, intent) => {
        const error = (p - (intent === right ? 1 : 0)) * share;
        if (Math.abs(error) < 1e-4) return;
        const [own, pace] = [weights[intent]!, paces[intent]!];
        for (const place of at) {
          const slope = error + PULL * own[place]!;
          pace[place]! += slope * slope;
          own[place]! -= (PACE * slope) / Math.sqrt(pace[place]!);
        }
      });
    }
  }
  const rounded = (place: number): number[] => weights.map((one) => Math.round(one[place]! * 10));
  const kept = [...places].map(([feature, place]) => [feature, rounded(place)] as const);
  return {
    corpus,
    bias: rounded(size - 1),
    weights: Object.fromEntries(
      kept.filter(([, own]) => own.some((w) => Math.abs(w) >= LEAST_WEIGHT)).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

function placesOf(examples: readonly { readonly features: ReadonlySet<string> }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  return new Map([...counts].filter(([, n]) => n >= LEAST_SENTENCES).map(([feature], place) => [feature, place]));
}

/** Numbers from 0 to 1 that look like chance and come the same each time (a linear congruence, Numerical Recipes). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle<T>(all: T[], random: () => number): void {
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
}
