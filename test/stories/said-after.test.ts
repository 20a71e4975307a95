import { expect } from 'vitest';
import type { TestOffice } from '../support/office.ts';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const facts = async (office: TestOffice, ...ids: string[]) => office.bot().store.ledger.occurrences('minzheng', ids);
const talks = planOf({
  duties: [
    '{ id: talks, kind: talk, title: 谈心谈话, who: [chen], with: [zhou, sun], schedule: 2026-03-06, remind: [-4d] }',
    '{ id: report, kind: report, title: 整改月报, who: [chen], schedule: 2026-03-06, remind: [-4d] }',
    '{ id: visit, kind: inspection, title: 实地督导, who: [chen], schedule: 2026-03-06, remind: [-4d] }',
  ],
});
const told = planOf({
  duties: [
    '{ id: study, kind: study, title: 中心组学习, who: ["role:leader"], reporter: li, schedule: "2026-03-03T09:00", remind: [30m] }',
    '{ id: check, kind: inspection, title: 低保对象入户抽查, who: [zhou], schedule: 2026-03-03, remind: [0s] }',
    '{ id: centre, kind: progress, title: 幸福之家盘活进展, who: [sun], schedule: 2026-03-03, remind: [0s] }',
    '{ id: rule, kind: report, title: 整改月报, who: [li], schedule: 2026-03-06, remind: [-3d] }',
  ],
});

story('是昨天谈的 is the day of the talk just told, and closes no other', { plan: talks, at }, async (office) => {
  const chen = office.person('chen');
  await office.until('2026-03-03 10:00');
  chen.says('和周洁谈了');
  await office.settle();
  office.skip();
  chen.says('是昨天谈的');
  await office.settle();
  office.hears('03-03 10:00 chen 已登记 … 3月2日（周一）　与周洁谈心谈话');
  const found = await facts(office, 'talks@2026-03-06/chen+zhou', 'talks@2026-03-06/chen+sun');
  expect(found.map((f) => f.settled?.carriedOut)).toEqual(['2026-03-02', undefined]);
});

story(
  '这是月报的照片, after it was filed elsewhere: kept there too, and nothing is done',
  { plan: talks, at },
  async (office) => {
    const chen = office.person('chen');
    await office.until('2026-03-03 10:00');
    chen.says('实地督导去了');
    await office.settle();
    chen.sendsPhoto();
    await office.settle();
    office.skip();
    chen.says('刚才的照片是月报的');
    await office.settle();
    office.hears('03-03 10:00 chen 附件1份也存到“整改月报”');
    const found = await facts(office, 'visit@2026-03-06/chen', 'report@2026-03-06/chen');
    expect(found.map((f) => [f.evidence, f.settled?.how])).toEqual([
      [1, 'done'],
      [1, undefined],
    ]);
  },
);

story('what is said after a report adds to it: 主题是……', { plan: told, at }, async (office) => {
  const li = office.person('li');
  await office.until('2026-03-03 10:00');
  li.says('中心组学习开了，都到了');
  await office.settle();
  office.skip();
  li.says('学习主题是二十届四中全会精神');
  await office.settle();
  office.hears('03-03 10:00 li 已登记 … 中心组学习 … 二十届四中全会精神');
});

story(
  'an edited line of progress is the new record, and one that reports nothing says that it was taken back',
  { plan: told, at },
  async (office) => {
    const [sun, li] = [office.person('sun'), office.person('li')];
    await office.until('2026-03-03 10:00');
    const line = sun.says('进展：水电已通');
    await office.settle();
    office.skip();
    sun.edits(line, '进展：水电、消防已通');
    await office.settle();
    office.hears('03-03 10:00 sun 已登记 … 进展：水电、消防已通');
    const report = li.says('整改月报报了');
    await office.settle();
    office.skip();
    li.edits(report, '整改月报还没报');
    await office.settle();
    office.hears('03-03 10:00 li 已按改后的话撤回原来的登记 … “整改月报”还没办');
  },
);

story('after the time to take back, a sentence that says why is the reason', { plan: told, at }, async (office) => {
  const li = office.person('li');
  await office.until('2026-03-03 10:00');
  li.says('整改月报报了');
  await office.settle();
  await office.until('2026-03-05 10:00');
  li.says('撤回');
  await office.settle();
  office.skip();
  li.says('记错了，其实没报');
  await office.settle();
  office.hears('03-05 10:00 li 整改月报 … 记错了，其实没报');
  expect((await facts(office, 'rule@2026-03-06/li'))[0]?.settled).toBeUndefined();
});
