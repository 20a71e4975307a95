import { expect } from 'vitest';
import type { TestOffice } from '../support/office.ts';
import { cast, planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';
import { ahead, week } from '../support/week.ts';

const at = '2026-03-02 08:00'; // a Monday
const facts = async (office: TestOffice, ...ids: string[]) => office.bot().store.ledger.occurrences('minzheng', ids);
const absent = planOf({
  people: cast.map((one) =>
    one.includes('id: li,') ? one.replace('superior: zhang', 'superior: zhang, standIn: chen') : one,
  ),
  duties: [
    '{ id: check, kind: inspection, title: 低保对象入户抽查, who: [zhou], schedule: 2026-03-03, remind: [0s], grace: 0s }',
  ],
});

story(
  'what is asked to move is what the words name, though the bot has not spoken of it',
  { plan: ahead, at },
  async (office) => {
    const zhou = office.person('zhou');
    await office.until('2026-03-03 10:00');
    office.skip();
    zhou.says('低保核查办法推到6月底');
    await office.settle();
    office.hears(
      '03-03 10:00 li 请求把“低保核查办法（修订）”延期到6月30日（周二）',
      '03-03 10:00 zhou 延期到6月30日（周二）的请求已转李秀同志',
    );
    await office.person('li').taps('同意').answered();
    await office.settle();
    office.hears('03-03 10:00 li 已延期', '03-03 10:00 zhou “低保核查办法（修订）”已延期到6月30日（周二）');
    expect((await facts(office, 'rules@2026-05-29/zhou'))[0]?.due).toBe(Date.parse('2026-07-01T00:00:00+08:00'));
  },
);

story('what comes later can be handed on before', { plan: ahead, at }, async (office) => {
  await office.until('2026-03-02 10:00');
  office.person('zhou').says('入户抽查委托孙伟去');
  await office.settle();
  office.hears('03-02 10:00 li 委托孙伟', '03-02 10:00 sun 低保对象入户抽查', '03-02 10:00 zhou 已转孙伟同志办理');
});

story('我和王志强下周出差: only the speaker is recorded, and that is said', { plan: ahead, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  office.skip();
  office.person('zhou').says('我和王志强下周出差');
  await office.settle();
  office.hears(
    '03-03 10:00 li 周洁同志3月9日',
    '03-03 10:00 zhou 已记下：3月9日 … 王志强同志外出没有记，请本人回复，或请办公室登记',
  );
  office.person('li').says('王志强和我明天出差');
  await office.settle();
  office.hears('03-03 10:00 li 已记下：3月4日 … 王志强同志外出没有一并记');
});

story('a request is decided once, and the message that asked shows how', { plan: ahead, at }, async (office) => {
  const [li, zhou] = [office.person('li'), office.person('zhou')];
  await office.until('2026-03-03 10:00');
  zhou.says('入户抽查推到3月10日');
  await office.settle();
  const first = li.messages().at(-1)!;
  zhou.says('入户抽查推到3月12日');
  await office.settle();
  const second = li.messages().at(-1)!;
  office.skip();
  // The first request was replaced by the second.
  await li.taps('同意', { on: first }).answered();
  await office.settle();
  office.hears('03-03 10:00 li 本人又改了日期，没有改动');
  await li.taps('同意', { on: second }).answered();
  await office.settle();
  const card = li.messages().find(({ id }) => id === second.id)!;
  expect(card.text).toContain('已同意');
  expect((card.buttons ?? []).flat()).toEqual([]);
  expect((await facts(office, 'check@2026-03-03/zhou'))[0]?.due).toBe(Date.parse('2026-03-13T00:00:00+08:00'));
});

story('an event moved to where it is already tells nobody', { plan: week, at }, async (office) => {
  await office.until('2026-03-03 08:30');
  office.skip();
  office.person('li').says('中心组学习改到今天下午3点');
  await office.settle();
  office.hears('03-03 08:30 li “中心组学习”已定在今天15:00，没有改动');
});

story('who stands in decides what was asked of the absent secretary', { plan: absent, at }, async (office) => {
  const [li, chen] = [office.person('li'), office.person('chen')];
  await office.until('2026-03-03 10:00');
  office.person('zhou').says('入户抽查推到3月10日');
  await office.settle();
  li.says('我明天到周五出差');
  await office.settle();
  await office.until('2026-03-04 10:00');
  office.skip();
  await chen.taps('同意').answered();
  await office.settle();
  office.hears('03-04 10:00 chen 已延期到3月10日', '03-04 10:00 zhou 已延期到3月10日（周二）');
  expect((await facts(office, 'check@2026-03-03/zhou'))[0]?.due).toBe(Date.parse('2026-03-11T00:00:00+08:00'));
});

story(
  'leave from a meeting that is still ahead is leave from that meeting, not a day away',
  { plan: week, at: '2026-03-01 20:00' },
  async (office) => {
    await office.until('2026-03-01 20:05');
    office.person('zhang').says('周二的党组会我请假，去县里开会');
    await office.settle();
    office.hears(
      '03-01 20:05 zhang 已登记请假：党组例会（3月3日（周二）9:00）',
      '03-01 20:05 li 张建国同志请假：党组例会',
    );
    await office.until('2026-03-03 14:00');
    const found = await facts(
      office,
      'meeting@2026-03-03T0900/zhang',
      'meeting@2026-03-03T0900/wang',
      'study@2026-03-03T1500/zhang',
    );
    expect(found.map((f) => f.settled?.how)).toEqual(['excused', undefined, undefined]);
  },
);

story('小李 is asked about before a duty is put on the one 李 of the roster', { plan: ahead, at }, async (office) => {
  const zhou = office.person('zhou');
  await office.until('2026-03-03 10:00');
  office.skip();
  zhou.says('抽查已安排小李去');
  await office.settle();
  office.hears('03-03 10:00 zhou 小李');
  expect((await facts(office, 'check@2026-03-03/zhou'))[0]?.asked).toBe('zhou');
  await zhou.taps('李秀').answered();
  await office.settle();
  expect((await facts(office, 'check@2026-03-03/zhou'))[0]?.asked).toBe('li');
});
