import { writeFileSync } from 'node:fs';
import { INTENTS } from '../../src/core/reply/hearing/ear.ts';
import { fileText, learn } from '../support/learn.ts';
import { corpus, corpusDigest } from './corpus.ts';

// `npm run learn`: after a sentence was added to the corpus, or features or signs were changed.
/** A feature of one sentence alone says more about its writer than about its meaning. */
const LEAST_SENTENCES = 3;

const examples = corpus().map(({ intent, features }) => ({ features, right: INTENTS.indexOf(intent) }));
const learned = learn(examples, INTENTS.length, LEAST_SENTENCES);
const file = new URL('../../src/core/reply/hearing/ear.json', import.meta.url);
writeFileSync(file, `${fileText({ corpus: corpusDigest(), ...learned })}\n`);
console.log(`${Object.keys(learned.weights).length} features of ${examples.length} sentences`);
