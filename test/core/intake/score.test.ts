import { expect, test } from 'vitest';
import { draftOf } from '../../../src/core/intake/index.ts';
import { readText } from '../../../src/documents/read-text.ts';
import { added, percent, type Score, scoreOf, shown } from './gold.ts';
import { papersIn } from './papers.ts';

const papers = [...papersIn('./'), ...papersIn('papers/')];
const today = '2026-03-02';

const scores = papers
  .map(({ name, text, gold }) => ({ name, gold, draft: draftOf(readText(text), { today }) }))
  .map(({ name, gold, draft }) => ({ name, gold, draft, score: scoreOf(draft, gold) }));

test('prints the score of every paper', () => {
  for (const { name, score } of scores) {
    console.log(shown(name.padEnd(28), score));
    if (process.env.MISSES) for (const miss of score.misses) console.log(`      ${miss}`);
  }
});

test.each(scores)('$name: its kind, date and claimed counts are read', ({ gold, draft }) => {
  expect(draft.kind).toBe(gold.kind);
  if (gold.date) expect(draft.date).toBe(gold.date);
  if (gold.claimed.length) expect([draft.claimed.aspects, draft.claimed.problems]).toEqual(gold.claimed);
});

test('finds 95 of 100 problems and measures, 90 of 100 duties, and invents almost nothing', () => {
  const all = scores.map(({ score }) => score).reduce((a: Score, b: Score) => added(a, b));
  console.log(shown('all', all));
  expect(percent(all.problems.found, all.problems.wanted)).toBeGreaterThanOrEqual(95);
  expect(percent(all.measures.found, all.measures.wanted)).toBeGreaterThanOrEqual(95);
  expect(percent(all.duties.found, all.duties.wanted)).toBeGreaterThanOrEqual(90);
  expect(percent(all.duties.found, all.duties.given)).toBeGreaterThanOrEqual(95);
  expect(percent(all.timed, all.duties.found)).toBeGreaterThanOrEqual(95);
});

test.each(scores.filter(({ gold }) => gold.uncovered.length))(
  '$name: a problem without a measure is named',
  ({ gold, draft }) => {
    const named = draft.doubts
      .filter(({ code }) => code === 'problem-without-measure')
      .map(({ item }) => item?.problem);
    expect(named).toEqual(expect.arrayContaining([...gold.uncovered]));
  },
);
