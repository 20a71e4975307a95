import { expect } from 'vitest';
import type { TestOffice } from '../support/office.ts';
import { partyGroup, planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';
import { week } from '../support/week.ts';

const at = '2026-03-02 08:00'; // a Monday
const facts = async (office: TestOffice, ...ids: string[]) => office.bot().store.ledger.occurrences('minzheng', ids);
const grouped = planOf({
  groups: [partyGroup('每周一 08:30')],
  duties: ['{ id: centre, kind: progress, title: 幸福之家盘活进展, who: [sun], schedule: 2026-03-03, remind: [0s] }'],
});
const denied = planOf({
  duties: [
    '{ id: talks, kind: talk, title: 谈心谈话, who: [wang], with: [sun], schedule: 2026-03-06, remind: [-4d] }',
    '{ id: centre, kind: progress, title: 幸福之家盘活进展, who: [sun], schedule: 2026-03-06, remind: [-4d] }',
  ],
});
const branch = planOf({
  duties: ['{ id: branch, kind: meeting, title: 支部党员大会, who: [zhou], schedule: 2026-03-06, remind: [-3d] }'],
});

story('开了 closes no talk: what was held that day is recorded already', { plan: week, at }, async (office) => {
  const wang = office.person('wang');
  await office.until('2026-03-03 09:30');
  office.person('li').says('党组例会开了，都到了');
  await office.settle();
  office.skip();
  wang.says('开了');
  await office.settle();
  office.hears('03-03 09:30 wang “党组例会”已由李秀同志登记');
  expect((await facts(office, 'talks@2026-03-06/wang+sun'))[0]?.settled).toBeUndefined();
});

story('of several that cannot be recorded yet each is named', { plan: week, at }, async (office) => {
  await office.until('2026-03-03 08:30');
  office.skip();
  office.person('li').says('党组例会和中心组学习都开了');
  await office.settle();
  office.hears('03-03 08:30 li “党组例会”今天9:00才开始 … “中心组学习”今天15:00才开始');
});

story(
  'a clue is warned of, and not offered for the record',
  {
    plan: planOf({
      duties: [
        '{ id: centre, kind: progress, title: 幸福之家盘活进展, who: [sun], schedule: 2026-03-03, remind: [0s] }',
      ],
    }),
    at,
  },
  async (office) => {
    await office.until('2026-03-03 10:00');
    office.skip();
    office.person('sun').says('举报线索涉及某养老院院长');
    await office.settle();
    office.hears('03-03 10:00 sun 没有看懂 … 案件或线索');
  },
);

story('in a group only what is said to the bot may be progress', { plan: grouped, at }, async (office) => {
  const [sun, party] = [office.person('sun'), office.group('party')];
  await office.until('2026-03-03 10:00');
  party.addsBot(sun, { as: 'administrator' });
  await office.settle();
  office.skip();
  sun.says('老人们反映食堂口味不错', { in: party });
  await office.settle();
  office.hears();
  sun.says('@duban_test_bot 老人们反映食堂口味不错', { in: party });
  await office.settle();
  office.hears('03-03 10:00 sun 这是“幸福之家盘活进展”的进展吗');
});

story(
  '开了 under what is to be passed on is not taken for the other person’s without a yes',
  { plan: week, at },
  async (office) => {
    const li = office.person('li');
    await office.until('2026-03-02 10:00');
    office.skip();
    li.says('开了');
    await office.settle();
    office.hears('03-02 10:00 li “离退休党小组会”由钱国良同志办，要代为登记吗');
    await li.taps('代为登记').answered();
    await office.settle();
    office.hears('03-02 10:00 li 已登记（代钱国良同志） … 离退休党小组会');
  },
);

story('王局没跟我谈 denies the talk, and is no progress', { plan: denied, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  office.person('wang').says('和孙伟谈了');
  await office.settle();
  office.skip();
  office.person('sun').says('不对，王志强没跟我谈');
  await office.settle();
  office.hears('03-03 10:00 wang 孙伟同志', '03-03 10:00 sun 已撤回，登记的同志会收到提醒');
  const found = await facts(office, 'talks@2026-03-06/wang+sun', 'centre@2026-03-06/sun');
  expect(found.map((f) => f.settled?.how)).toEqual([undefined, undefined]);
});

story('老王 of a branch of 23 is not put on record as the deputy', { plan: branch, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  office.skip();
  office.person('zhou').says('党员大会开了，应到23实到21，老王老李出差');
  await office.settle();
  office.hears('03-03 10:00 zhou 已登记 … 应到23人、实到21人。');
  expect((await facts(office, 'branch@2026-03-06/zhou'))[0]?.settled?.attendance).toEqual({
    expected: 23,
    present: 21,
  });
});
