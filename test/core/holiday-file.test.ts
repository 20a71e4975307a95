import { describe, expect, test } from 'vitest';
import { holidaysIn } from '../../src/core/holiday-file.ts';
import { readNotice, readYearTable } from '../../src/core/holidays.ts';
import type { PlainDocument } from '../../src/core/intake/document.ts';
import type { YearTable } from '../../src/core/year-table.ts';

const notice = `国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕9号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月14日（周日）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）上班。
五、端午节：6月9日（周三）放假1天。
六、中秋节：9月15日（周三）放假1天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`;

const expected = tableOf(notice)!;

const lines = (text: string): PlainDocument => ({
  blocks: text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => ({ kind: 'paragraph', text: line })),
});
const sheet = (...rows: readonly (readonly string[])[]): PlainDocument => ({ blocks: [{ kind: 'table', rows }] });

/** What the text that is shown back means. */
function tableOf(text: string | undefined): YearTable | undefined {
  if (text === undefined) return undefined;
  const sentences = readNotice(text);
  return readYearTable(text) ?? (sentences.ok ? sentences.table : undefined);
}

const byHoliday = [
  ['元旦', '1月1日至3日', '', '3天'],
  ['春节', '2月5日至11日', '1月31日（周日）、2月14日（周日）', '7天'],
  ['清明节', '4月3日至5日', '', '3天'],
  ['劳动节', '5月1日至5日', '4月25日（周日）', '5天'],
  ['端午节', '6月9日', '', '1天'],
  ['中秋节', '9月15日', '', '1天'],
  ['国庆节', '10月1日至7日', '9月26日、10月9日', '7天'],
];

const span = (from: number, to: number, month: string): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `2027-${month}-${String(from + i).padStart(2, '0')}`);
const byDay = [
  ...span(1, 3, '01').map((day) => [day, '放假', '元旦']),
  ['2027-01-31', '上班', '春节'],
  ...span(5, 11, '02').map((day) => [day, '放假', '春节']),
  ['2027-02-14', '上班', '春节'],
  ...span(3, 5, '04').map((day) => [day, '放假', '清明节']),
  ['2027-04-25', '上班', '劳动节'],
  ...span(1, 5, '05').map((day) => [day, '放假', '劳动节']),
  ['2027-06-09', '放假', '端午节'],
  ['2027-09-15', '放假', '中秋节'],
  ['2027-09-26', '上班', '国庆节'],
  ...span(1, 7, '10').map((day) => [day, '放假', '国庆节']),
  ['2027-10-09', '上班', '国庆节'],
];

describe('next year’s holidays in a file', () => {
  const files: readonly (readonly [name: string, file: PlainDocument, called: string])[] = [
    ['the notice as a document', lines(notice), '通知.docx'],
    [
      'the notice with its title lost, the year in the file name',
      lines(notice.split('\n').slice(3).join('\n')),
      '2027年放假安排.txt',
    ],
    [
      'a table by holiday, the year in its title',
      sheet(['2027年节假日安排表', '', '', ''], ['节日', '放假时间', '调休上班日期', '天数'], ...byHoliday),
      '',
    ],
    [
      'a table by holiday without make-up days written as dates of the year',
      sheet(
        ['节假日名称', '开始日期', '结束日期', '补班日期'],
        ['元旦', '2027-01-01', '2027-01-03', ''],
        ['春节', '2027-02-05', '2027-02-11', '2027-01-31、2027-02-14'],
        ['清明', '2027-04-03', '2027-04-05', ''],
        ['劳动节', '2027-05-01', '2027-05-05', '2027-04-25'],
        ['端午', '2027-06-09', '2027-06-09', ''],
        ['中秋', '2027-09-15', '2027-09-15', ''],
        ['国庆', '2027-10-01', '2027-10-07', '2027-09-26、2027-10-09'],
      ),
      '',
    ],
    [
      'a table by holiday with short dates',
      sheet(['节日', '放假', '上班'], ...byHoliday.map(shortDates)),
      '2027年假期.xlsx',
    ],
    ['a csv of days', lines(['日期,类型,节日', ...byDay.map((row) => row.join(','))].join('\n')), '放假.csv'],
    ['a sheet of days', sheet(['日期', '类型', '节日'], ...byDay), ''],
    ['a sheet of days with slashes', sheet(...byDay.map(([day, ...rest]) => [day!.replaceAll('-', '/'), ...rest])), ''],
    ['the small file of a year', lines(JSON.stringify(expected)), '2027.json'],
  ];

  test.each(files)('%s', (_, file, called) => {
    const table = tableOf(holidaysIn(file, called));
    expect(table).toEqual({ ...expected, feasts: table!.feasts.map((feast) => expect.objectContaining(feast)) });
    expect(new Set(table!.feasts.map(dated))).toEqual(new Set(expected.feasts.map(dated)));
  });

  test('days that no row names are known by the law, and weekends by themselves are no holiday', () => {
    const unnamed = [...byDay.map(([day, what]) => [day!, what!]), ['2027-03-06', '休息'], ['2027-03-07', '休息']];
    const table = tableOf(holidaysIn(sheet(['日期', '类型'], ...unnamed), ''));
    expect(new Set(table!.feasts.map(dated))).toEqual(new Set(expected.feasts.map(dated)));
  });

  test.each([
    [
      'a plan that speaks of one holiday',
      lines('2026年整改方案\n一、国庆节前完成，10月1日至7日放假期间值班，9月30日报送。'),
    ],
    ['a ledger', sheet(['序号', '措施', '时限'], ['1', '学习', '2026-06-30'], ['2', '督查', '2026-09-30'])],
    ['a duty rota', sheet(['日期', '值班人', '电话'], ['2027-02-05', '张三', '1'], ['2027-02-06', '李四', '2'])],
    ['a year that gives one day twice', sheet(...byDay, ['2027-01-02', '上班', ''])],
    ['nothing', { blocks: [] }],
  ])('%s is another paper', (_, file) => {
    expect(tableOf(holidaysIn(file, '2027年放假安排.xlsx'))).toBeUndefined();
  });

  test('a table that does not fit the calendar is refused as the notice would be', () => {
    const wrong = byHoliday.map((row) => (row[0] === '春节' ? [row[0]!, row[1]!, row[2]!, '8天'] : row));
    const text = holidaysIn(sheet(['节日', '放假时间', '调休上班日期', '天数'], ...wrong), '2027年放假安排.xlsx');
    expect(readNotice(text!)).toMatchObject({ ok: false, problems: [{ code: 'wrong-count' }] });
  });
});

const dated = ({ name, from, to }: YearTable['feasts'][number]): string => `${name} ${from} ${to}`;

/** 1月1日至3日 → 1.1-1.3. */
function shortDates([name, off, work]: readonly string[]): readonly string[] {
  const short = (text: string): string =>
    text
      .replace(/（[^）]*）/g, '')
      .replace(/(\d+)月(\d+)日至(\d+)日/, '$1.$2-$1.$3')
      .replace(/(\d+)月(\d+)日/g, '$1.$2');
  return [name!, short(off!), short(work!)];
}
