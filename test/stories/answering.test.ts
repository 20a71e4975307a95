import { expect } from 'vitest';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday

const one = planOf({
  duties: ['{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-03, remind: [-1d, 0s] }'],
});
const two = planOf({
  duties: [
    '{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-03, remind: [0s] }',
    '{ id: visit, kind: inspection, title: 实地督导, who: [sun], schedule: 2026-03-03, remind: [0s], grace: 0s }',
  ],
});

story(
  'answered by a tap: an echo with date and way back; the reminder says so; nobody hears more',
  { plan: one, at },
  async (office) => {
    const sun = office.person('sun');
    await office.until('2026-03-03 10:00');
    office.hears('03-02 09:00 sun 整改报告', '03-03 09:00 sun 整改报告 … 今天内');
    const toast = await sun.taps('已报').answered();
    expect(toast.text).toBe('已登记');
    await office.settle();
    office.hears('03-03 10:00 sun 已登记 … 3月3日（周二）　整改报告');
    const reminder = await sun.sees('已办（3月3日（周二））');
    expect(reminder.edited).toBe(true);
    expect(reminder.buttons).toEqual([]);
    await office.until('2026-03-31 18:00');
    office.hears();
  },
);

story('answered in a reply to the reminder, in words', { plan: two, at }, async (office) => {
  const sun = office.person('sun');
  await office.until('2026-03-03 10:00');
  office.hears('03-03 09:00 sun 待办2项 … 整改报告 … 实地督导');
  sun.says('督导昨天去了', { replyTo: await sun.sees('待办2项') });
  await office.settle();
  office.hears('03-03 10:00 sun 已登记 … 3月2日（周一）　实地督导');
  await sun.sees('实地督导　已办（3月2日（周一））');
  await office.until('2026-03-04 12:00');
  office.hears('03-04 09:00 li 逾期1项，现共1项 … 整改报告', '03-04 09:00 sun 整改报告');
});

story('answered without replying, when only one thing is open', { plan: one, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  office.skip();
  office.person('sun').says('完成');
  await office.settle();
  office.hears('03-03 10:00 sun 已登记 … 整改报告');
});

story(
  '收到 is not a completion: it says so and when it comes back, and the ladder goes on',
  { plan: one, at },
  async (office) => {
    await office.until('2026-03-02 10:00');
    office.skip();
    office.person('sun').says('收到');
    await office.settle();
    office.hears('03-02 10:00 sun 已知悉“整改报告”，尚未登记办结 … 明天9:00再提醒您一次');
    await office.until('2026-03-04 12:00');
    office.hears('03-03 09:00 sun 整改报告', '03-04 09:00 li 孙伟同志　整改报告', '03-04 09:00 sun 已逾期');
  },
);

story('after a list a bare number opens that item and records nothing', { plan: two, at }, async (office) => {
  const sun = office.person('sun');
  await office.until('2026-03-03 10:00');
  office.skip();
  sun.says('2');
  await office.settle();
  office.hears('03-03 10:00 sun 请办1项 … 实地督导');
  expect(await office.bot().store.ledger.open('minzheng')).toHaveLength(2);
  await sun.taps('已去').answered();
  await office.settle();
  office.hears('03-03 10:00 sun 已登记 … 实地督导');
  await sun.sees((m) => m.text.includes('待办2项') && m.text.includes('实地督导　已办'));
  // Neither the opened item nor the echo takes the numbers of the list away.
  sun.says('1 已办');
  await office.settle();
  office.hears('03-03 10:00 sun 已登记 … 整改报告');
});

story('what may mean two things is asked back with numbers, never guessed', { plan: two, at }, async (office) => {
  const sun = office.person('sun');
  await office.until('2026-03-03 10:00');
  office.skip();
  sun.says('完成');
  await office.settle();
  office.hears('03-03 10:00 sun 办完的是哪一项 … 1　 … 2　');
  expect(await office.bot().store.ledger.open('minzheng')).toHaveLength(2);
  await sun.taps('1').answered();
  await office.settle();
  office.hears('03-03 10:00 sun 已登记');
  expect(await office.bot().store.ledger.open('minzheng')).toHaveLength(1);
});

story(
  'what is not understood is answered with what is open, and nothing is recorded',
  { plan: two, at },
  async (office) => {
    await office.until('2026-03-03 10:00');
    office.skip();
    office.person('sun').says('今天食堂吃什么');
    await office.settle();
    office.hears('03-03 10:00 sun  … 1　 … 2　');
    expect(await office.bot().store.ledger.open('minzheng')).toHaveLength(2);
  },
);

story('answered late: done late by so many working days, and the ladder ends', { plan: one, at }, async (office) => {
  await office.until('2026-03-05 10:00');
  office.skip();
  office.person('sun').says('已报');
  await office.settle();
  office.hears('03-05 10:00 sun 已登记 … 整改报告 … 逾期2个工作日办结');
  await office.until('2026-03-31 18:00');
  office.hears();
});

story(
  '撤回 within the window opens it again; the message shows it; after the window it is refused',
  { plan: one, at },
  async (office) => {
    const sun = office.person('sun');
    await office.until('2026-03-03 10:00');
    sun.says('完成');
    await office.settle();
    office.skip();
    sun.says('撤回');
    await office.settle();
    office.hears('03-03 10:00 sun 已撤回：整改报告，仍应于今天内办理');
    const reminder = await sun.sees((m) => m.text.includes('请办1项') && m.text.includes('今天内'));
    expect(reminder.text).not.toContain('已办');
    expect(reminder.buttons.flat().map((b) => b.text)).toContain('已报');
    sun.says('完成');
    await office.settle();
    await office.until('2026-03-04 11:00');
    office.skip();
    sun.says('撤回');
    await office.settle();
    office.hears('03-04 11:00 sun 已过撤回时限');
    await sun.taps('撤回').answered();
    await office.settle();
    office.hears('03-04 11:00 sun 已过撤回时限');
    await office.until('2026-03-31 18:00');
    office.hears();
  },
);

story('taken back after it was due, the ladder starts where it stands', { plan: one, at }, async (office) => {
  const sun = office.person('sun');
  await office.until('2026-03-03 20:00');
  sun.says('完成');
  await office.settle();
  await office.until('2026-03-04 12:00');
  office.skip();
  sun.says('撤回');
  await office.settle();
  await office.until('2026-03-04 12:01');
  office.hears('03-04 12:00 li 逾期1项 … 孙伟同志', '03-04 12:00 sun 已撤回', '03-04 12:00 sun 已逾期');
});
