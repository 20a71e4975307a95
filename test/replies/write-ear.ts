import { writeFileSync } from 'node:fs';
import { corpus, corpusDigest } from './corpus.ts';
import { learn } from './learn.ts';

// `npm run learn`: after a sentence was added to the corpus, or features or signs were changed.
const { weights, ...head } = learn(corpus(), corpusDigest());
const lines = Object.entries(weights).map(([feature, own]) => `    ${JSON.stringify(feature)}: ${JSON.stringify(own)}`);
const text = `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "weights": {\n${lines.join(',\n')}\n  }\n}\n`;
writeFileSync(new URL('../../src/core/reply/hearing/ear.json', import.meta.url), text);
console.log(`${lines.length} features of ${corpus().length} sentences`);
