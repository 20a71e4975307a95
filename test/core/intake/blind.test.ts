import { expect, test } from 'vitest';
import { draftOf } from '../../../src/core/intake/index.ts';
import { readText } from '../../../src/documents/read-text.ts';
import { percent, scoreOf, shown } from './gold.ts';
import { papersIn } from './papers.ts';

// Written with their gold after the intake was tuned to the other papers. First run, before anything was changed for
// them, stands in the commit that brought them in.
test.each(papersIn('blind/'))('$name, written blind', ({ name, text, gold }) => {
  const draft = draftOf(readText(text), { today: '2026-03-02' });
  const score = scoreOf(draft, gold);
  console.log(shown(name, score));
  if (process.env.MISSES) for (const miss of score.misses) console.log(`      ${miss}`);
  expect(draft.kind).toBe(gold.kind);
  if (gold.date) expect(draft.date).toBe(gold.date);
  expect(percent(score.problems.found, score.problems.wanted)).toBeGreaterThanOrEqual(95);
  expect(percent(score.measures.found, score.measures.wanted)).toBeGreaterThanOrEqual(95);
  expect(percent(score.duties.found, score.duties.wanted)).toBeGreaterThanOrEqual(90);
});
