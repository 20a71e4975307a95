import { ASKED, type Eye, ROLES } from '../../src/core/intake/sight/eye.ts';
import { wordFeatures } from '../../src/core/intake/sight/features.ts';
import type { Item } from '../../src/core/intake/sight/items.ts';
import { type Likely, placeFeatures } from '../../src/core/intake/sight/place.ts';
import type { Learned } from '../../src/core/learned.ts';
import { likelihoods } from '../../src/core/learned.ts';
import { learn } from '../support/learn.ts';
import type { LearnedPaper } from './corpus.ts';

const SETTINGS = { pace: 0.3, pull: 1e-5, leastExamples: 2, leastWeight: 3 };
const FOLDS = 5;

/** Words first; then the place, with what the words seem to be to somebody who has not seen that set. */
export function learnEye(papers: readonly LearnedPaper[]): Omit<Eye, 'corpus'> {
  const sets = [...new Set(papers.map(({ set }) => set))];
  const words = learnWords(papers);
  const seen = new Map<Item, Likely>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const out = new Set(sets.filter((_, i) => i % FOLDS === fold));
    const others = learnWords(papers.filter(({ set }) => !out.has(set)));
    for (const { set, roles } of papers)
      if (out.has(set)) for (const item of roles.keys()) seen.set(item, likelihoods(others, featuresOf(item.text)));
  }
  const examples = papers.flatMap(({ roles, kind }) => {
    const all = [...roles.keys()];
    // Each paper comes twice, once as if nobody knew what its headings and labels mean.
    return [true, false].flatMap((namesKnown) =>
      all.map((item) => ({
        features: placeFeatures(item, all, seen, kind, namesKnown),
        right: ROLES.indexOf(roles.get(item)!),
      })),
    );
  });
  return { words, place: learn(examples, ROLES.length, SETTINGS), clauses: learnClauses(papers) };
}

/** A duty of which a reader would take several kinds is an example of each. */
export function learnClauses(papers: readonly LearnedPaper[]): Learned {
  const examples = papers.flatMap(({ clauses }) =>
    clauses.flatMap(({ features, asked }) => asked.map((one) => ({ features, right: ASKED.indexOf(one) }))),
  );
  return learn(examples, ASKED.length, SETTINGS);
}

function learnWords(papers: readonly LearnedPaper[]): Learned {
  const examples = papers.flatMap(({ roles, cells }) =>
    [...[...roles].map(([{ text }, role]) => [text, role] as const), ...cells].map(([text, role]) => ({
      features: featuresOf(text),
      right: ROLES.indexOf(role),
    })),
  );
  return learn(examples, ROLES.length, SETTINGS);
}

const known = new Map<string, ReadonlySet<string>>();

/** A line is weighed once, however often it is learned. */
export function featuresOf(text: string): ReadonlySet<string> {
  const found = known.get(text) ?? wordFeatures(text);
  known.set(text, found);
  return found;
}
