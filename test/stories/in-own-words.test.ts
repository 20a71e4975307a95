import { expect } from 'vitest';
import type { TestOffice } from '../support/office.ts';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';
import { ahead, week } from '../support/week.ts';

const at = '2026-03-02 08:00'; // a Monday
const facts = async (office: TestOffice, ...ids: string[]) => office.bot().store.ledger.occurrences('minzheng', ids);
const several = planOf({
  organization: 'bundle: "08:30"',
  duties: [
    '{ id: self, kind: study, title: 个人自学, who: [chen], schedule: 每天 }',
    '{ id: meeting, kind: meeting, title: 党组例会, who: ["role:leader"], reporter: li, schedule: 每周二 09:00, remind: [-1d] }',
    '{ id: talks, kind: talk, title: 谈心谈话, who: [chen], with: [zhou], schedule: 2026-03-13, remind: [-4d] }',
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

story('a record on behalf says for whom, and is not offered a second time', { plan: week, at }, async (office) => {
  const li = office.person('li');
  await office.until('2026-03-03 08:30');
  office.skip();
  li.says('代老钱报，离退休党小组会昨天开了');
  await office.settle();
  office.hears('03-03 08:30 li 已登记（代钱国良同志）： … 3月2日（周一）　离退休党小组会');
  li.says('老钱那个小组会昨天开了');
  await office.settle();
  office.hears('03-03 08:30 li “离退休党小组会”此前已登记');
  await office.until('2026-03-03 09:40');
  office.skip();
  office.person('zhang').says('代李秀报，月报报了');
  await office.settle();
  office.hears('03-03 09:40 zhang 已登记（代李秀同志）： … 整改月报');
  expect((await facts(office, 'report@2026-03-06/li'))[0]?.settled?.line).toBeUndefined();
});

story('the secretary’s own voice is not passed on to herself', { plan: ahead, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  office.skip();
  office.person('li').sendsVoice();
  await office.settle();
  office.hears('03-03 10:00 li 语音没有听懂，没有登记。');
});

story(
  '和孙伟谈了, before the bot has spoken of that talk',
  {
    plan: planOf({
      organization: 'bundle: "08:30"',
      duties: ['{ id: talks, kind: talk, title: 谈心谈话, who: [wang], with: [sun, zhou], quota: 1 per quarter }'],
    }),
    at: '2026-03-01 20:00',
  },
  async (office) => {
    await office.until('2026-03-01 20:05');
    office.person('wang').says('和孙伟谈了');
    await office.settle();
    office.hears('03-01 20:05 wang 已登记 … 与孙伟谈心谈话');
  },
);

story(
  'a week of study, an event to attend and a talk in one sentence: nothing is passed over in silence',
  { plan: several, at },
  async (office) => {
    const chen = office.person('chen');
    await office.until('2026-03-09 09:00');
    office.skip();
    chen.says('1 5天，2参加，3 谈了');
    await office.settle();
    office.hears('03-09 09:00 chen 已登记 … 个人自学5天 … 已知悉“党组例会” … 与周洁谈心谈话');
  },
);

story('on behalf, one line of progress is the record; a day is no detail', { plan: told, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  office.skip();
  office.person('li').says('代孙伟报，进展：水电已通');
  await office.settle();
  office.hears('03-03 10:00 li 已登记（代孙伟同志） … 进展：水电已通');
  office.person('zhou').says('入户抽查3月3日去的');
  await office.settle();
  office.hears('03-03 10:00 zhou 已登记');
  const [check] = await facts(office, 'check@2026-03-03/zhou');
  expect(check?.settled?.how).toBe('done');
  expect(check?.settled?.line).toBeUndefined();
});
