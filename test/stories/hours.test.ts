import { expect } from 'vitest';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const night = planOf({
  organization: 'quietHours: "21:30-07:30"',
  duties: [
    '{ id: late, kind: report, title: 夜间报送, who: [sun], schedule: 2026-03-02 23:00, remind: [-1h] }',
    '{ id: weekly, kind: report, title: 周报送, who: [zhou], schedule: 每周一 22:00, remind: [-15m], grace: 0s }',
  ],
});

story(
  'quiet hours: nothing is said between them but answers; what waited comes at their end',
  { plan: night, at },
  async (office) => {
    await office.until('2026-03-02 22:30');
    office.hears();
    office.person('zhou').says('/today');
    await office.settle();
    office.hears('03-02 22:30 zhou 周报送');
    await office.until('2026-03-03 07:29');
    office.hears();
    await office.until('2026-03-03 08:00');
    const heard = (id: string) =>
      office
        .person(id)
        .messages()
        .filter((m) => m.from.bot);
    expect(
      heard('sun')
        .map((m) => m.text)
        .join(),
    ).toContain('夜间报送');
    office.skip();
  },
);

const many = planOf({
  organization: 'budget: 2',
  duties: [9, 10, 11, 12].map(
    (hour, i) =>
      `{ id: d${i}, kind: report, title: 报表${i}, who: [sun], schedule: 每周五, remind: [-${5 * 24 - hour + 9}h] }`,
  ),
});

story(
  'a person gets so many reminders a day; the rest come together the next morning',
  { plan: many, at },
  async (office) => {
    await office.until('2026-03-03 12:00');
    const said = office
      .person('sun')
      .messages()
      .filter((m) => m.from.bot);
    const monday = said.filter((m) => new Date(m.at + 8 * 3600_000).getUTCDate() === 2);
    expect(monday.length).toBeLessThanOrEqual(2);
    for (const title of ['报表0', '报表1', '报表2', '报表3'])
      expect(said.filter((m) => m.text.includes(title))).toHaveLength(1);
  },
);

const bundled = planOf({
  organization: 'bundle: "08:30"',
  duties: [
    '{ id: a, kind: report, title: 甲报表, who: [sun], schedule: 2026-03-03, remind: [0s] }',
    '{ id: b, kind: other, title: 乙台账, who: [sun], schedule: 2026-03-03, remind: [0s] }',
    '{ id: c, kind: report, title: 丙清单, who: [sun], schedule: 2026-03-03, remind: [0s] }',
  ],
});

story(
  'where the office bundles, all that is due today is one message at its hour',
  { plan: bundled, at: '2026-03-03 08:00' },
  async (office) => {
    await office.until('2026-03-03 18:00');
    office.hears('03-03 08:30 sun 待办3项 … 甲报表 … 乙台账 … 丙清单');
    await office.until('2026-03-04 18:00');
    office.hears('03-04 08:30 li 逾期3项，现共3项', '03-04 08:30 sun 待办3项');
  },
);

const festival = planOf({
  duties: [
    '{ id: report, kind: report, title: 节后报告, who: [sun], schedule: 2026-05-06, remind: [-3d, 0s], x-note: Labour Day is 1 to 5 May }',
  ],
});

story(
  'days off: a reminder moves to the last working day before, the ladder counts working days',
  { plan: festival, at: '2026-04-27 08:00' },
  async (office) => {
    await office.until('2026-05-11 18:00');
    office.hears(
      '04-30 09:00 sun 节后报告',
      '05-06 09:00 sun 节后报告 … 今天内',
      '05-07 09:00 li 孙伟同志',
      '05-07 09:00 sun 已逾期',
      // 9 May is a working Saturday in exchange for the holiday.
      '05-09 09:00 wang 过问',
    );
  },
);
