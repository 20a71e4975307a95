import { expect } from 'vitest';
import { factsOf, says } from '../support/acts.ts';
import type { TestOffice } from '../support/office.ts';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

// 撤回 and 更正 are about the report that their words name, which need not be the last one.

const plan = planOf({
  duties: [
    '{ id: talks, kind: talk, title: 谈心谈话, who: [chen], with: [sun, zhou, wang], quota: 1 per month }',
    '{ id: general, kind: meeting, title: 支部党员大会, who: [chen], schedule: 2026-03-06, remind: [-4d] }',
    '{ id: report, kind: report, title: 整改月报, who: [chen], schedule: 2026-03-06, remind: [-4d] }',
  ],
});
const at = '2026-03-02 08:00';

/** Who or what stands as done, in the order of the plan. */
async function done(office: TestOffice): Promise<string> {
  const facts = (await factsOf(office)).filter((f) => f.settled?.how === 'done' && f.slot !== '2026-04');
  return facts
    .map((f) => f.counterpart ?? f.duty)
    .sort()
    .join(' ');
}

story('没和某人谈, after other reports: that talk is taken back and no other', { plan, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  await says(office, 'chen', '和孙伟、周洁都谈了');
  await says(office, 'chen', '月报报了');
  expect(await done(office)).toBe('report sun zhou');
  await says(office, 'chen', '刚才那条不对，没和周洁谈');
  expect(await done(office)).toBe('report sun');
});

story('撤回 with the name of a duty takes that report back, not the last', { plan, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  await says(office, 'chen', '党员大会昨天开了');
  await says(office, 'chen', '月报报了');
  await says(office, 'chen', '撤回党员大会的登记');
  expect(await done(office)).toBe('report');
});

story(
  'both were reported, one of them wrongly: the wrong one is freed, the right one stays',
  { plan, at },
  async (o) => {
    await o.until('2026-03-03 10:00');
    await says(o, 'chen', '和周洁谈了');
    await says(o, 'chen', '和孙伟谈了');
    await says(o, 'chen', '不是周洁，是孙伟，周洁还没谈');
    expect(await done(o)).toBe('sun');
  },
);

story('记错了，其实还没谈, with a name: the talk they reported is taken back', { plan, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  await says(office, 'chen', '和周洁谈了');
  await says(office, 'chen', '和孙伟谈了');
  await says(office, 'chen', '跟周洁的谈话我记错了，其实还没谈');
  expect(await done(office)).toBe('sun');
});

story('a day put right goes to the report that the words name', { plan, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  await says(office, 'chen', '党员大会开了');
  await says(office, 'chen', '月报报了');
  await says(office, 'chen', '更正，党员大会是昨天开的');
  const facts = await factsOf(office);
  expect(facts.find((f) => f.duty === 'general')?.settled?.carriedOut).toBe('2026-03-02');
  expect(facts.find((f) => f.duty === 'report')?.settled?.carriedOut).not.toBe('2026-03-02');
});

story('whoever owes it puts right the day that the office recorded for them', { plan, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  await says(office, 'li', '代陈敏报：和孙伟谈了');
  expect(await done(office)).toBe('sun');
  await says(office, 'chen', '和孙伟的谈话是3月1日谈的，秘书登错日子了');
  const talk = (await factsOf(office)).find((f) => f.counterpart === 'sun' && f.settled);
  expect(talk?.settled?.carriedOut).toBe('2026-03-01');
});

story('another person is put in after the undo window only with a reason', { plan, at }, async (office) => {
  await office.until('2026-03-02 12:00');
  await says(office, 'chen', '和周洁谈了');
  await office.until('2026-03-04 10:00');
  office.skip();
  await says(office, 'chen', '更正，不是和周洁谈的，是和孙伟谈的');
  office.hears('03-04 10:00 chen 已过撤回时限，仍可更正');
  expect(await done(office)).toBe('zhou');
  await says(office, 'chen', '1');
  expect(await done(office)).toBe('sun');
});
