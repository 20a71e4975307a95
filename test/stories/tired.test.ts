import { expect } from 'vitest';
import type { TestOffice } from '../support/office.ts';
import { cast, planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

// People at the end of a long day: they repeat themselves, change their minds, say two things at once and answer late.

const at = '2026-03-02 08:00'; // a Monday
const facts = (office: TestOffice, ...ids: string[]) => office.bot().store.ledger.occurrences('minzheng', ids);

const talks = planOf({
  duties: [
    '{ id: talks, kind: talk, title: 谈心谈话, who: [zhang], with: [wang, chen, zhou], schedule: 2026-03-06, remind: [-3d], early: 7d }',
    '{ id: letter, kind: report, title: 整改月报, who: [zhang], schedule: 2026-03-03, remind: [0s] }',
  ],
});

story(
  'the same that is not understood twice is not answered with the same list twice, and the list still counts',
  { plan: talks, at },
  async (office) => {
    const zhang = office.person('zhang');
    await office.until('2026-03-03 10:00');
    office.skip();
    zhang.says('哈哈今天天气不错');
    await office.settle();
    office.hears('03-03 10:00 zhang 没有看懂 … 1　整改月报 … 2　与王志强');
    zhang.says('哈哈今天天气不错');
    await office.settle();
    office.hears('03-03 10:00 zhang 还是没有看懂 … “1 已办”');
    zhang.says('1已报');
    await office.settle();
    office.hears('03-03 10:00 zhang 已登记 … 整改月报');
  },
);

story(
  'of two talks only the one that is named is taken back; 撤回 twice in a row asks before it takes back more',
  { plan: talks, at },
  async (office) => {
    const zhang = office.person('zhang');
    const ids = ['wang', 'chen'].map((p) => `talks@2026-03-06/zhang+${p}`);
    const settled = async () => (await facts(office, ...ids)).map((f) => f.settled?.how);
    await office.until('2026-03-03 10:00');
    zhang.says('和王志强、陈敏都谈了');
    await office.settle();
    office.skip();
    zhang.says('不对，陈敏没谈');
    await office.settle();
    office.hears('03-03 10:00 zhang 已撤回：与陈敏谈心谈话');
    expect(await settled()).toEqual(['done', undefined]);
    zhang.says('撤回');
    await office.settle();
    office.hears('03-03 10:00 zhang 上一条已经撤回。还要撤回 … 与王志强谈心谈话');
    expect(await settled()).toEqual(['done', undefined]);
    zhang.taps('撤回');
    await office.settle();
    expect(await settled()).toEqual([undefined, undefined]);
  },
);

const gatherings = planOf({
  duties: [
    '{ id: weekly, kind: meeting, title: 党组例会, who: ["role:leader"], reporter: li, schedule: "2026-03-04T09:00", remind: [-1d] }',
    '{ id: study, kind: study, title: 中心组学习, who: ["role:leader"], reporter: li, schedule: "2026-03-04T15:00", remind: [-1d] }',
    '{ id: veterans, kind: meeting, title: 离退休党小组会, who: [sun], schedule: 2026-03-02, remind: [0s] }',
  ],
});

story(
  'two meetings moved in one sentence are both moved, and everybody hears of both',
  { plan: gatherings, at },
  async (office) => {
    const li = office.person('li');
    await office.until('2026-03-03 16:00');
    office.skip();
    li.says('党组例会和中心组学习都推到周五');
    await office.settle();
    office.hears(
      '03-03 16:00 zhang “党组例会”改到周五9:00',
      '03-03 16:00 zhang “中心组学习”改到周五15:00',
      '03-03 16:00 wang 党组例会',
      '03-03 16:00 wang 中心组学习',
      '03-03 16:00 chen 党组例会',
      '03-03 16:00 chen 中心组学习',
      '03-03 16:00 li “党组例会”改到周五9:00 … “中心组学习”改到周五15:00',
    );
  },
);

story(
  'the deed of another, told by the office, is recorded on their behalf after a yes, never before',
  { plan: gatherings, at },
  async (office) => {
    const li = office.person('li');
    await office.until('2026-03-03 10:00');
    office.skip();
    li.says('孙伟那个小组会昨天开了');
    await office.settle();
    office.hears('03-03 10:00 li “离退休党小组会”由孙伟同志办，要代为登记吗');
    expect((await facts(office, 'veterans@2026-03-02/sun'))[0]?.settled).toBeUndefined();
    li.taps('代为登记');
    await office.settle();
    expect((await facts(office, 'veterans@2026-03-02/sun'))[0]).toMatchObject({
      settled: { how: 'done', by: 'li', onBehalfOf: 'sun', carriedOut: '2026-03-02' },
    });
  },
);

const progress = planOf({
  people: cast,
  duties: [
    '{ id: centre, kind: progress, title: 幸福之家盘活进展, who: [sun], schedule: 2026-03-03, remind: [0s] }',
    '{ id: branch, kind: meeting, title: 支部党员大会, who: [zhou], schedule: 2026-03-06, remind: [-3d] }',
  ],
});

story(
  'what was reported is said again better: the line anew, the day and the figures added',
  { plan: progress, at },
  async (office) => {
    const [sun, zhou] = [office.person('sun'), office.person('zhou')];
    await office.until('2026-03-03 10:00');
    sun.says('进展：合同条款谈好了');
    zhou.says('党员大会开了');
    await office.settle();
    office.skip();
    sun.says('改一下，合同已经签了');
    zhou.says('党员大会昨天开的，应到23实到21');
    await office.settle();
    office.hears(
      '03-03 10:00 sun 已登记 … 幸福之家盘活进展 … 进展：合同已经签了',
      '03-03 10:00 zhou 已登记 … 3月2日（周一）　支部党员大会 … 应到23人、实到21人',
    );
    sun.says('食堂几点开饭没人说');
    await office.settle();
    office.hears('03-03 10:00 sun 没有看懂，“幸福之家盘活进展”的登记没有改动 … 更正');
  },
);

const papers = planOf({
  duties: [
    '{ id: visit, kind: inspection, title: 低保对象入户抽查, who: [sun], schedule: 2026-03-03, remind: [0s] }',
    '{ id: letter, kind: report, title: 整改月报, who: [sun], schedule: 2026-03-03, remind: [0s] }',
  ],
});

story('a photo first, and then in words what it was', { plan: papers, at }, async (office) => {
  const sun = office.person('sun');
  await office.until('2026-03-03 10:00');
  office.skip();
  sun.sendsPhoto();
  await office.settle();
  office.hears('03-03 10:00 sun 附件是哪一项的 … 1 … 2');
  sun.says('是入户的照片');
  await office.settle();
  office.hears('03-03 10:00 sun 附件1份已存到“低保对象入户抽查” … 尚未登记办结');
});

const minutes = planOf({
  duties: [
    '{ id: weekly, kind: meeting, title: 党组例会, who: ["role:leader"], reporter: li, schedule: "2026-03-03T09:00", remind: [30m] }',
    '{ id: check, kind: minutes-check, title: 记录核查, who: [zhou], schedule: { after: weekly, within: 3wd } }',
  ],
});

story(
  'a meeting taken back was not held: what waited for it is off and owed again with the next report',
  { plan: minutes, at },
  async (office) => {
    const li = office.person('li');
    const check = async () => {
      const entries = await office.bot().store.ledger.entries('minzheng', 0, 1000);
      const id = entries.find((e) => e.kind === 'opened' && e.about[0]?.startsWith('check@'))!.about[0]!;
      return (await facts(office, id))[0];
    };
    await office.until('2026-03-03 10:00');
    li.says('例会开了');
    await office.settle();
    expect(await check()).toBeDefined();
    office.skip();
    li.says('撤回');
    await office.settle();
    office.hears('03-03 10:00 li 已撤回：党组例会', '03-03 10:00 zhou “党组例会”的登记已撤回，“记录核查”暂不用办');
    expect((await check())?.settled).toMatchObject({ how: 'void' });
    await office.until('2026-03-05 10:00');
    office.skip();
    li.says('例会开了，3号开的');
    await office.settle();
    office.hears('03-05 10:00 li 已登记', '03-05 10:00 zhou “党组例会”已重新登记，“记录核查”仍请');
    expect((await check())?.settled).toBeUndefined();
  },
);

story(
  'a talk with somebody who is not on the list is not credited to those who are',
  { plan: talks, at },
  async (office) => {
    const zhang = office.person('zhang');
    await office.until('2026-03-03 10:00');
    office.skip();
    zhang.says('和孙伟谈了');
    await office.settle();
    office.hears('03-03 10:00 zhang 本期不用与孙伟谈话，没有登记 … 还有3人未谈：王志强、陈敏、周洁');
  },
);

const busy = planOf({
  duties: [
    '{ id: weekly, kind: meeting, title: 党组例会, who: ["role:leader"], reporter: li, schedule: "2026-03-03T09:00", remind: [30m] }',
    '{ id: study, kind: study, title: 中心组学习, who: ["role:leader"], reporter: li, schedule: "2026-03-03T15:00", remind: [-30h] }',
    '{ id: letter, kind: report, title: 整改月报, who: [li], schedule: 2026-03-03, remind: [0s] }',
    '{ id: centre, kind: progress, title: 幸福之家盘活进展, who: [sun], schedule: 2026-03-03, remind: [0s] }',
    '{ id: talks, kind: talk, title: 谈心谈话, who: [wang], with: [sun, zhou], schedule: 2026-03-06, remind: [-3d] }',
    '{ id: visit, kind: inspection, title: 实地督导, who: [wang], schedule: 2026-03-03, remind: [0s] }',
  ],
});

story('hurried words record no more than they say', { plan: busy, at }, async (office) => {
  const [li, sun, wang] = [office.person('li'), office.person('sun'), office.person('wang')];
  await office.until('2026-03-03 10:00');
  office.skip();
  // 都 means what is named, not the list that was shown last; what has not begun is said not to be recorded.
  li.says('例会和学习都开了');
  await office.settle();
  office.hears('03-03 10:00 li 已登记 … 党组例会 … “中心组学习”今天15:00才开始，尚不能登记');
  expect((await facts(office, 'letter@2026-03-03/li'))[0]?.settled).toBeUndefined();
  // No time to report is no report.
  sun.says('没空');
  await office.settle();
  office.hears('03-03 10:00 sun “幸福之家盘活进展”还没办');
  // A promise without a name is a nod.
  wang.says('收到收到，马上办');
  await office.settle();
  office.hears('03-03 10:00 wang 已知悉 … 尚未登记办结');
  // A name answers the bot's question which one.
  wang.says('办好了');
  await office.settle();
  office.hears('03-03 10:00 wang 办完的是哪一项 … 1 … 2 … 3');
  wang.says('和孙伟');
  await office.settle();
  office.hears('03-03 10:00 wang 已登记 … 与孙伟谈心谈话');
  // The same talk again, with its day: put right, not called unknown.
  wang.says('和孙伟谈了，昨天');
  await office.settle();
  office.hears('03-03 10:00 wang 已登记 … 3月2日（周一）　与孙伟谈心谈话');
});

const visit = planOf({
  duties: ['{ id: visit, kind: inspection, title: 低保对象入户抽查, who: [zhou], schedule: 2026-03-03, remind: [0s] }'],
});

story('another paper is not the visit that is open', { plan: visit, at }, async (office) => {
  const zhou = office.person('zhou');
  await office.until('2026-03-03 10:00');
  office.skip();
  zhou.says('月报报了');
  await office.settle();
  office.hears('03-03 10:00 zhou 待办里没有“月报” … 低保对象入户抽查');
  zhou.says('例会开了');
  await office.settle();
  expect((await facts(office, 'visit@2026-03-03/zhou'))[0]?.settled).toBeUndefined();
  zhou.says('抽查做完了，月报也报了');
  await office.settle();
  expect((await facts(office, 'visit@2026-03-03/zhou'))[0]?.settled).toMatchObject({ how: 'done' });
});
