import { expect } from 'vitest';
import { factsOf, says } from '../support/acts.ts';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const weekly = planOf({
  organization: 'bundle: "08:30"',
  duties: ['{ id: report, kind: report, title: 整改周报, who: [sun], schedule: 每周三, remind: [0s], ladder: none }'],
});
const done = async (office: Parameters<typeof factsOf>[0]) =>
  (await factsOf(office)).filter((f) => f.settled?.how === 'done').map((f) => f.slot);

story(
  '已报 after this week’s reminder means this week, and says that the other is still open',
  { plan: weekly, at },
  async (office) => {
    await office.until('2026-03-11 09:00');
    office.skip();
    await says(office, 'sun', '已报');
    office.hears('03-11 09:00 sun 已登记 … 整改周报 … 另一期（应于3月4日（周三）前，逾期5个工作日）仍未登记');
    expect(await done(office)).toEqual(['2026-03-11']);
    // Then only one is left, and nothing needs asking.
    await says(office, 'sun', '上周的也报了');
    office.hears('03-11 09:00 sun 已登记 … 整改周报 … 逾期5个工作日办结');
    expect(await done(office)).toEqual(['2026-03-04', '2026-03-11']);
  },
);

const chased = weekly.replace(', ladder: none', ', grace: 0s');
story('已报 in reply to the overdue message means that one', { plan: chased, at }, async (office) => {
  const sun = office.person('sun');
  await office.until('2026-03-11 09:00');
  const overdue = sun.messages().find(({ text }) => text.includes('已逾期'))!;
  office.skip();
  sun.says('已报', { replyTo: overdue });
  await office.settle();
  office.hears('03-11 09:00 sun 已登记 … 整改周报 … 逾期5个工作日办结');
  expect(await done(office)).toEqual(['2026-03-04']);
});

story('a day later both weeks are as likely, and it is asked', { plan: weekly, at }, async (office) => {
  await office.until('2026-03-12 09:00');
  office.skip();
  await says(office, 'sun', '已报');
  office.hears('03-12 09:00 sun 哪一项 … 整改周报 … 整改周报');
});

const meetings = planOf({
  duties: [
    '{ id: branch, kind: meeting, title: 支部党员大会, who: [li], quota: 1 per quarter, remind: [0s] }',
    '{ id: party, kind: meeting, title: 党组例会, who: ["role:leader"], reporter: li, schedule: "2026-03-03T09:00", remind: [30m] }',
    '{ id: morning, kind: meeting, title: 机关晨会, who: ["role:leader"], reporter: li, schedule: "2026-03-05T09:00", remind: [30m] }',
    '{ id: noon, kind: meeting, title: 保密例会, who: ["role:leader"], reporter: li, schedule: "2026-03-05T10:00", remind: [30m] }',
  ],
});

story(
  '开了, right after the bot asked whether one meeting was held, is that meeting',
  { plan: meetings, at },
  async (office) => {
    await office.until('2026-03-03 09:40');
    office.skip();
    await says(office, 'li', '开了');
    office.hears('03-03 09:40 li 已登记 … 党组例会');
  },
);

story('of two meetings of that morning it is asked which', { plan: meetings, at }, async (office) => {
  await office.until('2026-03-03 09:40');
  await says(office, 'li', '开了');
  await office.until('2026-03-05 10:35');
  office.skip();
  await says(office, 'li', '开了');
  office.hears('03-05 10:35 li 哪一项 … 机关晨会 … 保密例会');
});
