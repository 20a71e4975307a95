import { expect } from 'vitest';
import type { TestOffice } from '../support/office.ts';
import { cast, partyGroup, planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const open = (office: TestOffice) => office.bot().store.ledger.open('minzheng');
const entries = (office: TestOffice) => office.bot().store.ledger.entries('minzheng', 0, 1000);

const three = planOf({
  duties: [
    '{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-03, remind: [0s] }',
    '{ id: visit, kind: inspection, title: 实地督导, who: [sun], schedule: 2026-03-03, remind: [0s] }',
    '{ id: rule, kind: deliverable, title: 采购制度, who: [sun], schedule: 2026-03-03, remind: [0s] }',
  ],
});
const talks = planOf({
  people: [...cast, '{ id: liu, name: 周敏, post: 优抚股股长, telegram: 1007, superior: wang }'],
  duties: [
    '{ id: talks, kind: talk, title: 谈心谈话, who: [zhang], with: [wang, zhou, liu], schedule: 2026-03-03, remind: [0s] }',
  ],
});
const meeting = planOf({
  organization: '',
  duties: [
    '{ id: study, kind: study, title: 中心组学习, who: ["role:leader"], reporter: li, schedule: "2026-03-03T15:00", remind: [-2h, 30m] }',
    '{ id: lecture, kind: meeting, title: 廉政党课, who: ["role:leader"], reporter: li, schedule: "2026-03-03T15:00", remind: [30m] }',
  ],
});

story('several at once, by the numbers of the list last shown', { plan: three, at }, async (office) => {
  const sun = office.person('sun');
  await office.until('2026-03-03 10:00');
  office.skip();
  sun.says('1、3完成，2还没去');
  await office.settle();
  office.hears('03-03 10:00 sun 已登记 … 还没办');
  expect((await open(office)).map((f) => f.duty)).toHaveLength(1);
});

story(
  'a name that fits nobody here is asked back; the answer is a tap, a number or the name',
  { plan: talks, at },
  async (office) => {
    const zhang = office.person('zhang');
    await office.until('2026-03-03 10:00');
    office.skip();
    zhang.says('和小周谈了');
    await office.settle();
    office.hears('03-03 10:00 zhang 小周');
    expect(await open(office)).toHaveLength(3);
    zhang.says('周敏');
    await office.settle();
    office.hears('03-03 10:00 zhang 已登记 … 与周敏谈心谈话');
    expect(await open(office)).toHaveLength(2);
    // The question is over: a number is a number of the list again.
    zhang.says('和周洁、王志强都谈了');
    await office.settle();
    office.hears('03-03 10:00 zhang 已登记 … 谈心谈话');
    expect(await open(office)).toEqual([]);
  },
);

story(
  'a line of the list that stands for several talks is never done as a whole by a number',
  { plan: talks, at },
  async (office) => {
    const zhang = office.person('zhang');
    await office.until('2026-03-03 10:00');
    office.skip();
    zhang.says('1 已谈');
    await office.settle();
    office.hears('03-03 10:00 zhang 哪一项');
    expect(await open(office)).toHaveLength(3);
    zhang.says('2');
    await office.settle();
    office.hears('03-03 10:00 zhang 已登记');
    expect(await open(office)).toHaveLength(2);
  },
);

story(
  '改人: the wrong pair is set free with two working days, the right one takes its day; the secretary sees it',
  { plan: talks, at },
  async (office) => {
    const zhang = office.person('zhang');
    await office.until('2026-03-03 10:00');
    zhang.says('和周洁谈了');
    await office.settle();
    office.skip();
    zhang.says('更正，不是周洁，是周敏');
    await office.settle();
    office.hears('03-03 10:00 zhang 已登记 … 与周敏谈心谈话');
    const left = await open(office);
    expect(left.map((f) => f.counterpart).sort()).toEqual(['wang', 'zhou']);
    expect(left.find((f) => f.counterpart === 'zhou')!.due).toBe(Date.parse('2026-03-06T00:00:00+08:00'));
    await office.until('2026-03-04 09:30');
    office.hears('03-04 09:00 zhang 王志强', '03-04 09:00 li 逾期1项 … 张建国同志更正 … 周洁 … 周敏');
  },
);

story(
  'who came and who was absent is kept; the absent are excused with their reason',
  { plan: meeting, at },
  async (office) => {
    const li = office.person('li');
    await office.until('2026-03-03 16:00');
    office.skip();
    li.says('中心组学习开了，应到3人，实到2人，王志强出差');
    await office.settle();
    office.hears('03-03 16:00 li 已登记 … 应到3人 … 实到2人 … 王志强');
    const facts = await office
      .bot()
      .store.ledger.occurrences('minzheng', ['study@2026-03-03T1500/zhang', 'study@2026-03-03T1500/wang']);
    expect(facts.map((f) => f.settled?.how)).toEqual(['done', 'excused']);
    expect(facts[0]!.settled!.attendance).toMatchObject({ expected: 3, present: 2, absent: [{ person: 'wang' }] });
  },
);

story(
  '取消了: the reporter chooses, with a reason; whoever was reminded hears it at once',
  { plan: meeting, at },
  async (office) => {
    const li = office.person('li');
    await office.until('2026-03-03 14:00');
    office.skip();
    li.says('中心组学习取消了');
    await office.settle();
    office.hears('03-03 14:00 li “中心组学习”不开了');
    await li.taps('本期不开').answered();
    await office.settle();
    office.hears('03-03 14:00 li 原因是');
    li.says('县里临时开会');
    await office.settle();
    office.hears(
      '03-03 14:00 zhang 中心组学习 … 不开了：县里临时开会',
      '03-03 14:00 wang 不开了',
      '03-03 14:00 chen 不开了',
      '03-03 14:00 li 本期不开 … 县里临时开会',
    );
    expect((await open(office)).filter((f) => f.duty === 'study')).toEqual([]);
  },
);

story(
  '委托: the named stand-in is asked from then on, and the secretary knows',
  { plan: three, at },
  async (office) => {
    const sun = office.person('sun');
    await office.until('2026-03-03 10:00');
    office.skip();
    sun.says('整改报告委托周洁报');
    await office.settle();
    office.hears(
      '03-03 10:00 li 孙伟同志已把“整改报告”委托周洁同志',
      '03-03 10:00 sun “整改报告”已转周洁同志办理',
      '03-03 10:00 zhou 孙伟同志委托您办理 … 整改报告',
    );
    office.person('zhou').says('报了');
    await office.settle();
    office.hears('03-03 10:00 zhou 已登记 … 整改报告');
  },
);

story(
  '代某人报: the office may, the person hears it as a line of their next message and may say 不对',
  { plan: three, at },
  async (office) => {
    await office.until('2026-03-03 10:00');
    office.skip();
    office.person('li').says('代孙伟报：整改报告已报');
    await office.settle();
    office.hears('03-03 10:00 li 已登记 … 整改报告');
    office.person('zhou').says('代孙伟报：采购制度已完成');
    await office.settle();
    office.hears('03-03 10:00 zhou 只有办公室');
    await office.until('2026-03-04 09:30');
    office.hears('03-04 09:00 li 逾期', '03-04 09:00 sun 逾期 … 李秀同志代您登记 … 整改报告');
    await office.person('sun').taps('不对').answered();
    await office.settle();
    office.hears('03-04 09:30 li 代为登记不对', '03-04 09:30 sun 已撤回');
  },
);

story(
  'after the window a correction needs a reason, and gives two working days',
  { plan: three, at },
  async (office) => {
    const sun = office.person('sun');
    await office.until('2026-03-03 10:00');
    sun.says('1、2、3完成');
    await office.settle();
    await office.until('2026-03-09 10:00');
    office.skip();
    sun.says('/更正');
    await office.settle();
    office.hears('03-09 10:00 sun 更正请说明原因');
    sun.says('督导其实没有去成');
    await office.settle();
    office.hears('03-09 10:00 sun 已更正 … 恢复待办');
    expect((await entries(office)).filter((e) => e.kind === 'undone')).not.toEqual([]);
    await office.until('2026-03-11 18:00');
    office.hears('03-10 10:00 li 孙伟同志更正', '03-11 09:00 sun ');
  },
);

story(
  'an edited message amends the check-in; a corrected typing mistake says nothing',
  { plan: three, at },
  async (office) => {
    const sun = office.person('sun');
    await office.until('2026-03-03 10:00');
    const said = sun.says('整改报告报了');
    await office.settle();
    office.skip();
    sun.edits(said, '整改报告报了。');
    await office.settle();
    office.hears();
    sun.edits(said, '整改报告昨天报了');
    await office.settle();
    office.hears('03-03 10:00 sun 已登记 … 3月2日（周一）');
    expect((await entries(office)).filter((e) => e.kind === 'undone')).toHaveLength(1);
  },
);

const grouped = planOf({
  groups: [partyGroup('每周一 08:30')],
  duties: ['{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-03, remind: [0s] }'],
});

story(
  'a report in the group is answered in private; chat in the group is nobody’s business',
  { plan: grouped, at },
  async (office) => {
    const sun = office.person('sun');
    await office.until('2026-03-03 10:00');
    office.skip();
    sun.says('今天食堂吃什么', { in: office.group('party') });
    await office.settle();
    office.hears();
    // Whoever is called by name answers.
    sun.says('@duban_test_bot 今天食堂吃什么', { in: office.group('party') });
    await office.settle();
    office.hears('03-03 10:00 sun 目前待办如下，点数字打开： / 1　整改报告（今天内）');
    sun.says('@duban_test_bot 整改报告报了', { in: office.group('party') });
    await office.settle();
    office.hears('03-03 10:00 sun 已登记 … 整改报告');
  },
);

const monthly = planOf({
  duties: [
    '{ id: monthly, kind: report, title: 整改月报, who: [sun], schedule: 每月5日, remind: [0s], from: 2026-03-01 }',
  ],
});

story(
  'an early report lands on the period to come, before the bot has spoken of it',
  { plan: monthly, at },
  async (office) => {
    office.person('sun').says('整改月报报了');
    await office.settle();
    office.hears('03-02 08:00 sun 已登记 … 整改月报');
    await office.until('2026-03-20 18:00');
    office.hears();
  },
);

story(
  'with two periods open the bot asks which, and shows when each was due',
  { plan: monthly, at },
  async (office) => {
    // A day after it was spoken of last, neither is the likelier.
    await office.until('2026-04-08 10:00');
    office.skip();
    office.person('sun').says('整改月报报了');
    await office.settle();
    office.hears('04-08 10:00 sun 办完的是哪一项 … 整改月报（3月5日（周四）前） … 整改月报（4月5日（周日）前）');
  },
);

const quota = planOf({
  duties: ['{ id: visits, kind: inspection, title: 走访支部, who: [sun], quota: 2 per month, remind: [-3wd] }'],
});

story(
  'one of two of a month: the first that is owed; a cancelled date leaves the quota owed',
  { plan: quota, at },
  async (office) => {
    const sun = office.person('sun');
    await office.until('2026-03-27 10:00');
    office.skip();
    sun.says('走访支部去了');
    await office.settle();
    office.hears('03-27 10:00 sun 已登记 … 走访支部');
    expect(await open(office)).toHaveLength(1);
    office.person('li').says('代孙伟报：走访支部取消了');
    await office.settle();
    office.hears('03-27 10:00 li 取消一次仍要补齐');
    expect(await open(office)).toHaveLength(1);
  },
);

story('one meeting counts for two duties, if they say so and name both', { plan: meeting, at }, async (office) => {
  const li = office.person('li');
  await office.until('2026-03-03 16:00');
  office.skip();
  li.says('中心组学习和廉政党课一起开的，都开完了');
  await office.settle();
  office.hears('03-03 16:00 li 已登记 … 廉政党课 … 中心组学习');
  expect(await open(office)).toEqual([]);
});

story('补录: a day long gone counts as that day, in time', { plan: three, at }, async (office) => {
  const sun = office.person('sun');
  await office.until('2026-03-09 10:00');
  office.skip();
  sun.says('补录：3月3日整改报告已报');
  await office.settle();
  office.hears('03-09 10:00 sun 已登记 … 3月3日（周二）　整改报告');
  const [facts] = await office.bot().store.ledger.occurrences('minzheng', ['report@2026-03-03/sun']);
  expect(facts!.settled).toMatchObject({ carriedOut: '2026-03-03' });
});

story(
  'a meeting held with another: merged into it, and whoever was reminded knows',
  { plan: meeting, at },
  async (office) => {
    const li = office.person('li');
    await office.until('2026-03-03 14:00');
    office.skip();
    li.says('中心组学习不开了，与廉政党课合并');
    await office.settle();
    office.hears('03-03 14:00 li “中心组学习”');
    await li.taps('并入').answered();
    await office.settle();
    office.hears('03-03 14:00 li “中心组学习”并入哪个会');
    await li.taps('廉政党课').answered();
    await office.settle();
    office.hears(
      '03-03 14:00 zhang 不开了：并入廉政党课',
      '03-03 14:00 wang 不开了',
      '03-03 14:00 chen 不开了',
      '03-03 14:00 li 本期不开，并入廉政党课 … 3人',
    );
  },
);

story(
  'whoever only attends cannot call a meeting off: the office hears of it',
  { plan: meeting, at },
  async (office) => {
    await office.until('2026-03-03 14:00');
    office.skip();
    office.person('wang').says('中心组学习取消了');
    await office.settle();
    office.hears('03-03 14:00 wang 已转办公室', '03-03 14:00 li 王志强 … 取消或合并');
    expect((await open(office)).filter((f) => f.duty === 'study')).toHaveLength(3);
  },
);
