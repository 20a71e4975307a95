import { expect } from 'vitest';
import type { TestOffice } from '../support/office.ts';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const plan = planOf({
  organization: 'bundle: "08:30"',
  duties: [
    '{ id: visit, kind: inspection, title: 养老机构督导, who: [wang], schedule: 2026-03-05, remind: [-3d] }',
    '{ id: talks, kind: talk, title: 谈心谈话, who: [wang], with: [sun], schedule: 2026-03-06, remind: [-4d] }',
    '{ id: drafts, kind: deliverable, title: 督导方案, who: [chen], schedule: 2026-03-05, remind: [-3d] }',
    '{ id: paper, kind: report, title: 养老服务情况报告, who: [chen], schedule: 2026-03-06, remind: [-3d] }',
    '{ id: own, kind: meeting, title: 机关支部党员大会, who: [chen], schedule: 2026-03-06, remind: [-3d] }',
  ],
});
const still = async (office: TestOffice, person: string) =>
  (await office.bot().store.ledger.askedOf('minzheng', person)).filter((f) => !f.settled).length;

story('a number that the list does not have records nothing; what is open is shown', { plan, at }, async (office) => {
  const wang = office.person('wang');
  await office.until('2026-03-02 08:40');
  office.skip();
  for (const text of ['3 谈了', '第3项完成了', '1、3都办了', '3']) {
    wang.says(text);
    await office.settle();
    office.hears('03-02 08:40 wang 没有第3项，没有登记 … 1　养老机构督导 … 2　与孙伟谈心谈话');
  }
  expect(await still(office, 'wang')).toBe(2);
  wang.says('2 谈了');
  await office.settle();
  office.hears('03-02 08:40 wang 已登记 … 与孙伟谈心谈话');
});

story('a bare 1 opens the only line of a list', { plan, at }, async (office) => {
  const wang = office.person('wang');
  await office.until('2026-03-02 08:40');
  wang.says('和孙伟谈了');
  await office.settle();
  wang.says('今天天气不错');
  await office.settle();
  office.skip();
  wang.says('1');
  await office.settle();
  office.hears('03-02 08:40 wang 养老机构督导');
  expect(await still(office, 'wang')).toBe(1);
});

story('what no duty is called is none of what is open, done or not', { plan, at }, async (office) => {
  const [wang, chen] = [office.person('wang'), office.person('chen')];
  await office.until('2026-03-02 08:40');
  office.skip();
  wang.says('整改月报报了');
  await office.settle();
  office.hears('03-02 08:40 wang 待办里没有“整改月报”，没有登记 … 养老机构督导');
  wang.says('社区共建方案定了');
  await office.settle();
  office.hears('03-02 08:40 wang 待办里没有“社区共建方案” … 养老机构督导');
  // Of papers, those that it may be.
  chen.says('整改月报报了');
  await office.settle();
  office.hears('03-02 08:40 chen 哪一项 … 1　养老服务情况报告');
  chen.says('督导方案定了');
  await office.settle();
  office.hears('03-02 08:40 chen 进展已记下：督导方案。');
  expect([await still(office, 'wang'), await still(office, 'chen')]).toEqual([2, 3]);
});

story('还没弄, of several: what is still open; 我有几项没办 asks for the same', { plan, at }, async (office) => {
  const wang = office.person('wang');
  await office.until('2026-03-02 08:40');
  office.skip();
  wang.says('还没弄');
  await office.settle();
  office.hears('03-02 08:40 wang 2项尚未办结 … 养老机构督导（周四前） … 与孙伟谈心谈话（周五前）');
  for (const text of ['我有几项没办', '我还有什么没办']) {
    wang.says(text);
    await office.settle();
    office.hears('03-02 08:40 wang 目前待办如下 … 养老机构督导（周四前） … 与孙伟谈心谈话（周五前）');
  }
});

story('the record of a talk that was signed is not the talk', { plan, at }, async (office) => {
  await office.until('2026-03-02 08:40');
  office.skip();
  office.person('wang').says('孙伟谈话记录我签了');
  await office.settle();
  office.hears('03-02 08:40 wang 没有登记');
  expect(await still(office, 'wang')).toBe(2);
});

story('小王 is not the 王 who speaks, and 小李 need not be the 李 of the roster', { plan, at }, async (office) => {
  const wang = office.person('wang');
  await office.until('2026-03-02 08:40');
  office.skip();
  wang.says('和小王谈了');
  await office.settle();
  office.hears('03-02 08:40 wang “小王”是哪一位');
  wang.says('和小李谈了');
  await office.settle();
  office.hears('03-02 08:40 wang 本期不用与小李谈话，没有登记 … 孙伟');
  // The only 孙 of the roster is proposed.
  wang.says('和小孙谈了');
  await office.settle();
  office.hears('03-02 08:40 wang “小孙”是哪一位');
  expect(await still(office, 'wang')).toBe(2);
  wang.says('孙伟');
  await office.settle();
  office.hears('03-02 08:40 wang 已登记 … 与孙伟谈心谈话');
});

story(
  'a talk that was denied before its other side was told of it is not told any more',
  { plan, at },
  async (office) => {
    await office.until('2026-03-02 09:00');
    office.skip();
    office.person('wang').says('和孙伟谈了');
    await office.settle();
    office.person('sun').says('王志强没跟我谈');
    await office.settle();
    office.skip();
    await office.until('2026-03-03 12:00');
    expect(
      office
        .person('sun')
        .messages()
        .filter(({ text }) => text.includes('与您谈心谈话')),
    ).toEqual([]);
  },
);

const ahead = planOf({
  duties: [
    '{ id: meeting, kind: meeting, title: 党组例会, who: ["role:leader"], reporter: li, schedule: "2026-03-03T09:00", remind: [-1d] }',
    '{ id: study, kind: study, title: 中心组学习, who: ["role:leader"], reporter: li, schedule: "2026-03-03T15:00", remind: [-1d] }',
  ],
});

story('what has not begun is not offered as done', { plan: ahead, at }, async (office) => {
  await office.until('2026-03-02 10:00');
  office.skip();
  office.person('li').says('材料我让办公室存了');
  await office.settle();
  office.hears('03-02 10:00 li 没有登记');
});
