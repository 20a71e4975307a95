import readXlsxFile from 'read-excel-file/node';
import { expect } from 'vitest';
import type { TestOffice } from '../support/office.ts';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const problems = 'problems: [ { id: p1, no: 3, text: 理论学习不够深入 }, { id: p2, no: 7, text: 会议记录不规范 } ]\n';
const plan = `${planOf({
  duties: [
    '{ id: a, kind: report, title: 甲报告, who: [sun], schedule: 每周二, remind: [0s] }',
    '{ id: b, kind: report, title: 乙报告, who: [wang], schedule: 每周二, remind: [0s] }',
    '{ id: g, kind: meeting, title: 党组会, who: [zhang, wang], reporter: li, schedule: 每周四 15:00 }',
  ],
}).replace('    lead: zhang', '    problems: [p1]\n    lead: wang')}${problems}`;

async function asks(office: TestOffice, who: string, text: string) {
  office.skip();
  office.person(who).says(text);
  await office.settle();
  return office
    .person(who)
    .messages()
    .filter((m) => m.from.bot);
}

/** The file of the newest message, as it lies with the platform. */
async function fileOf(office: TestOffice, who: string): Promise<{ name: string; kind: string; bytes: Buffer }> {
  const { file } = office.person(who).messages().at(-1)!;
  expect(file, office.person(who).messages().at(-1)!.text).toBeDefined();
  const got = await fetch(`${office.telegram.url}/control/file/${file!.id}`, {
    headers: { 'x-control-token': office.telegram.controlToken },
  });
  return { name: decodeURIComponent(file!.name), kind: file!.kind, bytes: Buffer.from(await got.arrayBuffer()) };
}

story('papers are asked for in the chat, and come as files', { plan, at: '2026-03-02 08:00' }, async (office) => {
  await office.until('2026-03-03 10:00');
  await asks(office, 'sun', '已报，存办公室3号柜');
  await office.until('2026-03-09 10:00');

  // The secretary has all; before what takes long she is told that it comes.
  const said = await asks(office, 'li', '/ledger');
  expect(said.at(-2)!.text).toContain('正在生成整改台账');
  const ledger = await fileOf(office, 'li');
  expect(ledger).toMatchObject({ kind: 'document', name: expect.stringContaining('整改台账') });
  const sheets = await readXlsxFile(ledger.bytes);
  expect(JSON.stringify(sheets)).toContain('理论学习不够深入');

  await asks(office, 'li', '/report 2026-03');
  expect(await fileOf(office, 'li')).toMatchObject({ name: expect.stringMatching(/月报.*\.docx$/) });
  await asks(office, 'li', '/report 2026-W10');
  expect(await fileOf(office, 'li')).toMatchObject({ name: expect.stringMatching(/周报.*\.docx$/) });
  await asks(office, 'li', '/report 上周 图');
  expect(await fileOf(office, 'li')).toMatchObject({ kind: 'photo' });
  await asks(office, 'li', '/evidence 3');
  const bundle = await fileOf(office, 'li');
  expect(bundle.name).toMatch(/\.zip$/);
  expect(bundle.bytes.subarray(0, 2).toString()).toBe('PK');

  // What cannot be made says why, in the chat.
  expect((await asks(office, 'li', '/evidence 99')).at(-1)!.text).toContain('方案中没有第99个问题');
  expect((await asks(office, 'li', '/report 谈话覆盖')).at(-1)!.text).toContain('谈心谈话');
  expect((await asks(office, 'li', '/report 呀呀')).at(-1)!.text).toContain('没有看懂');
  await asks(office, 'li', '/report');
  office.person('li').taps('按时办结率');
  await office.settle();
  expect(await fileOf(office, 'li')).toMatchObject({ kind: 'photo' });

  // A leader has what names nobody, and the file of a problem that a measure of his own answers.
  expect((await asks(office, 'wang', '/ledger')).at(-1)!.text).toContain('由办公室掌握');
  expect((await asks(office, 'wang', '/report 督办函')).at(-1)!.text).toContain('由办公室掌握');
  await asks(office, 'wang', '/evidence 3');
  expect((await fileOf(office, 'wang')).name).toMatch(/\.zip$/);
  expect((await asks(office, 'wang', '/evidence 7')).at(-1)!.text).toContain('由办公室掌握');
  await asks(office, 'wang', '/report 周报');
  expect((await fileOf(office, 'wang')).name).toMatch(/\.docx$/);
  expect((await asks(office, 'sun', '/report 周报')).at(-1)!.text).toContain('由办公室掌握');
  await asks(office, 'sun', '/report 日历');
  expect((await fileOf(office, 'sun')).name).toMatch(/\.ics$/);

  // Everybody has their own view.
  const mine = (await asks(office, 'wang', '/mine')).at(-1)!.text;
  expect(mine).toContain('王志强同志，3月本人职责');
  expect(mine).toContain('乙报告');
  expect(mine).not.toContain('甲报告');
  const week = (await asks(office, 'wang', '/week')).at(-1)!;
  expect(week.text).toMatch(/3月12日（周四）\n15:00　党组会/);
  expect(week.buttons.flat().map((b) => b.text)).toContain('一周一图');
  // He leads the measure: overdue in it is his to know; the secretary has buttons to act on it.
  expect((await asks(office, 'wang', '/overdue')).at(-1)!.text).toContain('乙报告');
  expect((await asks(office, 'sun', '/overdue')).at(-1)!.text).toContain('您没有逾期事项');
  expect((await asks(office, 'li', '/overdue')).at(-1)!.buttons.length).toBeGreaterThan(0);
});

const regular = `${planOf({
  duties: [
    '{ id: a, kind: report, title: 甲报告, who: [sun], schedule: 每周二, remind: [0s] }',
    '{ id: b, kind: report, title: 乙报告, who: [wang], schedule: 每周二, remind: [0s] }',
  ],
})}reports: [ { id: books, report: ledger, to: [li], schedule: 每月第一个工作日 16:00 } ]\n`;

story(
  'each leader hears of their own month in private, and papers come by themselves',
  { plan: regular, at: '2026-03-23 08:00' },
  async (office) => {
    await office.until('2026-03-24 10:00');
    await asks(office, 'wang', '已报');
    await office.until('2026-04-01 08:59');
    const before = office.person('wang').messages().length;
    await office.until('2026-04-01 09:01');
    const note = office
      .person('wang')
      .messages()
      .slice(before)
      .find((m) => m.text.includes('3月您本人的职责情况'));
    expect(note?.text).toContain('应办2项：按时1');
    expect(note?.text).toContain('只发您本人');
    expect(note?.text).not.toContain('甲报告');
    for (const who of ['zhang', 'chen', 'sun', 'li'])
      expect(
        office
          .person(who)
          .messages()
          .some((m) => m.text.includes('职责情况')),
      ).toBe(false);
    await office.until('2026-04-01 16:01');
    expect((await fileOf(office, 'li')).name).toMatch(/台账.*\.xlsx$/);
  },
);
