import { expect } from 'vitest';
import { cast, planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const paper = [...cast, '{ id: qian, name: 钱国良, superior: sun }'];
const plan = planOf({
  people: paper,
  duties: ['{ id: report, kind: report, title: 离退休组报告, who: [qian], schedule: 2026-03-03, remind: [0s] }'],
});

story('a person without a chat: the secretary passes it on and records it for them', { plan, at }, async (office) => {
  const li = office.person('li');
  await office.until('2026-03-03 10:00');
  office.hears('03-03 09:00 li 请转告 … 钱国良：离退休组报告，今天内');
  await li.taps('1').answered();
  await office.settle();
  office.hears('03-03 10:00 li 钱国良同志　离退休组报告');
  await li.taps('代为登记').answered();
  await office.settle();
  office.hears('03-03 10:00 li 已登记 … 离退休组报告');
  await office.until('2026-03-31 18:00');
  office.hears();
});

story('passed on and not answered: the secretary hears it, and it climbs no higher', { plan, at }, async (office) => {
  await office.until('2026-03-31 18:00');
  office.hears('03-03 09:00 li 请转告 … 钱国良', '03-04 09:00 li 逾期1项 … 钱国良同志 … 已请您转告');
});

story(
  'one message to pass on a day: what comes later waits for the next working morning',
  {
    plan: planOf({
      people: paper,
      duties: [
        '{ id: one, kind: report, title: 甲报告, who: [qian], schedule: 每周一 12:00, remind: [-2h] }',
        '{ id: two, kind: report, title: 乙报告, who: [qian], schedule: 2026-03-31, remind: [-29d] , x-note: said on Monday at 09:00 }',
        '{ id: three, kind: report, title: 丙报告, who: [qian], schedule: 2026-04-20 15:00, remind: [-49d] }',
      ],
    }),
    at,
  },
  async (office) => {
    await office.until('2026-03-03 10:00');
    office.hears(
      '03-02 09:00 li 请转告 … 乙报告',
      // Due before the next morning: it does not wait.
      '03-02 10:00 li 请转告 … 甲报告',
      '03-02 12:00 li 逾期1项 … 钱国良同志　甲报告',
      '03-03 09:00 li 请转告 … 丙报告',
    );
  },
);

const sunOwes = planOf({
  duties: ['{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-04, remind: [-2d, 0s] }'],
});

story(
  'whoever blocked the bot: the secretary passes it on, and it climbs no higher than her',
  { plan: sunOwes, at },
  async (office) => {
    office.person('sun').blocks();
    await office.settle();
    await office.until('2026-03-12 18:00');
    office.hears(
      '03-02 09:00 li 请转告 … 孙伟',
      '03-04 09:00 li 请转告 … 孙伟',
      '03-05 09:00 li 逾期1项 … 孙伟同志 … 已请您转告',
    );
  },
);

story('unblocked, they are told themselves again, and it climbs as usual', { plan: sunOwes, at }, async (office) => {
  const sun = office.person('sun');
  sun.blocks();
  await office.settle();
  await office.until('2026-03-02 10:00');
  sun.unblocks();
  await office.settle();
  await office.until('2026-03-09 18:00');
  office.hears(
    '03-02 09:00 li 请转告 … 孙伟',
    '03-04 09:00 sun 整改报告 … 今天内',
    '03-05 09:00 li 逾期1项 … 孙伟同志',
    '03-05 09:00 sun 已逾期 … 将报王志强同志',
    '03-09 09:00 wang 有1项请您过问 … 孙伟同志',
  );
});

story(
  'an account that is gone: the refused message is what tells it, and it is passed on',
  { plan: sunOwes, at },
  async (office) => {
    await office.until('2026-03-02 08:30');
    // The account is gone: no update comes, only a refusal.
    office.person('sun').deactivates();
    await office.until('2026-03-02 18:00');
    office.hears('03-02 09:00 li 请转告 … 孙伟：整改报告');
    const entries = await office.bot().store.ledger.entries('minzheng', 0, 100);
    expect(entries.filter((e) => e.kind === 'unlinked')).toHaveLength(1);
  },
);

const nobody = planOf({
  people: cast.map((one) => one.replace(/, telegram: 1004/, '').replace(/, telegram: 1005/, '')),
  duties: ['{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-03, remind: [0s] }'],
});

story(
  'never told, and nobody to pass it on: it climbs no higher than the secretary',
  { plan: nobody, at },
  async (office) => {
    await office.until('2026-03-31 18:00');
    office.hears();
    const open = await office.bot().store.ledger.open('minzheng');
    expect(open).toHaveLength(1);
  },
);
