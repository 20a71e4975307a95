import { expect } from 'vitest';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const plan = planOf({
  duties: ['{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-03, remind: [0s] }'],
});

story('the secretary nudges: the person hears who asks, once', { plan, at }, async (office) => {
  await office.until('2026-03-04 10:00');
  office.skip();
  expect((await office.person('li').taps('催办').answered()).text).toBe('已催办');
  await office.settle();
  office.hears('03-04 10:00 li 已催办孙伟同志：整改报告', '03-04 10:00 sun 李秀同志请您办理 … 整改报告');
});

story(
  'what stands under an alert can be typed: by number, as a command, and by nobody else',
  { plan, at },
  async (office) => {
    const [li, sun] = [office.person('li'), office.person('sun')];
    await office.until('2026-03-04 10:00');
    office.skip();
    for (const words of ['1 催办', '/催 1', '催一下']) {
      li.says(words);
      await office.settle();
      office.hears('03-04 10:00 li 已催办孙伟同志：整改报告', '03-04 10:00 sun 李秀同志请您办理 … 整改报告');
    }
    li.says('2 催办');
    await office.settle();
    office.hears('03-04 10:00 li 没有列出事项');
    li.says('/暂缓 1');
    await office.settle();
    office.hears('03-04 10:00 li 暂缓上报 … 原因是');
    sun.says('/催 1');
    await office.settle();
    office.hears('03-04 10:00 sun 没有这个命令');
    li.says('/代录 1');
    await office.settle();
    office.hears('03-04 10:00 li 已登记 … 整改报告');
  },
);

story(
  'the secretary excuses with a reason: closed as leave, the person hears it, nobody above does',
  { plan, at },
  async (office) => {
    const li = office.person('li');
    await office.until('2026-03-04 10:00');
    office.skip();
    await li.taps('请假').answered();
    await office.settle();
    office.hears('03-04 10:00 li 原因是');
    await li.taps('病假').answered();
    await office.settle();
    office.hears('03-04 10:00 li 已登记 … 整改报告 … 病假');
    await office.until('2026-03-31 18:00');
    // Worth a line of the next message, or a message of its own after a day.
    office.hears('03-05 10:00 sun 李秀同志 … 整改报告');
  },
);

story(
  'recorded on behalf: the person hears it, and 不对 takes it back and tells the secretary',
  { plan, at },
  async (office) => {
    const [li, sun] = [office.person('li'), office.person('sun')];
    await office.until('2026-03-04 10:00');
    office.skip();
    await li.taps('代为登记').answered();
    await office.settle();
    office.hears('03-04 10:00 li 已登记 … 整改报告');
    await li.sees((m) => m.text.includes('逾期1项') && m.text.includes('已办'));
    await office.until('2026-03-05 10:05');
    office.hears('03-05 10:00 sun 李秀同志代您登记 … 整改报告');
    await sun.taps('不对').answered();
    await office.settle();
    office.hears('03-05 10:05 li 孙伟同志说 … 不对，已撤回', '03-05 10:05 sun 已撤回代您登记的“整改报告”');
    // Nobody is blamed for what the office got wrong: two working days more, and the ladder from there.
    await office.until('2026-03-12 10:00');
    office.hears(
      '03-09 09:00 sun 整改报告 … 今天内',
      '03-10 09:00 li 逾期1项 … 孙伟同志 … 应于3月9日（周一）前',
      '03-10 09:00 sun 已逾期',
      '03-12 09:00 wang 有1项请您过问 … 孙伟同志',
    );
  },
);

story(
  'the secretary holds the next rung once, for two working days and with a reason',
  { plan, at },
  async (office) => {
    const li = office.person('li');
    await office.until('2026-03-05 10:00');
    office.skip();
    await li.taps('暂缓上报').answered();
    await office.settle();
    await li.taps('正在核实').answered();
    await office.settle();
    office.hears('03-05 10:00 li 暂缓上报，原因是', '03-05 10:00 li 暂缓上报到3月9日（周一）10:00，只能缓一次');
    await li.taps('暂缓上报').answered();
    await office.settle();
    office.hears('03-05 10:00 li 已经暂缓过一次，不能再缓');
    await office.until('2026-03-11 12:00');
    office.hears('03-09 10:00 wang 有1项请您过问', '03-11 09:00 zhang 有1项请您过问');
  },
);

story('the reason for holding may be written instead of tapped', { plan, at }, async (office) => {
  const li = office.person('li');
  await office.until('2026-03-05 10:00');
  office.skip();
  await li.taps('暂缓上报').answered();
  await office.settle();
  li.says('等王局回来再说');
  await office.settle();
  office.hears('03-05 10:00 li 暂缓上报，原因是', '03-05 10:00 li 暂缓上报到3月9日（周一）10:00，只能缓一次');
});

story('a leader who was told asks the office to see to it', { plan, at }, async (office) => {
  await office.until('2026-03-06 10:00');
  office.skip();
  await office.person('wang').taps('请办公室再催').answered();
  await office.settle();
  office.hears('03-06 10:00 wang 已转办公室再催', '03-06 10:00 li 王志强同志请办公室再催孙伟同志：整改报告');
  await office.person('li').taps('催办').answered();
  await office.settle();
  office.hears('03-06 10:00 li 已催办', '03-06 10:00 sun 请您办理');
});

story(
  'another day beyond the deadline: the office agrees, due moves, the ladder counts from there',
  { plan, at },
  async (office) => {
    await office.until('2026-03-03 10:00');
    office.skip();
    office.person('sun').says('推到周五');
    await office.settle();
    office.hears(
      '03-03 10:00 li 孙伟同志请求把“整改报告”延期到3月6日（周五）',
      '03-03 10:00 sun 延期到3月6日（周五）的请求已转李秀同志',
    );
    await office.person('li').taps('同意').answered();
    await office.settle();
    office.hears('03-03 10:00 li 已延期到3月6日（周五）', '03-03 10:00 sun 已延期到3月6日（周五）');
    await office.until('2026-03-09 12:00');
    office.hears(
      '03-06 09:00 sun 整改报告 … 今天内',
      '03-09 09:00 li 逾期1项 … 应于3月6日（周五）前',
      '03-09 09:00 sun 已逾期',
    );
  },
);

story('leave that the office declines: the person hears it, and it stays due', { plan, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  office.skip();
  await office.person('sun').taps('请假').answered();
  await office.settle();
  office.hears('03-03 10:00 li 孙伟同志就“整改报告”请假', '03-03 10:00 sun 请假已转李秀同志');
  await office.person('li').taps('不同意').answered();
  await office.settle();
  office.hears('03-03 10:00 li 已告知本人', '03-03 10:00 sun 没有同意，请按期办理');
  await office.until('2026-03-04 12:00');
  office.hears('03-04 09:00 li 逾期1项', '03-04 09:00 sun 已逾期');
});

const hers = planOf({
  duties: ['{ id: report, kind: report, title: 整改报告, who: [li], schedule: 2026-03-03, remind: [0s] }'],
});

story('the secretary does not clear her own: leave goes to the head', { plan: hers, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  office.skip();
  await office.person('li').taps('请假').answered();
  await office.settle();
  office.hears('03-03 10:00 zhang 李秀同志就“整改报告”请假', '03-03 10:00 li 请假已转张建国同志');
  await office.person('zhang').taps('同意').answered();
  await office.settle();
  office.hears('03-03 10:00 zhang 已准假', '03-03 10:00 li 已准假');
  await office.until('2026-03-31 12:00');
  office.hears();
});

story('what the office may do is not offered to others, and refused if they try', { plan, at }, async (office) => {
  const sun = office.person('sun');
  await office.until('2026-03-04 10:00');
  office.skip();
  sun.says('/workday 2026-03-07');
  await office.settle();
  office.hears('03-04 10:00 sun 只有办公室可以操作');
  // What is overdue everybody may ask for: their own, without the office's buttons.
  sun.says('/overdue');
  await office.settle();
  office.hears('03-04 10:00 sun 孙伟同志，有1项已逾期');
  office.person('li').says('/逾期');
  await office.settle();
  office.hears('03-04 10:00 li 逾期1项，现共1项 … 孙伟同志');
});

story(
  'why somebody asks for more time goes to the office, and into the record with who agreed; so does why a report upwards waits',
  {
    plan: planOf({
      duties: ['{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-03, remind: [0s] }'],
    }),
    at: '2026-03-02 08:00',
  },
  async (office) => {
    const li = office.person('li');
    await office.until('2026-03-03 10:00');
    office.skip();
    office.person('sun').says('延期到3月5日，企业的材料还没到');
    await office.settle();
    office.hears(
      '03-03 10:00 li 孙伟同志请求把“整改报告”延期到3月5日（周四） … 理由：企业的材料还没到',
      '03-03 10:00 sun 延期到3月5日（周四）的请求已转李秀同志',
    );
    await li.taps('同意').answered();
    await office.settle();
    const entries = await office.bot().store.ledger.entries('minzheng', 0, 1000);
    expect(entries.find((e) => e.kind === 'extended')).toMatchObject({ reason: '企业的材料还没到', approver: 'li' });
    await office.until('2026-03-06 10:00');
    office.skip();
    li.says('/overdue');
    await office.settle();
    office.skip();
    li.says('暂缓 1 等省厅批复');
    await office.settle();
    office.hears('03-06 10:00 li “整改报告”暂缓上报');
  },
);

story(
  'whoever asked for time has answered: the alert and those above are told so, until it is declined',
  { plan, at },
  async (office) => {
    const [li, sun] = [office.person('li'), office.person('sun')];
    await office.until('2026-03-03 10:00');
    sun.says('推迟到3月10日');
    await office.settle();
    office.skip();
    await office.until('2026-03-06 10:00');
    office.hears(
      '03-04 09:00 li 逾期1项 … 整改报告 … 已申请延期到3月10日，待批复',
      '03-04 09:00 sun 已逾期',
      '03-06 09:00 wang 有1项请您过问 … 整改报告 … 已申请延期到3月10日，待批复',
    );
    await li.taps('不同意').answered();
    await office.settle();
    office.skip();
    li.says('/overdue');
    await office.settle();
    office.hears('03-06 10:00 li 整改报告 … 未答复');
  },
);
