import { writeFileSync } from 'node:fs';
import { fileText } from '../support/learn.ts';
import { corpusDigest, papers } from './corpus.ts';
import { featuresOf, learnEye } from './learn-eye.ts';

// `npm run learn`: after a paper was added to the samples, or the outline or what is weighed of it was changed.
const all = await papers();
const eye = { corpus: corpusDigest(all, featuresOf), ...learnEye(all) };
const file = new URL('../../src/core/intake/sight/eye.json', import.meta.url);
writeFileSync(file, `${fileText(eye)}\n`);
console.log(`${Object.keys(eye.words.weights).length} and ${Object.keys(eye.place.weights).length} features`);
