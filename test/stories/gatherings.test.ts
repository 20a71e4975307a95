import { expect } from 'vitest';
import { factsOf, says, taps } from '../support/acts.ts';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday

const study = planOf({
  duties: [
    '{ id: study, kind: study, title: 中心组学习, who: [role:leader], reporter: li, schedule: 每周二 15:00, remind: [-1d, -30m], grace: 1wd, amount: 12h per year, until: 2026-03-03 }',
  ],
});

story(
  'a gathering is moved for all by its reporter; others hear who can; whoever was reminded hears it at once',
  { plan: study, at },
  async (office) => {
    await office.until('2026-03-02 15:05');
    office.skip();
    await taps(office, 'wang', '改期');
    office.hears('03-02 15:05 wang “中心组学习”是集体活动 … 由李秀同志统一办理 … 可以请假');
    await taps(office, 'chen', '请假');
    office.skip();
    await says(office, 'li', '中心组学习改到周五下午4点');
    office.hears(
      '03-02 15:05 zhang 李秀同志通知：“中心组学习”改到周五16:00，原定明天15:00',
      '03-02 15:05 wang 李秀同志通知：“中心组学习”改到周五16:00',
      '03-02 15:05 chen 改到周五16:00 … 您已请假；改期后能参加请点“能参加”',
      '03-02 15:05 li “中心组学习”改到周五16:00（原定明天15:00），已告知3人',
    );
    await taps(office, 'chen', '能参加');
    office.skip();
    await office.until('2026-03-06 16:31');
    office.hears(
      '03-03 15:05 li 陈敏同志撤回',
      '03-05 16:00 zhang 中心组学习 … 明天16:00',
      '03-05 16:00 wang 中心组学习',
      '03-05 16:00 chen 中心组学习',
      '03-06 15:30 zhang 今天16:00',
      '03-06 15:30 wang 今天16:00',
      '03-06 15:30 chen 今天16:00',
      '03-06 16:30 li 学习开展了吗？',
    );
    // Told on Monday, in its grace: it was held on its day, and is not late.
    await office.until('2026-03-09 10:00');
    await says(office, 'li', '应到3实到2，王志强请假');
    office.hears('03-09 10:00 li 3月6日（周五）　中心组学习 … 应到3人、实到2人、王志强缺席（请假） … 还可以补充：学时');
    const all = await factsOf(office);
    expect(all.map((f) => [f.person, f.settled?.how ?? 'open']).sort()).toEqual([
      ['chen', 'done'],
      // The make-up of the leave that was taken back.
      ['chen', 'void'],
      ['wang', 'excused'],
      ['wang', 'open'],
      ['zhang', 'done'],
    ]);
    expect(all.every((f) => f.follows !== undefined || f.scheduled !== f.begins)).toBe(true);
    const held = all.filter((f) => f.settled?.how === 'done');
    expect(held.map((f) => f.settled?.carriedOut)).toEqual(['2026-03-06', '2026-03-06']);
    await taps(office, 'li', '2学时');
    office.hears('03-09 10:00 li 2学时 … 2026累计2学时，应学12学时');
  },
);

story(
  'nobody was reminded yet: it is moved all the same; not held is said with a reason; the rest is added in one sentence',
  { plan: study.replace(', until: 2026-03-03', ', until: 2026-03-10'), at },
  async (office) => {
    await says(office, 'wang', '中心组学习改到周四');
    await says(office, 'li', '中心组学习改到周四');
    office.hears('03-02 08:00 wang 由李秀同志统一办理', '03-02 08:00 li 改到周四15:00 … 还没有通知过别人');
    await office.until('2026-03-04 14:00');
    office.hears();
    await office.until('2026-03-05 15:31');
    office.skip();
    await taps(office, 'li', '已学');
    office.hears('03-05 15:31 li 已登记 … 还可以补充：应到实到和缺席人员、学时');
    await office.until('2026-03-05 15:32');
    await says(office, 'li', '应到3实到2，王志强出差');
    office.hears('03-05 15:32 li 已登记 … 应到3人、实到2人、王志强缺席（出差）');
    await office.until('2026-03-10 15:31');
    office.skip();
    await taps(office, 'li', '没有开');
    await taps(office, 'li', '会议冲突');
    office.hears(
      '03-10 15:31 zhang 不开了：会议冲突',
      '03-10 15:31 wang 不开了：会议冲突',
      '03-10 15:31 chen 不开了：会议冲突',
      '03-10 15:31 li 本期不开，原因是',
      '03-10 15:31 li 本期不开，会议冲突。已告知3人',
    );
  },
);

story(
  'a study decides something for the work: whoever is named owes it from then on; the rest is kept with the study',
  { plan: study, at },
  async (office) => {
    await office.until('2026-03-03 15:31');
    office.skip();
    await says(office, 'li', '学了一个半小时，应到3实到3，张局领学');
    office.hears('03-03 15:31 li 应到3人、实到3人 … 主讲：张建国同志 … 2026累计1.5学时');
    await taps(office, 'li', '学用结合');
    await says(office, 'li', '孙伟6月底前完善探访制度');
    office.hears(
      '03-03 15:31 li “中心组学习”定了哪件工作？',
      '03-03 15:31 li 已记下并交孙伟同志办理，6月30日（周二）前办结',
      '03-03 15:31 sun 完善探访制度（学用结合） … 6月30日（周二）前',
    );
    await taps(office, 'li', '学用结合');
    await says(office, 'li', '大家多下去看看');
    office.skip();
    await says(office, 'sun', '完成了');
    office.hears('03-03 15:31 sun 已登记 … 完善探访制度（学用结合）');
    const opened = (await factsOf(office)).filter((f) => f.follows);
    expect(opened.map((f) => [f.person, f.title, f.settled?.how])).toEqual([['sun', '完善探访制度', 'done']]);
  },
);

const meetings = planOf({
  duties: [
    '{ id: members, kind: meeting, title: 支部党员大会, who: [sun], quota: 1 per month }',
    '{ id: lecture, kind: meeting, title: 党课, who: [sun], presenter: zhang, quota: 1 per month }',
    '{ id: check, kind: minutes-check, title: 会议记录核查, who: [zhou], schedule: { after: 党组会, within: 3wd }, checklist: [逐人表态] }',
  ],
});

story(
  'two duties of one meeting are one sentence; the presenter hears; a month without a reported meeting asks once',
  { plan: meetings, at },
  async (office) => {
    await office.until('2026-03-02 10:00');
    office.hears('03-02 09:00 zhang 党课由您主讲', '03-02 09:00 sun 待办2项 … 党课 … 支部党员大会');
    await says(office, 'sun', '党员大会和党课一起开的，应到20实到8');
    office.hears('03-02 10:00 sun 党课 … 支部党员大会 … 应到20人、实到8人 … 主讲：张建国同志 … 没有过半');
    expect((await factsOf(office)).map((f) => [f.duty, f.settled?.how, f.settled?.presenter]).sort()).toEqual([
      ['lecture', 'done', 'zhang'],
      ['members', 'done', undefined],
    ]);
    await office.until('2026-03-31 09:01');
    office.hears('03-31 09:00 li 3月还没有登记过“党组会”');
    await taps(office, 'li', '已开');
    office.hears('03-31 09:01 li 已登记：党组会', '03-31 09:01 zhou 会议记录核查');
  },
);

const progress = planOf({ measures: { m1: [] } }).replace('    duties:\n', '');

story(
  'a measure without a duty asks for one line, whatever is said in it; that nothing changed is one tap',
  { plan: progress, at },
  async (office) => {
    await office.until('2026-03-20 10:00');
    office.hears('03-20 09:00 zhang 措施m1 … 请用一句话回复进展');
    await taps(office, 'zhang', '已报');
    await says(office, 'zhang', '已与运营方签订协议，下月开业');
    office.hears('03-20 10:00 zhang “措施m1”进展如何', '03-20 10:00 zhang 已登记 … 进展：已与运营方签订协议，下月开业');
    await office.until('2026-04-25 10:00');
    office.skip();
    await says(office, 'zhang', '运营单位定了，是县养老集团');
    await taps(office, 'zhang', '是，记下');
    office.hears('04-25 10:00 zhang 这是“措施m1”的进展吗', '04-25 10:00 zhang 进展：运营单位定了，是县养老集团');
    await office.until('2026-05-25 10:00');
    office.skip();
    await taps(office, 'zhang', '已报');
    await taps(office, 'zhang', '没有新进展');
    office.hears('05-25 10:00 zhang 进展如何', '05-25 10:00 zhang 已登记');
    expect((await factsOf(office)).filter((f) => f.settled).map((f) => f.settled?.line !== undefined)).toEqual([
      true,
      true,
      false,
    ]);
  },
);

const tap = planOf({
  duties: [
    '{ id: alone, kind: study, title: 个人自学, who: [wang], schedule: 每天, remind: [0s], amount: 100d per year }',
  ],
});

story(
  'a daily tap stays one’s own: asked on the day, nobody’s lapse, summed up for oneself',
  { plan: tap, at },
  async (office) => {
    await office.until('2026-03-03 10:00');
    office.hears('03-02 09:00 wang 今天学了点“已学”', '03-03 09:00 wang 个人自学 … 只有您本人可见');
    await taps(office, 'wang', '已学');
    office.hears('03-03 10:00 wang 2026累计1天，应学100天');
    await office.until('2026-03-08 10:00');
    office.hears('03-04 09:00 wang 个人自学', '03-05 09:00 wang 个人自学', '03-06 09:00 wang 个人自学');
    await says(office, 'wang', '/today');
    office.hears('03-08 10:00 wang 请办1项');
  },
);
