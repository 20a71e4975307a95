import { expect } from 'vitest';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const bundle = 'bundle: "08:30"';

story(
  'on Monday one message for the week, then one for the day: today first, then this week',
  {
    plan: planOf({
      organization: bundle,
      duties: [
        '{ id: study, kind: study, title: 中心组学习, who: [zhang, wang], reporter: li, schedule: 2026-03-09 15:00, remind: [-30m], ladder: none }',
        '{ id: check, kind: other, title: 会议记录核查, who: [zhang], schedule: 2026-03-09, remind: [0s], ladder: none }',
        '{ id: talk, kind: other, title: 听取汇报, who: [zhang], schedule: 2026-03-11, remind: [0s], ladder: none }',
        '{ id: base, kind: progress, title: 基地进展, who: [zhang], schedule: 每周五, remind: [0s], ladder: none }',
      ],
    }),
    at: '2026-03-06 18:00',
  },
  async (office) => {
    await office.until('2026-03-09 09:00');
    office.hears(
      '03-09 08:30 zhang 张建国同志，本周有3项。 … 今天 … 1　今天内　会议记录核查 … 本周 … 2　周三前　听取汇报 … 3　周五前　基地进展 … 外出请回复“周三到周五出差”',
    );
    const [monday] = office
      .person('zhang')
      .messages()
      .filter((m) => m.from.bot);
    expect(monday!.text.split('\n').length).toBeLessThanOrEqual(12);
    await office.until('2026-03-13 12:00');
    office.hears(
      '03-09 14:30 zhang 中心组学习',
      '03-09 14:30 wang 中心组学习',
      '03-09 15:30 li 中心组学习',
      '03-11 08:30 zhang 请办1项 … 听取汇报 … 今天内',
      '03-13 08:30 zhang 请办1项 … 基地进展',
    );
  },
);

story(
  'what falls due in a holiday is listed in one message on the last working day before it',
  {
    plan: planOf({
      duties: [
        '{ id: a, kind: other, title: 月初报表, who: [sun], schedule: 2026-10-02, remind: [0s], ladder: none }',
        '{ id: b, kind: other, title: 安全检查, who: [sun], schedule: 2026-10-05, remind: [-1d, 0s], ladder: none }',
        '{ id: c, kind: other, title: 节前值班表, who: [sun], schedule: 2026-09-30, remind: [0s], ladder: none }',
        '{ id: d, kind: other, title: 值班巡查, who: [sun], schedule: 2026-10-03, remind: [0s], ladder: none, daysOff: true }',
        '{ id: e, kind: other, title: 电话会商, who: [sun], schedule: "2026-10-04 20:00", remind: [0s], ladder: none }',
      ],
    }),
    at: '2026-09-28 08:00',
  },
  async (office) => {
    await office.until('2026-10-09 12:00');
    office.hears(
      '09-30 09:00 sun 孙伟同志，待办3项 … 今天 … 1　今天内　节前值班表 … 放假期间（10月1日（周四）至10月7日（周三）） … 2　 … 月初报表 … 3　 … 安全检查',
      '10-03 09:00 sun 值班巡查',
      '10-04 20:00 sun 电话会商',
    );
  },
);

const late = (id: string, who: string, day: string) =>
  `{ id: ${id}, kind: other, title: 事项${id}, who: [${who}], schedule: "2026-03-03 ${day}", remind: [-1h], grace: 0s, ladder: [{ after: 0s, tell: [secretary] }] }`;

story(
  'the first alert of a day comes at once, the others are collected at 11:30 and 16:30, else the next morning',
  {
    plan: planOf({
      organization: `${bundle}, budget: 9`,
      duties: [
        late('a', 'sun', '09:10'),
        late('b', 'zhou', '10:00'),
        late('c', 'wang', '11:00'),
        late('d', 'chen', '14:00'),
        late('e', 'zhang', '17:00'),
      ],
    }),
    at: '2026-03-03 07:00',
  },
  async (office) => {
    const alerts = () =>
      office
        .person('li')
        .messages()
        .filter((m) => m.from.bot)
        .map(
          (m) =>
            `${new Date(m.at + 8 * 3_600_000).toISOString().slice(8, 16)} ${(m.text.match(/事项./g) ?? []).join('')}`,
        );
    await office.until('2026-03-04 12:00');
    expect(alerts()).toEqual(['03T09:10 事项a', '03T11:30 事项b事项c', '03T16:30 事项d', '04T08:30 事项e']);
  },
);
