import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { questionFor } from '../../src/core/reports/figures/question.ts';
import { isRefusal } from '../../src/core/reports/form/artefact.ts';
import { ledger } from '../../src/core/reports/ledger.ts';
import { problemRows } from '../../src/core/reports/sheets/problems.ts';
import { fillForm } from '../../src/documents/fill-form.ts';
import { wordingOf } from '../../src/documents/wording.ts';
import { writeReport } from '../../src/documents/write-report.ts';
import { openSpeech } from '../../src/speech.ts';
import { sampleQuarter } from '../core/reports/quarter.ts';
import { xlsxOf } from './office-files.ts';

const say = openSpeech();
const wording = wordingOf(say, 'zh');
const record = sampleQuarter();
const question = questionFor(ledger, record, {});
if (isRefusal(question)) throw new Error('no question');
const rows = problemRows(question);
const plain = await xlsxOf('x', [['x']]);

/** A title, heads in the office's own words and order, three blank rows in its own style, and who filled it in. */
function blankSheet(): Uint8Array {
  return sheet(
    [
      `<row r="1"><c r="A1" t="inlineStr"><is><t>某县民政局台账</t></is></c></row>`,
      `<row r="2">${heads(['编号', '存在问题', '整改 举措', '牵头领导', '责任科室', '完成时限', '整改成效', '资金来源', '完成情况（是否销号）'], 2)}</row>`,
      ...[3, 4, 5].map((r) => `<row r="${r}">${styled(r)}</row>`),
      `<row r="6"><c r="A6" t="inlineStr"><is><t>填表人：</t></is></c></row>`,
    ],
    '<mergeCells count="2"><mergeCell ref="A1:I1"/><mergeCell ref="A6:C6"/></mergeCells>',
  );
}

const letter = (i: number) => String.fromCharCode(65 + i);
const heads = (words: readonly string[], r: number) =>
  words.map((word, i) => `<c r="${letter(i)}${r}" t="inlineStr"><is><t>${word}</t></is></c>`).join('');
const styled = (r: number) => Array.from({ length: 9 }, (_, i) => `<c r="${letter(i)}${r}" s="1"/>`).join('');

function sheet(xmlRows: readonly string[], more = ''): Uint8Array {
  const files = unzipSync(plain);
  const path = 'xl/worksheets/sheet1.xml';
  const xml = strFromU8(files[path]!).replace(
    /<sheetData>[\s\S]*<\/sheetData>/,
    `<sheetData>${xmlRows.join('')}</sheetData>${more}`,
  );
  return zipSync({ ...files, [path]: strToU8(xml) });
}

describe('the office’s own blank sheet', () => {
  const made = fillForm(blankSheet(), rows, wording);
  if (!made.ok) throw new Error(say(made.problem, 'zh'));

  test('has rows as high as what was filled in, so that nothing is cut on opening or on paper', () => {
    const xml = strFromU8(unzipSync(made.bytes)['xl/worksheets/sheet1.xml']!);
    const heights = rows.map((_, i) => Number(new RegExp(`<row r="${3 + i}"[^>]* ht="([\\d.]+)"`).exec(xml)?.[1]));
    const longest = rows.map((row) =>
      Math.max(...[row.problem, row.measure, row.progress].map((c) => wording.cell(c).length)),
    );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(20);
    // Usual columns hold four Han characters a line.
    for (const [i, height] of heights.entries()) expect(height).toBeGreaterThanOrEqual(Math.min(400, longest[i]! * 3));
  });

  test('is filled by its headings, in its own order; unknown columns are named and stay empty', async () => {
    expect(made.unknown).toEqual(['资金来源']);
    const { data } = (await readExcelFile(Buffer.from(made.bytes)))[0]!;
    expect(data[1]!.slice(0, 3)).toEqual(['编号', '存在问题', '整改 举措']);
    expect(data.slice(2, 2 + rows.length).map((row) => row[0])).toEqual(rows.map(({ no }) => no));
    expect(data[2]).toMatchObject({
      1: '集中学习以读文件为主，研讨交流少',
      3: '张建国',
      4: '办公室',
      7: null,
      8: '否',
    });
    expect(String(data[2]![6])).toMatch(/^截至2026年7月1日，中心组集中学习/);
  });

  test('keeps its title and style, and what stands below moves down whole', () => {
    const xml = strFromU8(unzipSync(made.bytes)['xl/worksheets/sheet1.xml']!);
    const foot = 3 + rows.length;
    expect(xml).toMatch(new RegExp(`<row r="${foot}"><c r="A${foot}"[^>]*><is><t>填表人：`));
    expect(xml).toContain('<mergeCell ref="A1:I1"/>');
    expect(xml).toContain(`<mergeCell ref="A${foot}:C${foot}"/>`);
    expect(xml).toMatch(/<c r="B4" s="1" t="inlineStr">/);
  });

  test('computes nothing, whatever somebody wrote', () => {
    const hostile = fillForm(blankSheet(), [{ ...rows[0]!, problem: '=HYPERLINK("http://x")<&' }], wording);
    if (!hostile.ok) throw new Error('not filled');
    const xml = strFromU8(unzipSync(hostile.bytes)['xl/worksheets/sheet1.xml']!);
    expect(xml).not.toContain('<f>');
    expect(xml).toContain(`'=HYPERLINK("http://x")&lt;&amp;`);
  });

  test.each([
    ['no ledger', sheet([`<row r="1">${heads(['姓名', '电话'], 1)}</row>`]), /找不到台账的表头/],
    ['no spreadsheet', strToU8('not a zip'), /不是可以读取的 xlsx/],
  ])('%s is refused with a reason', (_, bytes, why) => {
    const refused = fillForm(bytes, rows, wording);
    expect(refused.ok ? '' : say(refused.problem, 'zh')).toMatch(why);
  });

  test('fills the ledger that is asked for by name', async () => {
    const file = await writeReport('ledger', record, {}, { say, form: blankSheet() });
    if (isRefusal(file)) throw new Error('refused');
    expect(file.fileName).toBe('某县民政局整改台账（2026-07-01）.xlsx');
    expect(file.notes?.map((note) => say(note, 'zh'))).toEqual(['表样中这几栏没有对应内容，留空：资金来源。']);
  });
});
