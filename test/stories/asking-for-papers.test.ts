import readXlsxFile from 'read-excel-file/node';
import { expect } from 'vitest';
import type { ShownMessage } from '../../src/sandbox/transcript.ts';
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

/** What the bot answers this person when they have said all this, one after another. */
async function asks(office: TestOffice, who: string, ...texts: readonly string[]): Promise<readonly ShownMessage[]> {
  const heard = office.person(who).messages().length;
  for (const text of texts) office.person(who).says(text);
  await office.settle();
  const all = office.person(who).messages().slice(heard);
  return all.filter((m) => m.from.bot);
}

const textsOf = (said: readonly ShownMessage[]) => said.map(({ text }) => text).join('\n\n');
/** Sorted: papers asked for at once come when each is ready. */
const namesOf = (said: readonly ShownMessage[]) =>
  said.flatMap(({ file }) => (file ? [`${file.kind} ${decodeURIComponent(file.name)}`] : [])).sort();
const called = (pattern: string) => expect.stringMatching(new RegExp(pattern));

/** A file as it lies with the platform. */
async function bytesOf(office: TestOffice, message: ShownMessage | undefined): Promise<Buffer> {
  const got = await fetch(`${office.telegram.url}/control/file/${message?.file?.id}`, {
    headers: { 'x-control-token': office.telegram.controlToken },
  });
  return Buffer.from(await got.arrayBuffer());
}

async function twoTuesdays(office: TestOffice): Promise<void> {
  await office.until('2026-03-03 10:00');
  await asks(office, 'sun', '已报，存办公室3号柜');
  await office.until('2026-03-09 10:00');
}

story('papers are asked for in the chat, and come as files', { plan, at: '2026-03-02 08:00' }, async (office) => {
  await twoTuesdays(office);

  // The secretary has all; before what takes long she is told that it comes.
  const said = await asks(office, 'li', '/ledger', '/evidence 3');
  expect(said[0]!.text).toContain('正在生成整改台账');
  const fileCalled = (name: string) => said.find(({ file }) => file && decodeURIComponent(file.name).includes(name));
  const [book, bundle] = [fileCalled('整改台账'), fileCalled('第3个问题整改档案')];
  expect(namesOf(said)).toEqual([called('^document .*台账.*\\.xlsx$'), called('^document .*\\.zip$')]);
  expect(JSON.stringify(await readXlsxFile(await bytesOf(office, book)))).toContain('理论学习不够深入');
  expect((await bytesOf(office, bundle)).subarray(0, 2).toString()).toBe('PK');

  expect(namesOf(await asks(office, 'li', '/report 2026-03', '/report 2026-W10', '/report 上周 图'))).toEqual([
    called('周报.*\\.docx$'),
    called('月报.*\\.docx$'),
    called('^photo '),
  ]);

  // What cannot be made says why, in the chat.
  const refused = textsOf(await asks(office, 'li', '/evidence 99', '/report 谈话覆盖', '/report 呀呀', '/report'));
  for (const why of ['方案中没有第99个问题', '谈心谈话', '没有看懂']) expect(refused).toContain(why);
  office.person('li').taps('按时办结率');
  await office.settle();
  expect(office.person('li').messages().at(-1)?.file?.kind).toBe('photo');
});

story(
  'a leader has what names nobody, and the file of a problem of his own; everybody has their own view',
  { plan, at: '2026-03-02 08:00' },
  async (office) => {
    await twoTuesdays(office);
    const kept = textsOf(await asks(office, 'wang', '/ledger', '/report 督办函', '/evidence 7'));
    expect(kept.split('由办公室掌握')).toHaveLength(4);
    expect(namesOf(await asks(office, 'wang', '/evidence 3', '/report 周报'))).toEqual([
      called('周报.*\\.docx$'),
      called('\\.zip$'),
    ]);
    const own = await asks(office, 'sun', '/report 周报', '/report 日历', '/overdue');
    expect(textsOf(own)).toContain('由办公室掌握');
    expect(namesOf(own)).toEqual([called('\\.ics$')]);
    expect(textsOf(own)).toContain('您没有逾期事项');

    const [mine, week, late] = await asks(office, 'wang', '/mine', '/week', '/overdue');
    expect(mine!.text).toContain('王志强同志，3月本人职责');
    expect(mine!.text).toContain('乙报告');
    expect(mine!.text).not.toContain('甲报告');
    expect(week!.text).toMatch(/3月12日（周四）\n15:00　党组会/);
    expect(week!.buttons.flat().map((b) => b.text)).toContain('一周一图');
    // He leads the measure: overdue in it is his to know; the secretary has buttons to act on it.
    expect(late!.text).toContain('乙报告');
    expect((await asks(office, 'li', '/overdue')).at(-1)!.buttons.length).toBeGreaterThan(0);
  },
);

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
    expect(namesOf(office.person('li').messages().slice(-1))).toEqual([called('台账.*\\.xlsx$')]);
  },
);
