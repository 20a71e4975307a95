import { expect } from 'vitest';
import { factsOf, says, taps } from '../support/acts.ts';
import { cast, partyGroup, planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

// What a year of the sample plan, played by people who answer in their own words, stumbled over.

const at = '2026-03-02 08:00'; // a Monday

const meetings = planOf({
  duties: [
    '{ id: meeting, kind: meeting, title: 党组例会, who: [role:leader], reporter: li, schedule: 每周二 09:00, remind: [-1d], until: 2026-03-17 }',
    '{ id: list, kind: other, title: 更新办理清单, who: [li], schedule: 每周五, remind: [-4d] }',
    '{ id: line, kind: progress, title: 盘活进展, who: [li], schedule: 每周五, remind: [-4d] }',
  ],
});

story(
  'what is said of a meeting is credited to the meeting, whatever else is owed; of two unreported ones the one of the day',
  { plan: meetings, at },
  async (office) => {
    await office.until('2026-03-03 09:40');
    office.skip();
    await says(office, 'li', '开了，应到3实到2，王局请假');
    office.hears('03-03 09:40 li 3月3日（周二）　党组例会 … 应到3人、实到2人、王志强缺席');
    await office.until('2026-03-17 09:40');
    office.skip();
    await says(office, 'li', '开了，研究了2个议题，都到了');
    office.hears('03-17 09:40 li 3月17日（周二）　党组例会 … 应到3人、实到3人');
    await says(office, 'li', '3月10日的党组例会也开了');
    office.hears('03-17 09:40 li 3月10日（周二）　党组例会');
    // Nothing of that name is owed: what is left is not credited with it.
    await says(office, 'li', '局务会开了');
    office.hears('03-17 09:40 li 办完的是哪一项');
  },
);

story(
  'a meeting told of after its grace was held on its own day and in time, unless it was held later',
  { plan: meetings, at },
  async (office) => {
    await office.until('2026-03-05 10:00');
    office.skip();
    await says(office, 'li', '党组例会开了');
    expect(office.person('li').messages().at(-1)!.text).toContain('3月3日（周二）　党组例会');
    expect(office.person('li').messages().at(-1)!.text).not.toContain('逾期');
    await office.until('2026-03-12 10:00');
    office.skip();
    await says(office, 'li', '党组例会今天补开了');
    office.hears('03-12 10:00 li 3月12日（周四）　党组例会 … 逾期2个工作日办结');
  },
);

story(
  'whoever attends is promised no reminder that only the reporter gets; their leave is told to the reporter too',
  { plan: meetings.replace('reporter: li', 'reporter: sun'), at: '2026-03-08 10:00' },
  async (office) => {
    await office.until('2026-03-09 09:01');
    office.skip();
    await taps(office, 'wang', '知道了');
    await taps(office, 'chen', '请假');
    office.hears(
      '03-09 09:01 wang 好的，已知悉“党组例会” … 会后由孙伟同志登记，您不用再报',
      '03-09 09:01 chen 已登记请假',
      '03-09 09:01 li 陈敏同志请假：党组例会',
      '03-09 09:01 sun 陈敏同志请假：党组例会',
    );
  },
);

story('a line of progress is recognized among other things that are owed', { plan: meetings, at }, async (office) => {
  await office.until('2026-03-10 10:00');
  office.skip();
  await says(office, 'li', '方案报县政府待批');
  await taps(office, 'li', '是，记下');
  office.hears('03-10 10:00 li 这是“盘活进展”的进展吗', '03-10 10:00 li 已登记 … 进展：方案报县政府待批');
  const line = (await factsOf(office)).filter((f) => f.duty === 'line');
  expect(line.map((f) => [f.slot, f.settled?.how])).toEqual([
    ['2026-03-06', undefined],
    ['2026-03-13', 'done'],
  ]);
});

const alone = planOf({
  organization: 'bundle: "08:30"',
  duties: [
    '{ id: alone, kind: study, title: 个人自学, who: [wang], schedule: 每天 }',
    '{ id: paper, kind: report, title: 月报, who: [wang], schedule: 2026-03-13, remind: [0s] }',
  ],
});

story(
  'self-study is a question about last week, in the list and in the record; a week that is over is not asked again',
  { plan: alone, at },
  async (office) => {
    await office.until('2026-03-09 08:30');
    office.skip();
    await says(office, 'wang', '/today');
    office.hears('03-09 08:30 wang 上周个人自学几天 … 月报');
    await taps(office, 'wang', '1');
    await taps(office, 'wang', '4');
    office.hears('03-09 08:30 wang 个人自学', '03-09 08:30 wang 3月2日至3月8日　个人自学4天 … 2026累计自学4天');
    expect(
      office
        .person('wang')
        .messages()
        .at(-1)!
        .buttons.flat()
        .map((b) => b.text),
    ).toEqual(['撤回']);
  },
);

const digest = planOf({
  organization: 'bundle: "08:30"',
  groups: [partyGroup('每周一 08:30')],
  duties: [
    '{ id: meeting, kind: meeting, title: 党组例会, who: [role:leader], reporter: li, schedule: 每周二 09:00, remind: [-1d] }',
  ],
});

story('the digest names what its own hour opens', { plan: digest, at }, async (office) => {
  await office.until('2026-03-09 08:30');
  const last = office.group('party').messages().at(-1)!.text;
  expect(last).toContain('3月10日（周二）　党组例会');
});

const offline = planOf({
  people: [...cast, '{ id: qian, name: 钱国良, superior: zhang }'],
  duties: ['{ id: veterans, kind: meeting, title: 党小组会, who: [qian], quota: 1 per month }'],
});

story('whom nothing reaches nobody can nudge', { plan: offline, at }, async (office) => {
  await office.until('2026-03-02 09:01');
  office.skip();
  await taps(office, 'li', '1');
  const buttons = office.person('li').messages().at(-1)!.buttons.flat();
  expect(buttons.map((b) => b.text)).toEqual(['代为登记', '请假', '暂缓上报']);
});

const studied = planOf({
  duties: [
    '{ id: study, kind: study, title: 中心组集中学习, who: [role:leader], reporter: li, schedule: 每周一 15:00, until: 2026-03-02 }',
    '{ id: meeting, kind: meeting, title: 党组例会, who: [role:leader], reporter: li, schedule: 每周二 09:00, until: 2026-03-03 }',
    '{ id: line, kind: progress, title: 盘活进展, who: [sun], schedule: 每周三, remind: [-2d], until: 2026-03-11 }',
    '{ id: day, kind: meeting, title: 主题党日, who: [sun, zhou], reporter: zhou, schedule: 2026-03-13T15:00, remind: [-4d] }',
  ],
});

story(
  'a question left unanswered swallows no report; all who came are those who had not asked for leave; who spoke is not all who came',
  { plan: studied, at },
  async (office) => {
    await taps(office, 'chen', '请假');
    await office.until('2026-03-02 15:31');
    office.skip();
    await says(office, 'li', '中心组学习结束，王局领学，人都齐了');
    office.hears('03-02 15:31 li 3月2日（周一）　中心组集中学习 … 应到3人、实到2人 … 主讲：王志强同志');
    expect(office.person('li').messages().at(-1)!.text).not.toMatch(/王志强参加|主题/);
    await taps(office, 'li', '学用结合');
    await office.until('2026-03-03 09:40');
    office.skip();
    await says(office, 'li', '党组会开了');
    office.hears('03-03 09:40 li 3月3日（周二）　党组例会');
  },
);

story(
  'how far something is means what is asked for progress, not a meeting to come, and of it the newest',
  { plan: studied, at },
  async (office) => {
    await office.until('2026-03-10 10:00');
    office.skip();
    await says(office, 'sun', '正在对接卫健局');
    office.hears('03-10 10:00 sun 3月10日（周二）　盘活进展 … 进展：正在对接卫健局');
    const line = (await factsOf(office)).filter((f) => f.duty === 'line');
    expect(line.map((f) => f.settled?.how)).toEqual([undefined, 'done']);
  },
);
