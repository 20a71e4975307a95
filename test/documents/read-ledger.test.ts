import { expect, test } from 'vitest';
import { draftOf } from '../../src/core/intake/index.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { percent, scoreOf, shown } from '../core/intake/gold.ts';
import { ledgerOf95 } from '../core/intake/ledger-of-95.ts';
import { docxOf, xlsxOf } from './office-files.ts';

const { title, rows, gold } = ledgerOf95();
const files = [
  ['xlsx', () => xlsxOf(title, rows)],
  ['docx', () => docxOf([title, ...rows.map((row) => row.join('｜'))].join('\n'))],
] as const;

test.each(files)(
  'a ledger of 34 problems and 95 measures is read from %s, and asks at most 20 questions',
  async (format, make) => {
    const read = await readDocument(await make(), `taizhang.${format}`);
    if (!('document' in read)) throw new Error(read.refusal.code);
    const draft = draftOf(read.document, { today: '2026-04-01' });
    const score = scoreOf(draft, gold);
    console.log(
      shown(`95 measures, ${format}`, score),
      process.env.MISSES ? [...new Set(score.misses)].join('\n      ') : '',
    );
    expect(draft.organization).toBe('青山县民政局党组');
    expect([draft.problems.length, draft.measures.length]).toEqual([34, 95]);
    expect(percent(score.duties.found, score.duties.wanted)).toBeGreaterThanOrEqual(90);
    expect(percent(score.duties.found, score.duties.given)).toBeGreaterThanOrEqual(95);
    expect(percent(score.timed, score.duties.found)).toBeGreaterThanOrEqual(95);
    expect(draft.problems[10]!.aspect).toBe('落实全面从严治党责任方面');
    const questions = new Set(
      draft.doubts
        .filter(({ code }) => code !== 'measure-without-duty' && code !== 'past-dates')
        .map(({ same }) => same),
    );
    console.log('questions', [...questions]);
    expect(questions.size).toBeLessThanOrEqual(20);
  },
);
