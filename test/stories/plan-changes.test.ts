import { expect } from 'vitest';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday

const before = planOf({
  duties: [
    '{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-04, remind: [-2d, 0s] }',
    '{ id: visit, kind: inspection, title: 实地督导, who: [zhou], schedule: 每周三, remind: [-2d, 0s], grace: 0s }',
  ],
});
const after = planOf({
  duties: [
    '{ id: report, kind: report, title: 整改总报告, who: [sun], schedule: 2026-03-04, remind: [-2d, 0s] }',
    '{ id: hotline, kind: other, title: 热线台账, who: [zhou], schedule: 每周二, remind: [0s] }',
  ],
});

story(
  'the plan is replaced midweek: what vanished is void with the reason, what is new counts from now',
  { plan: before, at },
  async (office) => {
    await office.until('2026-03-02 12:00');
    office.hears('03-02 09:00 sun 整改报告', '03-02 09:00 zhou 实地督导');
    expect(await office.adopt(after)).toEqual([]);
    await office.until('2026-03-10 12:00');
    office.hears(
      '03-03 09:00 zhou 热线台账',
      '03-04 09:00 li 逾期1项 … 周洁同志　热线台账',
      // Opened before the change: it keeps the title it was opened with.
      '03-04 09:00 sun 整改报告',
      '03-04 09:00 zhou 已逾期 … 热线台账',
      '03-05 09:00 li 逾期1项 … 孙伟同志　整改报告',
      '03-05 09:00 sun 已逾期',
      '03-06 09:00 chen 过问 … 周洁同志　热线台账',
      '03-09 09:00 wang 过问 … 孙伟同志　整改报告',
      '03-10 09:00 zhou 热线台账',
    );
    const [gone] = await office.bot().store.ledger.occurrences('minzheng', ['visit@2026-03-04/zhou']);
    expect(gone?.settled).toMatchObject({ how: 'void', reason: 'plan' });
  },
);

story(
  'a file that did not change adopts nothing, however often the bot is started',
  { plan: before, at },
  async (office) => {
    await office.until('2026-03-02 12:00');
    await office.adopt(before);
    await office.stop();
    await office.wake();
    await office.adopt(before);
    const entries = await office.bot().store.ledger.entries('minzheng', 0, 1000);
    expect(entries.filter((e) => e.kind === 'adopted')).toHaveLength(1);
  },
);

story(
  'a plan that cannot be read is told with all its problems, and the old one goes on',
  { plan: before, at },
  async (office) => {
    await office.until('2026-03-02 12:00');
    office.skip();
    const problems = await office.adopt(before.replace('who: [sun]', 'who: [nobody]').replace('每周三', '看情况'));
    expect(problems.length).toBeGreaterThanOrEqual(2);
    await office.until('2026-03-04 10:00');
    office.hears('03-04 09:00 sun 整改报告', '03-04 09:00 zhou 实地督导');
  },
);

const past = planOf({
  duties: [
    '{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-02-10, remind: [0s] }',
    '{ id: weekly, kind: progress, title: 盘活进展, who: [sun], schedule: 每周一, remind: [0s], grace: 0s }',
  ],
});

story(
  'a deadline already past at adoption: one line to the secretary, no ladder; regular dates of the past never open',
  { plan: past, at },
  async (office) => {
    await office.until('2026-03-03 08:00');
    office.hears('03-02 08:00 li 孙伟同志　整改报告 … 方案启用前已到期，只报您知悉', '03-02 09:00 sun 盘活进展');
    await office.until('2026-03-06 08:00');
    const heard = office
      .person('sun')
      .messages()
      .filter((m) => m.from.bot && m.text.includes('整改报告'));
    expect(heard).toEqual([]);
    const opened = (await office.bot().store.ledger.entries('minzheng', 0, 1000)).filter((e) => e.kind === 'opened');
    expect(opened.flatMap((e) => e.about)).toEqual(['report@2026-02-10/sun', 'weekly@2026-03-02/sun']);
  },
);

const daily = (schedule: string) =>
  planOf({ duties: [`{ id: log, kind: other, title: 值班记录, who: [sun], schedule: ${schedule}, remind: [0s] }`] });

story(
  'a plan changed while the bot was down counts from its adoption, not from the stop',
  { plan: daily('每周五'), at },
  async (office) => {
    await office.until('2026-03-02 18:00');
    await office.stop();
    office.sleepUntil('2026-03-03 07:00');
    await office.wake();
    await office.adopt(daily('每个工作日'));
    await office.until('2026-03-03 10:00');
    office.hears('03-03 09:00 sun 值班记录');
  },
);

const added = planOf({
  duties: [
    '{ id: log, kind: other, title: 值班记录, who: [sun], schedule: 每周五, remind: [0s] }',
    '{ id: old, kind: report, title: 旧账报告, who: [zhou], schedule: 2026-02-10, remind: [0s] }',
  ],
});

story(
  'a past deadline that is added later is told to the secretary like one of the first day',
  { plan: daily('每周五'), at },
  async (office) => {
    await office.until('2026-03-02 18:00');
    await office.adopt(added);
    await office.until('2026-03-03 10:00');
    const li = office
      .person('li')
      .messages()
      .filter((m) => m.from.bot)
      .map((m) => m.text);
    expect(li).toHaveLength(1);
    expect(li[0]).toContain('周洁同志　旧账报告');
  },
);

const soon = planOf({
  duties: [
    '{ id: today, kind: report, title: 今日报告, who: [sun], schedule: 2026-03-02, remind: [-3d, 0s] }',
    '{ id: later, kind: report, title: 后日报告, who: [zhou], schedule: 2026-03-06, remind: [-10d, 0s] }',
    '{ id: april, kind: report, title: 四月报告, who: [wang], schedule: 每月2日, remind: [-3d], from: 2026-04-01 }',
  ],
});

story(
  'reminders from before the plan are said when it begins, once, and at an hour to speak',
  { plan: soon, at },
  async (office) => {
    await office.until('2026-03-02 18:00');
    office.hears('03-02 08:00 zhou 后日报告', '03-02 09:00 sun 今日报告');
    await office.until('2026-04-01 18:00');
    const wang = office
      .person('wang')
      .messages()
      .filter((m) => m.text.includes('四月报告'));
    expect(wang.map((m) => new Date(m.at + 8 * 3600_000).toISOString().slice(0, 16))).toEqual(['2026-04-01T09:00']);
  },
);
