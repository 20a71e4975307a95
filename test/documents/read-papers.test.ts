import { expect, test } from 'vitest';
import { draftOf } from '../../src/core/intake/index.ts';
import { readBytes } from '../../src/documents/read-bytes.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { scoreOf, shown } from '../core/intake/gold.ts';
import { papersIn } from '../core/intake/papers.ts';
import { docxOf, xlsxOf } from './office-files.ts';

const papers = [...papersIn('./'), ...papersIn('papers/')];
const today = '2026-03-02';

test.each(papers)(
  '$name as a Word file with numbered lists and merged cells reads like its text',
  async ({ name, text, gold }) => {
    const read = readBytes(await docxOf(text), `${name}.docx`);
    if (!('document' in read)) throw new Error(read.refusal.code);
    const draft = draftOf(read.document, { today });
    const score = scoreOf(draft, gold);
    console.log(shown(`${name}.docx`.padEnd(32), score), process.env.MISSES ? score.misses.join('\n      ') : '');
    expect(draft.kind).toBe(gold.kind);
    for (const { wanted, found } of [score.problems, score.measures, score.duties])
      expect(found).toBeGreaterThanOrEqual(wanted * 0.9);
  },
);

test.each(papers.filter(({ gold, text }) => gold.kind === 'ledger' && /[｜\t]/.test(text)))(
  '$name as a workbook reads like its text',
  async ({ name, text, gold }) => {
    const lines = text.split('\n').filter(Boolean);
    const rows = lines.filter((line) => /[｜\t]/.test(line)).map((line) => line.split(/[｜\t]/));
    const read = await readDocument(await xlsxOf(lines[0]!, rows), `${name}.xlsx`);
    if (!('document' in read)) throw new Error(read.refusal.code);
    const draft = draftOf(read.document, { today });
    const score = scoreOf(draft, gold);
    console.log(shown(`${name}.xlsx`.padEnd(32), score), process.env.MISSES ? score.misses.join('\n      ') : '');
    expect(draft.kind).toBe('ledger');
    for (const { wanted, found } of [score.problems, score.measures, score.duties])
      expect(found).toBeGreaterThanOrEqual(wanted * 0.9);
  },
);
