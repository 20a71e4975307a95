import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PaperQuestion } from '../../src/core/reports/contract.ts';
import { questionFor } from '../../src/core/reports/figures/question.ts';
import type { Workbook } from '../../src/core/reports/form/workbook.ts';
import { ledger } from '../../src/core/reports/ledger.ts';
import { wordingOf } from '../../src/documents/wording.ts';
import { spreadsheetText, writeXlsx } from '../../src/documents/write-xlsx.ts';
import { openSpeech } from '../../src/speech.ts';
import { sampleQuarter } from '../core/reports/quarter.ts';

const wording = wordingOf(openSpeech(), 'zh');
const record = sampleQuarter();
type Row = readonly unknown[];

async function sheetsOf(bytes: Uint8Array): Promise<Record<string, readonly Row[]>> {
  const sheets = await readExcelFile(Buffer.from(bytes));
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data]));
}

describe('the ledger as a workbook, read back', () => {
  let bytes: Uint8Array;
  let sheets: Record<string, readonly Row[]>;
  let question: PaperQuestion;
  beforeAll(async () => {
    question = questionFor(ledger, record, {}) as PaperQuestion;
    bytes = await writeXlsx(ledger.compose(question) as Workbook, wording);
    sheets = await sheetsOf(bytes);
  });
  const rowsOf = (name: string) => sheets[name]!.slice(1);
  const column = (name: string, heading: string) => {
    const at = sheets[name]![0]!.indexOf(heading);
    expect(at, `${name} has no ${heading}`).toBeGreaterThanOrEqual(0);
    return rowsOf(name).map((row) => row[at]);
  };

  test('has the sheets in the order of an inspection', () => {
    expect(Object.keys(sheets)).toEqual(['整改台账', '整改措施', '履职期次', '谈心谈话', '更正记录']);
  });

  test('has the columns that inspectors expect', () => {
    expect(sheets.整改台账![0]).toEqual(
      '序号 反馈问题 具体表现 整改措施 责任领导 责任单位 责任人 整改时限 进展情况 佐证材料 是否销号'.split(' '),
    );
  });

  test('has every problem in the words of the letter, and every measure', () => {
    const problems = column('整改台账', '反馈问题');
    for (const { text } of record.plan.problems) expect(problems).toContain(text);
    expect(column('整改台账', '责任领导')).toContain('张建国');
    expect(column('整改台账', '责任单位')).toContain('养老服务股');
    expect(column('整改台账', '整改时限')).toContain('长期坚持');
  });

  test('has dates as dates', () => {
    for (const value of column('履职期次', '期限')) expect(value).toBeInstanceOf(Date);
    const carriedOut = column('履职期次', '开展日期').filter((v) => v !== null);
    expect(carriedOut.length).toBeGreaterThan(50);
    for (const value of carriedOut) expect(value).toBeInstanceOf(Date);
    const deadlines = column('整改台账', '整改时限').filter((v) => v instanceof Date);
    expect(deadlines).toContainEqual(new Date('2026-07-01T00:00:00Z'));
  });

  test('has 开展日期 beside 登记时间 and 登记人, each with its own value', () => {
    const head = sheets.履职期次![0]!;
    expect(head.indexOf('登记时间')).toBe(head.indexOf('开展日期') + 1);
    expect(head.indexOf('登记人')).toBe(head.indexOf('开展日期') + 2);
    const late = rowsOf('履职期次').filter((row) => row[head.indexOf('补录')] === '是');
    expect(late.length).toBeGreaterThan(3);
    for (const row of late)
      expect((row[head.indexOf('开展日期')] as Date) < (row[head.indexOf('登记时间')] as Date)).toBe(true);
    const other = rowsOf('履职期次').filter((row) => row[head.indexOf('代录')] === '是');
    expect(other.length).toBeGreaterThan(1);
    for (const row of other) expect(row[head.indexOf('登记人')]).toBe('李秀');
  });

  test('adds up: the last row is the sum of its column, and its rows are as many as the occurrences', () => {
    const head = sheets.整改措施![0]!;
    const rows = rowsOf('整改措施');
    const total = rows.at(-1)!;
    for (const heading of [
      '应办',
      '按时办结',
      '逾期办结',
      '请假',
      '在办',
      '逾期未办',
      '跨期未办',
      '停机',
      '取消',
      '岗位空缺',
    ]) {
      const at = head.indexOf(heading);
      const sum = rows.slice(0, -1).reduce((n, row) => n + (row[at] as number), 0);
      expect([heading, total[at]]).toEqual([heading, sum]);
    }
    const at = (heading: string) => total[head.indexOf(heading)] as number;
    expect(at('应办') + at('取消') + at('岗位空缺')).toBe(rowsOf('履职期次').length);
    expect(rowsOf('履职期次').filter((row) => row.includes('逾期办结')).length).toBe(at('逾期办结'));
  });

  test('keeps self-study out, which nobody counts', () => {
    expect(column('履职期次', '事项')).not.toContain('个人自学');
  });

  test('has every talk with its pair and day, and nothing of what was said', () => {
    expect(sheets.谈心谈话![0]).not.toContain('内容');
    expect(column('谈心谈话', '谈话对象')).toContain('吴丽');
    expect(rowsOf('谈心谈话').length).toBe(record.facts.filter((f) => f.kind === 'talk').length);
  });

  test('has corrections with before and after', () => {
    const change = column('更正记录', '更正类型');
    expect(change).toEqual(['撤回', '延期']);
    expect(column('更正记录', '原登记')[0]).toMatch(/^按时办结（2026-/);
    expect(column('更正记录', '批准人')[1]).toBe('张建国');
    expect(column('更正记录', '说明')[1]).toBe(`'=HYPERLINK("http://x")`);
  });

  test('is frozen, filtered and set up for print across A4, or A3 where it is wide', () => {
    const files = unzipSync(bytes);
    const sheet = (n: number) => strFromU8(files[`xl/worksheets/sheet${n}.xml`]!);
    for (const n of [1, 2, 3, 4, 5]) {
      expect(sheet(n)).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
      expect(sheet(n)).toMatch(/<autoFilter ref="A1:[A-Z]+\d+"\/>/);
      // A4 is 9, A3 is 8.
      const paper = n === 4 ? 9 : 8;
      const setUp = `<pageSetup paperSize="${paper}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`;
      expect(sheet(n)).toContain(setUp);
      expect(sheet(n)).toMatch(/<oddHeader>&amp;C.*某县民政局.*<\/oddHeader>/);
    }
    const names = strFromU8(files['xl/workbook.xml']!);
    expect(names.match(/_xlnm\.Print_Titles/g)).toHaveLength(5);
    expect(names.match(/_xlnm\._FilterDatabase/g)).toHaveLength(5);
  });

  test('holds no formula', () => {
    for (const [name, file] of Object.entries(unzipSync(bytes)))
      if (name.startsWith('xl/worksheets/')) expect(strFromU8(file)).not.toMatch(/<f[ >]/);
  });
});

describe('formula injection is impossible', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '  =1',
    '＝1',
    '|calc',
    '%0A=1',
    '\ufeff=cmd',
    'toString',
    '__proto__',
  ])('%j becomes text for any programme', (text) => expect(spreadsheetText(text)[0]).toBe("'"));

  test.each(['集中学习', '2026年', '（一）', 'a=b', '1-2'])('%j stays as it is', (text) =>
    expect(spreadsheetText(text)).toBe(text),
  );

  test('whatever somebody wrote is read back as text and starts nothing', async () => {
    const written = fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(written, async (texts) => {
        const columns = [{ heading: '说明', width: 20 }];
        const sheet = { name: '表', title: '表', columns, rows: texts.map((t) => [t]) };
        const bytes = await writeXlsx({ fileName: 'x', sheets: [sheet] }, wording);
        const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
        expect(xml).not.toMatch(/<f[ >]/);
        const read = (await sheetsOf(bytes)).表!.slice(1).map((row) => row[0]);
        for (const value of read) if (value !== null) expect(String(value)).not.toMatch(/^[=+\-@＝＋－＠|%\t\r\n]/);
      }),
      { numRuns: 25 },
    );
  });
});
