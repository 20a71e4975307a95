import { expect } from 'vitest';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday

const study = planOf({
  duties: [
    '{ id: study, kind: study, title: 中心组学习, who: [role:leader], reporter: li, schedule: 2026-03-03 15:00, remind: [-1d, -30m], grace: 1wd, x-note: Tuesday }',
  ],
});
// One date-time is exact; a gathering of an ordinary plan recurs.
const weeklyStudy = planOf({
  duties: [
    '{ id: study, kind: study, title: 中心组学习, who: [role:leader], reporter: li, schedule: 每周二 15:00, remind: [-1d, -30m], grace: 1wd }',
  ],
});

story(
  'a gathering: attendees are reminded, the reporter is asked once, one sentence settles all',
  { plan: weeklyStudy, at },
  async (office) => {
    const li = office.person('li');
    await office.until('2026-03-03 16:00');
    office.hears(
      '03-02 15:00 zhang 中心组学习 … 明天15:00 … 届时参加',
      '03-02 15:00 wang 中心组学习',
      '03-02 15:00 chen 中心组学习',
      '03-03 14:30 zhang 中心组学习 … 今天15:00',
      '03-03 14:30 wang 中心组学习',
      '03-03 14:30 chen 中心组学习',
      '03-03 15:30 li 中心组学习',
    );
    li.says('开了，应到3人实到2人，陈敏请假');
    await office.settle();
    office.hears('03-03 16:00 li 已登记 … 中心组学习');
    const facts = await office.bot().store.ledger.settledBetween('minzheng', 0, office.now() + 1);
    expect(facts.map((f) => [f.person, f.settled?.how]).sort()).toEqual([
      ['chen', 'excused'],
      ['wang', 'done'],
      ['zhang', 'done'],
    ]);
    await office.until('2026-03-09 12:00');
    office.hears('03-04 09:00 chen 中心组学习（补学）');
  },
);

story('done before the start is answered, not recorded', { plan: study, at }, async (office) => {
  await office.until('2026-03-03 14:45');
  office.skip();
  office.person('zhang').says('已学');
  await office.settle();
  office.hears('03-03 14:45 zhang 今天15:00才开始，尚不能登记');
  expect(await office.bot().store.ledger.open('minzheng')).toHaveLength(3);
});

story('whoever attends may confirm for themself, and only for themself', { plan: study, at }, async (office) => {
  await office.until('2026-03-03 15:10');
  office.skip();
  office.person('wang').says('已学');
  await office.settle();
  office.hears('03-03 15:10 wang 已登记 … 中心组学习');
  const open = await office.bot().store.ledger.open('minzheng');
  expect(open.map((f) => f.person).sort()).toEqual(['chen', 'zhang']);
});

story(
  'leave from an event is recorded at once and the office hears it; the others stay',
  { plan: study, at },
  async (office) => {
    await office.until('2026-03-03 14:45');
    office.skip();
    await office.person('chen').taps('请假').answered();
    await office.settle();
    office.hears('03-03 14:45 chen 已登记请假：中心组学习', '03-03 14:45 li 陈敏同志请假：中心组学习');
    await office.until('2026-03-03 16:00');
    office.hears('03-03 15:30 li 中心组学习');
    office.person('li').says('已学');
    await office.settle();
    const facts = await office.bot().store.ledger.settledBetween('minzheng', 0, office.now() + 1);
    expect(facts.map((f) => [f.person, f.settled?.how]).sort()).toEqual([
      ['chen', 'excused'],
      ['wang', 'done'],
      ['zhang', 'done'],
    ]);
  },
);

const talks = planOf({
  duties: [
    '{ id: talks, kind: talk, title: 谈心谈话, who: [zhang], with: [wang, chen, li], quota: 1 per month, from: 2026-03-01 }',
  ],
});

story(
  'talks owed to several are one item; whoever was talked with drops out of it',
  { plan: talks, at },
  async (office) => {
    const zhang = office.person('zhang');
    await office.until('2026-03-02 10:00');
    office.hears('03-02 09:00 zhang 请办1项 … 与王志强、陈敏、李秀谈心谈话 … 和谁谈了');
    zhang.says('昨天和王志强谈了，他对分工有些想法');
    await office.settle();
    office.hears(
      '03-02 10:00 zhang 已登记 … 3月1日 … 与王志强谈心谈话 … 本月还有2人未谈：陈敏、李秀 … 只记时间和对象，不记内容',
    );
    await office.until('2026-03-20 12:00');
    office.hears('03-03 10:00 wang 张建国同志登记 … 与您谈心谈话 … 不用回复');
    // What was confided is nowhere in the ledger.
    const entries = await office.bot().store.ledger.entries('minzheng', 0, 1000);
    expect(JSON.stringify(entries)).not.toContain('分工');
  },
);

const daily = planOf({
  duties: ['{ id: alone, kind: study, title: 个人自学, who: [wang], schedule: 每天 }'],
  groups: ['{ id: party, name: 局党组, telegram: -1001, digest: 每周一 10:00, preview: none }'],
});

story(
  'self-study by oneself: one line a week, seen by that person only, in no totals, never overdue',
  { plan: daily, at },
  async (office) => {
    await office.until('2026-03-09 09:30');
    office.hears(
      '03-02 09:00 wang 个人自学 … 上周自学了几天',
      '03-02 10:00 party 本期没有到期事项',
      '03-09 09:00 wang 个人自学',
    );
    await office.person('wang').taps('4').answered();
    await office.settle();
    office.hears('03-09 09:30 wang 已登记');
    // The week before stays unanswered, and is nobody's lapse.
    const asked = await office.bot().store.ledger.settledBetween('minzheng', 0, office.now() + 1);
    expect(asked.map((f) => f.settled?.amount ?? f.settled?.how).sort()).toEqual([4, 'gap']);
    await office.until('2026-03-16 10:30');
    office.hears(
      '03-09 10:00 party 本期没有到期事项',
      '03-16 09:00 wang 个人自学',
      '03-16 10:00 party 本期没有到期事项',
    );
  },
);

const minutes = planOf({
  duties: [
    '{ id: meeting, kind: meeting, title: 党组例会, who: [role:leader], reporter: li, schedule: 每周二 09:00, remind: [-1d] }',
    '{ id: check, kind: minutes-check, title: 会议记录核查, who: [zhou], schedule: { after: meeting, within: 3wd }, checklist: [逐人表态] }',
  ],
});

story(
  'a reported meeting opens the check of its minutes, due three working days after it',
  { plan: minutes, at },
  async (office) => {
    await office.until('2026-03-03 10:00');
    office.skip();
    office.person('li').says('开了');
    await office.settle();
    await office.until('2026-03-03 10:01');
    office.hears('03-03 10:00 li 已登记 … 党组例会', '03-03 10:00 zhou 会议记录核查 … 周五前');
    await office.until('2026-03-09 08:00');
    office.hears('03-06 09:00 zhou 会议记录核查 … 今天内');
    await office.until('2026-03-09 08:59');
    office.hears();
  },
);

const vacant = planOf({
  duties: ['{ id: report, kind: report, title: 整改报告, who: ["post:deputy"], schedule: 2026-03-03, remind: [0s] }'],
  posts: ['{ id: deputy, name: 副局长, holder: null }'],
  groups: ['{ id: party, name: 局党组, telegram: -1001, digest: 每周一 10:00, preview: none }'],
});

story(
  'a vacant post is nobody’s lapse: no one is asked, the digest counts it apart',
  { plan: vacant, at },
  async (office) => {
    await office.until('2026-03-09 11:00');
    office.hears('03-02 10:00 party 本期没有到期事项', '03-09 10:00 party 本期没有到期事项 … 另有岗位空缺1项');
  },
);
