import { expect, test } from 'vitest';
import { draftOf } from '../../../src/core/intake/index.ts';
import { readBytes } from '../../../src/documents/read-bytes.ts';
import { readText } from '../../../src/documents/read-text.ts';
import { docxOfSpec, xlsxOfSpec } from '../../documents/office-spec.ts';
import { percent, type Score, scoreOf, shown } from './gold.ts';
import { officePapersIn, papersIn } from './papers.ts';

const [papers, officePapers] = [papersIn('unread/'), officePapersIn('unread/')];

// Papers by a hand that never saw the intake. Nothing was tuned to them, unlike those in `blind`, which were mended for
// after they had been read once: what stands here is how much of a stranger's paper is found, and it must not fall.
// Between two sets there are none.
test.skipIf(!papers.length && !officePapers.length)(
  'of papers that nobody tuned it to, most is found, and little is invented',
  async () => {
    const scores: Score[] = [];
    for (const { name, text, gold } of papers) {
      const score = scoreOf(draftOf(readText(text), { today: '2026-03-02' }), gold);
      console.log(shown(name, score));
      scores.push(score);
    }
    for (const { name, text, gold } of officePapers) {
      const read = readBytes(await (name.endsWith('.docx') ? docxOfSpec : xlsxOfSpec)(text), name);
      if (!('document' in read)) throw new Error(read.refusal.code);
      const score = scoreOf(draftOf(read.document, { today: '2026-03-02' }), gold);
      console.log(shown(name, score));
      scores.push(score);
    }
    const share = (what: 'problems' | 'measures' | 'duties', of: 'wanted' | 'given') => {
      const sum = (key: 'found' | 'wanted' | 'given') => scores.reduce((all, score) => all + score[what][key], 0);
      return percent(sum('found'), sum(of));
    };
    const recall = {
      problems: share('problems', 'wanted'),
      measures: share('measures', 'wanted'),
      duties: share('duties', 'wanted'),
    };
    console.log('unread papers, recall in per cent', recall, 'precision of duties', share('duties', 'given'));
    expect(recall.problems).toBeGreaterThanOrEqual(58);
    expect(recall.measures).toBeGreaterThanOrEqual(73);
    expect(recall.duties).toBeGreaterThanOrEqual(45);
    expect(share('duties', 'given')).toBeGreaterThanOrEqual(59);
  },
);
