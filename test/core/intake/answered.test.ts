import { describe, expect, test } from 'vitest';
import { officialTable } from '../../../src/core/holidays.ts';
import { draftOf, planTextOf } from '../../../src/core/intake/index.ts';
import { readPlans } from '../../../src/core/plan/read.ts';
import { readBytes } from '../../../src/documents/read-bytes.ts';
import { isMarkdown, readMarkdown, readText } from '../../../src/documents/read-text.ts';
import { openSpeech } from '../../../src/speech.ts';
import { docxOfSpec, xlsxOfSpec } from '../../documents/office-spec.ts';
import { officePapersIn, papersIn } from './papers.ts';

const today = '2026-03-02';
const speech = openSpeech();
const options = { officialTable: officialTable(), now: Date.parse('2026-03-02T00:00:00Z') };

const office = officePapersIn('blind/').map(async ({ name, text }) => {
  const read = readBytes(await (name.endsWith('.docx') ? docxOfSpec : xlsxOfSpec)(text), name);
  if (!('document' in read)) throw new Error(read.refusal.code);
  return { name, document: read.document };
});
const texts = ['', 'papers/', 'blind/'].flatMap((folder) =>
  papersIn(folder).map(({ name, text }) => ({
    name,
    document: (isMarkdown(text) ? readMarkdown : readText)(text),
  })),
);
const papers = [...texts, ...(await Promise.all(office))];

function problemsOf(text: string): readonly string[] {
  const read = readPlans([{ path: 'plan.yaml', text }], options);
  return read.ok ? [] : read.problems.map(({ phrase }) => phrase.id);
}

/**
 * As the heading of the draft asks a secretary to: whatever she decides on loses its `#`, and lists that are no longer
 * empty their brackets. Who is not named is herself, and what has no rhythm is each quarter.
 */
function answered(text: string): string {
  const lines = text.split('\n').map((line) => {
    const [, indent, rest] = /^(\s+)# (\s*(?:- id:|- \{|[a-z][A-Za-z]*:).*)$/.exec(line) ?? [];
    return rest === undefined ? line : withAnswers(`${indent}${rest}`);
  });
  const secretary = 'people:\n  - { id: office-secretary, name: 李秀, roles: [ secretary ] }';
  return lines
    .join('\n')
    .replace(/^people:(?: \[\])?$/m, secretary)
    .replace(/^measures: \[\]$(?=\n {2}- )/m, 'measures:');
}

function withAnswers(line: string): string {
  if (!/- \{ id: /.test(line)) return /^ {2}- id:/.test(line) ? `${line}\n    lead: office-secretary` : line;
  const who = /\bwho:/.test(line) ? '' : ', who: [ office-secretary ]';
  const when = /\b(?:schedule|quota):/.test(line) ? '' : ', schedule: 每季度';
  return line.replace(/ \}$/, `${who}${when} }`);
}

describe('the draft that import writes is a plan', () => {
  test.each(papers)('$name as it is, and once its comments are answered', ({ document }) => {
    const text = planTextOf(draftOf(document, { today }), (phrase) => speech(phrase, 'zh'));
    expect(problemsOf(text)).toEqual([]);
    // Whom a paper already gives a lead has two then: the secretary would not have written another.
    expect(
      problemsOf(answered(text).replace(/( {4}lead: )office-secretary\n((?: {4}\w.*\n)*? {4}lead: )/g, '$2')),
    ).toEqual([]);
  });
});
