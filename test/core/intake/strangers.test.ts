import { expect, test } from 'vitest';
import { draftOf } from '../../../src/core/intake/index.ts';
import { readBytes } from '../../../src/documents/read-bytes.ts';
import { readText } from '../../../src/documents/read-text.ts';
import { docxOfSpec, xlsxOfSpec } from '../../documents/office-spec.ts';
import { percent, type Score, scoreOf, shown } from './gold.ts';
import { officePapersIn, papersIn } from './papers.ts';

// Papers by hands that never saw the intake, and that nothing is learned from (test/samples/strangers/README.md): what
// stands here is how much of a stranger's paper is found, and it must not fall.
test.each([
  ['ordinary', { problems: 99, measures: 97, duties: 83, precision: 86 }],
  ['odd', { problems: 63, measures: 76, duties: 51, precision: 77 }],
])('of %s papers by strangers most is found, and little is invented', async (set, least) => {
  const scores = await scoresOf(`strangers/${set}/`);
  const share = (what: 'problems' | 'measures' | 'duties', of: 'wanted' | 'given') => {
    const sum = (key: 'found' | 'wanted' | 'given') => scores.reduce((all, score) => all + score[what][key], 0);
    return percent(sum('found'), sum(of));
  };
  const found = {
    problems: share('problems', 'wanted'),
    measures: share('measures', 'wanted'),
    duties: share('duties', 'wanted'),
    precision: share('duties', 'given'),
  };
  console.log(`${set} papers by strangers, recall in per cent, and precision of duties`, found);
  for (const what of ['problems', 'measures', 'duties', 'precision'] as const)
    expect(found[what], what).toBeGreaterThanOrEqual(least[what]);
});

async function scoresOf(folder: string): Promise<readonly Score[]> {
  const scores: Score[] = [];
  const add = (name: string, score: Score): void => {
    console.log(shown(name, score));
    scores.push(score);
  };
  for (const { name, text, gold } of papersIn(folder))
    add(name, scoreOf(draftOf(readText(text), { today: '2026-03-02' }), gold));
  for (const { name, text, gold } of officePapersIn(folder)) {
    const read = readBytes(await (name.endsWith('.docx') ? docxOfSpec : xlsxOfSpec)(text), name);
    if (!('document' in read)) throw new Error(read.refusal.code);
    add(name, scoreOf(draftOf(read.document, { today: '2026-03-02' }), gold));
  }
  return scores;
}
