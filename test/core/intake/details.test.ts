import { expect, test } from 'vitest';
import { draftOf } from '../../../src/core/intake/index.ts';
import { isMarkdown, readMarkdown, readText } from '../../../src/documents/read-text.ts';
import { added, percent, type Score, scoreOf, shownDetails } from './gold.ts';
import { papersIn } from './papers.ts';

const papers = ['./', 'papers/', 'blind/'].flatMap(papersIn);

// Noted by reading the papers, not what the intake makes of them; test/samples/blind/README.md tells what it found first.
test('aspects, owners and deadlines are those of the paper, and measures answer the problems that a reader would name', () => {
  const all = papers
    .map(({ text, gold }) =>
      scoreOf(draftOf((isMarkdown(text) ? readMarkdown : readText)(text), { today: '2026-03-02' }), gold),
    )
    .reduce((a: Score, b: Score) => added(a, b));
  console.log(shownDetails(all));
  if (process.env.MISSES)
    for (const miss of all.misses.filter((line) => line.includes('≠'))) console.log(`      ${miss}`);
  const { aspects, owners, deadlines, links } = all.details;
  for (const { found, wanted } of [aspects, owners, deadlines])
    expect(percent(found, wanted)).toBeGreaterThanOrEqual(97);
  expect(percent(links.found, links.wanted)).toBeGreaterThanOrEqual(95);
});
