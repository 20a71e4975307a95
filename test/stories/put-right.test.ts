import { expect } from 'vitest';
import type { TestOffice } from '../support/office.ts';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const plan = planOf({
  duties: [
    '{ id: general, kind: meeting, title: 支部党员大会, who: [zhou], schedule: 2026-03-06, remind: [-4d] }',
    '{ id: lecture, kind: meeting, title: 党课, who: [zhou], schedule: 2026-03-06, remind: [-4d] }',
    '{ id: study, kind: study, title: 中心组学习, who: ["role:leader"], reporter: li, schedule: "2026-03-03T15:00", remind: [30m], makeUp: 3wd }',
  ],
});
const at = '2026-03-02 08:00';
const settled = async (office: TestOffice, ...ids: string[]) =>
  (await office.bot().store.ledger.occurrences('minzheng', ids)).map((f) => f.settled?.how);

story(
  '撤回 of one report of two names both; a wrong day is put right, not taken back',
  { plan, at },
  async (office) => {
    const zhou = office.person('zhou');
    await office.until('2026-03-03 10:00');
    zhou.says('党员大会和党课一起开了');
    await office.settle();
    office.skip();
    zhou.says('记错了日期');
    await office.settle();
    office.hears('03-03 10:00 zhou 是哪一天办的');
    const both = ['general@2026-03-06/zhou', 'lecture@2026-03-06/zhou'];
    expect(await settled(office, ...both)).toEqual(['done', 'done']);
    zhou.says('撤回');
    await office.settle();
    office.hears('03-03 10:00 zhou 已撤回：支部党员大会 … 已撤回：党课');
    expect(await settled(office, ...both)).toEqual([undefined, undefined]);
  },
);

story(
  'after the undo window a day is put right with a reason, which the office hears',
  { plan, at },
  async (office) => {
    const zhou = office.person('zhou');
    await office.until('2026-03-02 12:00');
    zhou.says('党员大会今天开了');
    await office.settle();
    await office.until('2026-03-04 10:00');
    office.skip();
    zhou.says('更正，党员大会是3月1日开的');
    await office.settle();
    office.hears('03-04 10:00 zhou 已过撤回时限，仍可更正 … “支部党员大会”为什么要改');
    zhou.says('签到表上是3月1日');
    await office.settle();
    office.hears('03-04 10:00 zhou 已登记 … 3月1日（周日）　支部党员大会');
    await office.until('2026-03-06 12:00');
    const told = office
      .person('li')
      .messages()
      .map(({ text }) => text)
      .join('\n');
    expect(told).toMatch(/改为3月1日（周日）。\n原因：签到表上是3月1日。/);
  },
);

story('我去了, of whoever was put down as absent, is no make-up', { plan, at }, async (office) => {
  await office.until('2026-03-03 16:00');
  office.person('li').says('中心组学习开了，应到3实到2，陈敏请假');
  await office.settle();
  await office.until('2026-03-04 10:00');
  office.skip();
  office.person('chen').says('我去了中心组学习');
  await office.settle();
  office.hears('03-04 10:00 chen 没有登记 … 中心组学习（补学）');
  expect(await settled(office, 'study@2026-03-03T1500.make-up/chen')).toEqual([undefined]);
  office.person('chen').says('昨天的中心组学习今天补学了');
  await office.settle();
  office.hears('03-04 10:00 chen 已登记');
});
