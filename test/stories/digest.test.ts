import { expect } from 'vitest';
import { partyGroup, planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const duties = [
  '{ id: a, kind: report, title: 甲报告, who: [sun], schedule: 每周二, remind: [0s] }',
  '{ id: b, kind: report, title: 乙报告, who: [zhou], schedule: 每周二, remind: [0s] }',
  '{ id: c, kind: report, title: 丙报告, who: [wang], schedule: 每周二, remind: [0s] }',
  '{ id: d, kind: report, title: 丁报告, who: [sun], schedule: 每周五, remind: [0s] }',
];
const nameless = planOf({ duties, groups: [partyGroup('每周六 10:00', 'names: false')] });
const named = planOf({ duties, groups: [partyGroup('每周六 10:00', 'names: true')] });

async function week(office: Parameters<Parameters<typeof story>[2]>[0]): Promise<string> {
  await office.until('2026-03-03 10:00');
  office.person('sun').says('已报');
  await office.settle();
  await office.until('2026-03-05 10:00');
  office.person('zhou').says('已报');
  await office.settle();
  await office.until('2026-03-09 10:05');
  const all = office
    .group('party')
    .messages()
    .filter((m) => m.from.bot);
  expect(all).toHaveLength(1);
  return all[0]!.text;
}

story(
  'the digest: counts that add up, no names, on the next working day if its day is a day off',
  { plan: nameless, at },
  async (office) => {
    const text = await week(office);
    expect(text).toContain('应办4项');
    const parts = /其中(.*)。/.exec(text)?.[1] ?? '';
    const numbers = [...parts.matchAll(/(\d+)/g)].map((m) => Number(m[1]));
    expect(numbers.reduce((a, b) => a + b, 0)).toBe(4);
    expect(text).toContain('按时1');
    expect(text).toContain('逾期办结1');
    for (const name of ['孙伟', '周洁', '王志强', '张建国']) expect(text).not.toContain(name);
  },
);

story('names only where the plan switches them on', { plan: named, at }, async (office) => {
  const text = await week(office);
  expect(text).toContain('王志强');
});

const weekly = planOf({ duties, groups: [partyGroup('每周三 10:00')] });

story('after a stop the digest comes late, once, for its own instant', { plan: weekly, at }, async (office) => {
  await office.until('2026-03-04 09:00');
  await office.stop();
  office.sleepUntil('2026-03-04 15:00');
  await office.wake();
  await office.until('2026-03-04 15:01');
  await office.until('2026-03-05 09:30');
  const posted = () =>
    office
      .group('party')
      .messages()
      .filter((m) => m.from.bot);
  expect(posted()).toHaveLength(1);
  expect(posted()[0]!.text).toContain('应办3项');
  await office.stop();
  await office.wake();
  await office.until('2026-03-05 12:00');
  expect(posted()).toHaveLength(1);
  await office.until('2026-03-11 10:05');
  expect(posted()).toHaveLength(2);
  expect(posted()[1]!.text).toContain('应办');
});

story(
  'what the bot did itself, and that the holiday table ends, stands in the preview; the group hears only of failures',
  {
    plan: planOf({
      duties: [
        '{ id: a, kind: report, title: 甲报告, who: [sun], schedule: 每周二, remind: [0s] }',
        '{ id: b, kind: report, title: 乙报告, who: [zhou], schedule: 每周三, remind: [0s] }',
      ],
      groups: [partyGroup('每周一 08:30')],
    }),
    at: '2026-12-14 09:00',
  },
  async (office) => {
    const heard = (who: string) =>
      office
        .person(who)
        .messages()
        .filter((m) => m.text.includes('周报预览'))
        .at(-1)!.text;
    const posted = () =>
      office
        .group('party')
        .messages()
        .filter((m) => m.from.bot)
        .at(-1)!.text;
    await office.until('2026-12-21 08:31');
    expect(heard('li')).toMatch(/系统本期应发消息\d+条，已发\d+条，失败0条/);
    expect(heard('li')).not.toContain('2027年放假安排');
    expect(posted()).not.toMatch(/未送达|系统/);

    office.person('zhou').deactivates();
    await office.until('2026-12-28 08:31');
    // Looking ahead to 4 January the dates are no longer certain.
    expect(heard('li')).toContain('2027年放假安排尚未公布，日期为暂定');
    expect(heard('li')).toMatch(/失败[1-9]条/);
    expect(posted()).toMatch(/本期有[1-9]条提醒未送达，办公室正在核实/);
    expect(posted()).not.toContain('放假安排');
  },
);
