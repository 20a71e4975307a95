import { writeFileSync } from 'node:fs';
import { fileText } from '../support/learn.ts';
import { corpusDigest, papers } from './corpus.ts';
import { featuresOf, learnEye } from './learn-eye.ts';

// `npm run learn`: after a paper was added to the samples, or the outline or what is weighed of it was changed.
const all = await papers();
const eye = { corpus: corpusDigest(all, featuresOf), ...learnEye(all) };
const file = new URL('../../src/core/intake/sight/eye.json', import.meta.url);
writeFileSync(file, `${fileText(eye)}\n`);
const counts = [eye.words, eye.place, eye.clauses].map(({ weights }) => Object.keys(weights).length);
console.log(`${counts.join(', ')} features`);
