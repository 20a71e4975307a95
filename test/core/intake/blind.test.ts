import { expect, test } from 'vitest';
import { draftOf } from '../../../src/core/intake/index.ts';
import { isMarkdown, readMarkdown, readText } from '../../../src/documents/read-text.ts';
import { percent, scoreOf, shown } from './gold.ts';
import { papersIn } from './papers.ts';

// Written with their gold, in batches, before the intake was run on them; what the first run of each batch found stands
// in the commit that brought it in. Since then the intake has been mended for what they showed.
test.each(papersIn('blind/'))('$name, written blind', ({ name, text, gold }) => {
  const draft = draftOf((isMarkdown(text) ? readMarkdown : readText)(text), { today: '2026-03-02' });
  const score = scoreOf(draft, gold);
  console.log(shown(name, score));
  if (process.env.MISSES) for (const miss of score.misses) console.log(`      ${miss}`);
  expect(draft.kind).toBe(gold.kind);
  if (gold.date) expect(draft.date).toBe(gold.date);
  expect(percent(score.problems.found, score.problems.wanted)).toBeGreaterThanOrEqual(95);
  expect(percent(score.measures.found, score.measures.wanted)).toBeGreaterThanOrEqual(95);
  expect(percent(score.duties.found, score.duties.wanted)).toBeGreaterThanOrEqual(90);
  expect(percent(score.duties.found, score.duties.given)).toBeGreaterThanOrEqual(90);
});
