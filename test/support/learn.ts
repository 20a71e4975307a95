import { type Learned, shareOf, softmax } from '../../src/core/learned.ts';

/** Times through the examples. */
const ROUNDS = 20;

export interface Settings {
  /** Of the first step. */
  readonly pace: number;
  /** How strongly weights are drawn to nothing. */
  readonly pull: number;
  /** A feature of few examples says more about their writer than about their meaning. */
  readonly leastExamples: number;
  /** In tenths: a feature that says less for every class is left out. */
  readonly leastWeight: number;
}

export interface Example {
  readonly features: ReadonlySet<string>;
  /** Its class, counted from 0. */
  readonly right: number;
}

/** Softmax regression by stochastic descent with a pace of its own for each weight (AdaGrad). The same examples give the same weights. */
export function learn(examples: readonly Example[], classes: number, settings: Settings): Learned {
  const { pace: firstPace, pull, leastExamples, leastWeight } = settings;
  const places = placesOf(examples, leastExamples);
  const size = places.size + 1;
  const weights = Array.from({ length: classes }, () => new Float64Array(size));
  const paces = Array.from({ length: classes }, () => new Float64Array(size).fill(1e-2));
  const known = examples.map(({ right, features }) => {
    const at = [...features].flatMap((feature) => places.get(feature) ?? []);
    return { at: Int32Array.from([...at, size - 1]), share: shareOf(features.size), right };
  });
  const random = randomFrom(7);
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(known, random);
    for (const { at, share, right } of known) {
      const likely = softmax(weights.map((one) => at.reduce((sum, place) => sum + one[place]!, 0) * share));
      likely.forEach((p, one) => {
        const error = (p - (one === right ? 1 : 0)) * share;
        if (Math.abs(error) < 1e-4) return;
        const [own, pace] = [weights[one]!, paces[one]!];
        for (const place of at) {
          const slope = error + pull * own[place]!;
          pace[place]! += slope * slope;
          own[place]! -= (firstPace * slope) / Math.sqrt(pace[place]!);
        }
      });
    }
  }
  const rounded = (place: number): number[] => weights.map((one) => Math.round(one[place]! * 10));
  const kept = [...places].map(([feature, place]) => [feature, rounded(place)] as const);
  return {
    bias: rounded(size - 1),
    weights: Object.fromEntries(
      kept.filter(([, own]) => own.some((w) => Math.abs(w) >= leastWeight)).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

function placesOf(examples: readonly Example[], leastExamples: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  return new Map([...counts].filter(([, n]) => n >= leastExamples).map(([feature], place) => [feature, place]));
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

/** What was learned as a file, as the formatter likes it: a line for each feature, so that what changed can be seen. */
export function fileText(value: unknown, indent = ''): string {
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const lines = Object.entries(value).map(([key, one]) => `${inner}${JSON.stringify(key)}: ${fileText(one, inner)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
