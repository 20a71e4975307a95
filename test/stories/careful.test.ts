import { expect } from 'vitest';
import type { TestOffice } from '../support/office.ts';
import { cast, partyGroup, planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const facts = async (office: TestOffice, ...ids: string[]) => office.bot().store.ledger.occurrences('minzheng', ids);

const week = planOf({
  people: [...cast, '{ id: qian, name: 钱国良, post: 党小组组长, aliases: [老钱], superior: zhang }'],
  duties: [
    '{ id: meeting, kind: meeting, title: 党组例会, who: ["role:leader"], reporter: li, schedule: "2026-03-03T09:00", remind: [-1d, 30m] }',
    '{ id: study, kind: study, title: 中心组学习, who: ["role:leader"], reporter: li, schedule: "2026-03-03T15:00", remind: [-1d, 30m] }',
    '{ id: talks, kind: talk, title: 谈心谈话, who: [wang], with: [sun], schedule: 2026-03-06, remind: [-4d] }',
    '{ id: veterans, kind: meeting, title: 离退休党小组会, who: [qian], quota: 1 per week }',
    '{ id: report, kind: report, title: 整改月报, who: [li], schedule: 2026-03-06, remind: [-3d] }',
  ],
});

story('开了 closes no talk: what was held that day is recorded already', { plan: week, at }, async (office) => {
  const wang = office.person('wang');
  await office.until('2026-03-03 09:30');
  office.person('li').says('党组例会开了，都到了');
  await office.settle();
  office.skip();
  wang.says('开了');
  await office.settle();
  office.hears('03-03 09:30 wang “党组例会”已由李秀同志登记');
  expect((await facts(office, 'talks@2026-03-06/wang+sun'))[0]?.settled).toBeUndefined();
});

story('of several that cannot be recorded yet each is named', { plan: week, at }, async (office) => {
  await office.until('2026-03-03 08:30');
  office.skip();
  office.person('li').says('党组例会和中心组学习都开了');
  await office.settle();
  office.hears('03-03 08:30 li “党组例会”今天9:00才开始 … “中心组学习”今天15:00才开始');
});

story('a record on behalf says for whom, and is not offered a second time', { plan: week, at }, async (office) => {
  const li = office.person('li');
  await office.until('2026-03-03 08:30');
  office.skip();
  li.says('代老钱报，离退休党小组会昨天开了');
  await office.settle();
  office.hears('03-03 08:30 li 已登记（代钱国良同志）： … 3月2日（周一）　离退休党小组会');
  li.says('老钱那个小组会昨天开了');
  await office.settle();
  office.hears('03-03 08:30 li “离退休党小组会”此前已登记');
  await office.until('2026-03-03 09:40');
  office.skip();
  office.person('zhang').says('代李秀报，月报报了');
  await office.settle();
  office.hears('03-03 09:40 zhang 已登记（代李秀同志）： … 整改月报');
  expect((await facts(office, 'report@2026-03-06/li'))[0]?.settled?.line).toBeUndefined();
});

const ahead = planOf({
  duties: [
    '{ id: check, kind: inspection, title: 低保对象入户抽查, who: [zhou], schedule: 2026-03-03, remind: [0s] }',
    '{ id: rules, kind: deliverable, title: 低保核查办法（修订）, who: [zhou], schedule: 2026-05-29 }',
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

story('the secretary’s own voice is not passed on to herself', { plan: ahead, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  office.skip();
  office.person('li').sendsVoice();
  await office.settle();
  office.hears('03-03 10:00 li 语音没有听懂，没有登记。');
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

const talks = planOf({
  duties: [
    '{ id: talks, kind: talk, title: 谈心谈话, who: [chen], with: [zhou, sun], schedule: 2026-03-06, remind: [-4d] }',
    '{ id: report, kind: report, title: 整改月报, who: [chen], schedule: 2026-03-06, remind: [-4d] }',
    '{ id: visit, kind: inspection, title: 实地督导, who: [chen], schedule: 2026-03-06, remind: [-4d] }',
  ],
});

story('是昨天谈的 is the day of the talk just told, and closes no other', { plan: talks, at }, async (office) => {
  const chen = office.person('chen');
  await office.until('2026-03-03 10:00');
  chen.says('和周洁谈了');
  await office.settle();
  office.skip();
  chen.says('是昨天谈的');
  await office.settle();
  office.hears('03-03 10:00 chen 已登记 … 3月2日（周一）　与周洁谈心谈话');
  const found = await facts(office, 'talks@2026-03-06/chen+zhou', 'talks@2026-03-06/chen+sun');
  expect(found.map((f) => f.settled?.carriedOut)).toEqual(['2026-03-02', undefined]);
});

story(
  '这是月报的照片, after it was filed elsewhere: kept there too, and nothing is done',
  { plan: talks, at },
  async (office) => {
    const chen = office.person('chen');
    await office.until('2026-03-03 10:00');
    chen.says('实地督导去了');
    await office.settle();
    chen.sendsPhoto();
    await office.settle();
    office.skip();
    chen.says('刚才的照片是月报的');
    await office.settle();
    office.hears('03-03 10:00 chen 附件1份也存到“整改月报”');
    const found = await facts(office, 'visit@2026-03-06/chen', 'report@2026-03-06/chen');
    expect(found.map((f) => [f.evidence, f.settled?.how])).toEqual([
      [1, 'done'],
      [1, undefined],
    ]);
  },
);

story(
  'a clue is warned of, and not offered for the record',
  {
    plan: planOf({
      duties: [
        '{ id: centre, kind: progress, title: 幸福之家盘活进展, who: [sun], schedule: 2026-03-03, remind: [0s] }',
      ],
    }),
    at,
  },
  async (office) => {
    await office.until('2026-03-03 10:00');
    office.skip();
    office.person('sun').says('举报线索涉及某养老院院长');
    await office.settle();
    office.hears('03-03 10:00 sun 没有看懂 … 案件或线索');
  },
);

story('an event moved to where it is already tells nobody', { plan: week, at }, async (office) => {
  await office.until('2026-03-03 08:30');
  office.skip();
  office.person('li').says('中心组学习改到今天下午3点');
  await office.settle();
  office.hears('03-03 08:30 li “中心组学习”已定在今天15:00，没有改动');
});

const grouped = planOf({
  groups: [partyGroup('每周一 08:30')],
  duties: ['{ id: centre, kind: progress, title: 幸福之家盘活进展, who: [sun], schedule: 2026-03-03, remind: [0s] }'],
});

story('in a group only what is said to the bot may be progress', { plan: grouped, at }, async (office) => {
  const [sun, party] = [office.person('sun'), office.group('party')];
  await office.until('2026-03-03 10:00');
  party.addsBot(sun, { as: 'administrator' });
  await office.settle();
  office.skip();
  sun.says('老人们反映食堂口味不错', { in: party });
  await office.settle();
  office.hears();
  sun.says('@duban_test_bot 老人们反映食堂口味不错', { in: party });
  await office.settle();
  office.hears('03-03 10:00 sun 这是“幸福之家盘活进展”的进展吗');
});

story(
  '开了 under what is to be passed on is not taken for the other person’s without a yes',
  { plan: week, at },
  async (office) => {
    const li = office.person('li');
    await office.until('2026-03-02 10:00');
    office.skip();
    li.says('开了');
    await office.settle();
    office.hears('03-02 10:00 li “离退休党小组会”由钱国良同志办，要代为登记吗');
    await li.taps('代为登记').answered();
    await office.settle();
    office.hears('03-02 10:00 li 已登记（代钱国良同志） … 离退休党小组会');
  },
);

const absent = planOf({
  people: cast.map((one) =>
    one.includes('id: li,') ? one.replace('superior: zhang', 'superior: zhang, standIn: chen') : one,
  ),
  duties: [
    '{ id: check, kind: inspection, title: 低保对象入户抽查, who: [zhou], schedule: 2026-03-03, remind: [0s], grace: 0s }',
  ],
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

story(
  '和孙伟谈了, before the bot has spoken of that talk',
  {
    plan: planOf({
      organization: 'bundle: "08:30"',
      duties: ['{ id: talks, kind: talk, title: 谈心谈话, who: [wang], with: [sun, zhou], quota: 1 per quarter }'],
    }),
    at: '2026-03-01 20:00',
  },
  async (office) => {
    await office.until('2026-03-01 20:05');
    office.person('wang').says('和孙伟谈了');
    await office.settle();
    office.hears('03-01 20:05 wang 已登记 … 与孙伟谈心谈话');
  },
);

const several = planOf({
  organization: 'bundle: "08:30"',
  duties: [
    '{ id: self, kind: study, title: 个人自学, who: [chen], schedule: 每天 }',
    '{ id: meeting, kind: meeting, title: 党组例会, who: ["role:leader"], reporter: li, schedule: 每周二 09:00, remind: [-1d] }',
    '{ id: talks, kind: talk, title: 谈心谈话, who: [chen], with: [zhou], schedule: 2026-03-13, remind: [-4d] }',
  ],
});

story(
  'a week of study, an event to attend and a talk in one sentence: nothing is passed over in silence',
  { plan: several, at },
  async (office) => {
    const chen = office.person('chen');
    await office.until('2026-03-09 09:00');
    office.skip();
    chen.says('1 5天，2参加，3 谈了');
    await office.settle();
    office.hears('03-09 09:00 chen 已登记 … 个人自学5天 … 已知悉“党组例会” … 与周洁谈心谈话');
  },
);

const denied = planOf({
  duties: [
    '{ id: talks, kind: talk, title: 谈心谈话, who: [wang], with: [sun], schedule: 2026-03-06, remind: [-4d] }',
    '{ id: centre, kind: progress, title: 幸福之家盘活进展, who: [sun], schedule: 2026-03-06, remind: [-4d] }',
  ],
});

story('王局没跟我谈 denies the talk, and is no progress', { plan: denied, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  office.person('wang').says('和孙伟谈了');
  await office.settle();
  office.skip();
  office.person('sun').says('不对，王志强没跟我谈');
  await office.settle();
  office.hears('03-03 10:00 wang 孙伟同志', '03-03 10:00 sun 已撤回，登记的同志会收到提醒');
  const found = await facts(office, 'talks@2026-03-06/wang+sun', 'centre@2026-03-06/sun');
  expect(found.map((f) => f.settled?.how)).toEqual([undefined, undefined]);
});

const told = planOf({
  duties: [
    '{ id: study, kind: study, title: 中心组学习, who: ["role:leader"], reporter: li, schedule: "2026-03-03T09:00", remind: [30m] }',
    '{ id: check, kind: inspection, title: 低保对象入户抽查, who: [zhou], schedule: 2026-03-03, remind: [0s] }',
    '{ id: centre, kind: progress, title: 幸福之家盘活进展, who: [sun], schedule: 2026-03-03, remind: [0s] }',
    '{ id: rule, kind: report, title: 整改月报, who: [li], schedule: 2026-03-06, remind: [-3d] }',
  ],
});

story('what is said after a report adds to it: 主题是……', { plan: told, at }, async (office) => {
  const li = office.person('li');
  await office.until('2026-03-03 10:00');
  li.says('中心组学习开了，都到了');
  await office.settle();
  office.skip();
  li.says('学习主题是二十届四中全会精神');
  await office.settle();
  office.hears('03-03 10:00 li 已登记 … 中心组学习 … 二十届四中全会精神');
});

story('on behalf, one line of progress is the record; a day is no detail', { plan: told, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  office.skip();
  office.person('li').says('代孙伟报，进展：水电已通');
  await office.settle();
  office.hears('03-03 10:00 li 已登记（代孙伟同志） … 进展：水电已通');
  office.person('zhou').says('入户抽查3月3日去的');
  await office.settle();
  office.hears('03-03 10:00 zhou 已登记');
  const [check] = await facts(office, 'check@2026-03-03/zhou');
  expect(check?.settled?.how).toBe('done');
  expect(check?.settled?.line).toBeUndefined();
});

story(
  'an edited line of progress is the new record, and one that reports nothing says that it was taken back',
  { plan: told, at },
  async (office) => {
    const [sun, li] = [office.person('sun'), office.person('li')];
    await office.until('2026-03-03 10:00');
    const line = sun.says('进展：水电已通');
    await office.settle();
    office.skip();
    sun.edits(line, '进展：水电、消防已通');
    await office.settle();
    office.hears('03-03 10:00 sun 已登记 … 进展：水电、消防已通');
    const report = li.says('整改月报报了');
    await office.settle();
    office.skip();
    li.edits(report, '整改月报还没报');
    await office.settle();
    office.hears('03-03 10:00 li 已按改后的话撤回原来的登记 … “整改月报”还没办');
  },
);

story('after the time to take back, a sentence that says why is the reason', { plan: told, at }, async (office) => {
  const li = office.person('li');
  await office.until('2026-03-03 10:00');
  li.says('整改月报报了');
  await office.settle();
  await office.until('2026-03-05 10:00');
  li.says('撤回');
  await office.settle();
  office.skip();
  li.says('记错了，其实没报');
  await office.settle();
  office.hears('03-05 10:00 li 整改月报 … 记错了，其实没报');
  expect((await facts(office, 'rule@2026-03-06/li'))[0]?.settled).toBeUndefined();
});
