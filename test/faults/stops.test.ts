import { expect } from 'vitest';
import { partyGroup, planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday

const busy = planOf({
  duties: [
    '{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-04, remind: [0s] }',
    '{ id: progress, kind: progress, title: 盘活进展, who: [sun], schedule: 每周三, remind: [0s], grace: 0s }',
    '{ id: visit, kind: inspection, title: 实地督导, who: [wang], schedule: 2026-03-06, remind: [0s], grace: 0s }',
    '{ id: log, kind: other, title: 值班记录, who: [zhou], schedule: 每天, remind: [0s] }',
  ],
});

story(
  'down for three days: one message each, what fell due is extended two working days, daily ones are a gap',
  { plan: busy, at },
  async (office) => {
    await office.until('2026-03-02 18:00');
    office.hears('03-02 09:00 zhou 值班记录');
    await office.stop();
    office.sleepUntil('2026-03-05 18:10');
    await office.wake();
    await office.settle();
    office.hears(
      '03-05 18:10 sun 待办2项 … 停机 … 您发来的消息没有收到 … 两个工作日内报不算逾期 … 盘活进展 … 整改报告',
      '03-05 18:10 zhou 停机 … 值班记录',
    );
    const { ledger } = office.bot().store;
    const entries = await ledger.entries('minzheng', 0, 1000);
    const outage = entries.find((e) => e.kind === 'outage');
    expect(outage).toBeDefined();
    expect(outage?.kind === 'outage' && outage.messagesLost).toBeDefined();
    const gaps = entries.flatMap((e) => (e.kind === 'gap' ? e.about : []));
    expect(gaps).toEqual(['log@2026-03-02/zhou', 'log@2026-03-03/zhou', 'log@2026-03-04/zhou']);
    const opened = entries.flatMap((e) => (e.kind === 'opened' ? e.about : []));
    expect(opened).toContain('log@2026-03-05/zhou');
    // Due on Wednesday, extended to the end of Monday: nobody is blamed before Tuesday.
    await office.until('2026-03-09 18:00');
    const heard = (id: string) =>
      office
        .person(id)
        .messages()
        .filter((m) => m.from.bot)
        .map((m) => m.text);
    expect(heard('li').filter((text) => text.includes('孙伟'))).toEqual([]);
    expect(heard('wang').filter((text) => text.includes('过问'))).toEqual([]);
    await office.until('2026-03-10 09:01');
    expect(heard('li').some((text) => text.includes('孙伟同志'))).toBe(true);
  },
);

story('down over a weekend: no working time is lost, and nobody hears of it', { plan: busy, at }, async (office) => {
  await office.until('2026-03-06 18:30');
  await office.stop();
  office.skip();
  office.sleepUntil('2026-03-08 20:00');
  await office.wake();
  await office.settle();
  const entries = await office.bot().store.ledger.entries('minzheng', 0, 1000);
  expect(entries.filter((e) => e.kind === 'outage')).toEqual([]);
});

const plain = planOf({
  duties: ['{ id: report, kind: report, title: 整改报告, who: [sun, zhou], schedule: 2026-03-03, remind: [0s] }'],
  groups: [partyGroup('每周三 10:00', 'preview: none')],
});
const ladder = [
  '03-03 09:00 sun 整改报告',
  '03-03 09:00 zhou 整改报告',
  '03-04 09:00 li 逾期2项 … 孙伟同志 … 周洁同志',
  '03-04 09:00 sun 已逾期',
  '03-04 09:00 zhou 已逾期',
  '03-04 10:00 party 应办2项',
  '03-06 09:00 wang 过问 … 孙伟同志',
  '03-06 09:00 chen 过问 … 周洁同志',
] as const;

story('two bots on one Redis: nothing is said twice', { plan: plain, at }, async (office) => {
  const second = await office.second();
  await second.start();
  await office.until('2026-03-03 12:00');
  office.person('sun').says('在办');
  await office.settle();
  await second.close();
  expect(
    office
      .person('sun')
      .messages()
      .filter((m) => m.text.includes('进展已记下')),
  ).toHaveLength(1);
  await office.until('2026-03-06 12:00');
  const ladderWithNote = [...ladder.slice(0, 1), '03-03 12:00 sun 进展已记下', ...ladder.slice(1)];
  ladderWithNote.sort((a, b) => a.slice(0, 11).localeCompare(b.slice(0, 11)));
  office.hears(...ladderWithNote);
});

story(
  'all keys of the queue deleted, running and stopped: nothing is lost and nothing repeated',
  { plan: plain, at },
  async (office) => {
    const forget = async () => {
      const keys = await office.redis.client.keys('{jobs}*');
      expect(keys.length).toBeGreaterThan(0);
      await office.redis.client.del(...keys);
    };
    await office.until('2026-03-03 12:00');
    await forget();
    await office.until('2026-03-04 09:30');
    await office.stop();
    await forget().catch(() => undefined);
    await office.wake();
    await office.until('2026-03-06 12:00');
    office.hears(...ladder);
  },
);

story(
  'stopped and started at every step: nothing is lost and nothing repeated',
  { plan: plain, at },
  async (office) => {
    for (const wall of [
      '2026-03-03 08:59',
      '2026-03-03 09:00',
      '2026-03-04 09:00',
      '2026-03-04 10:00',
      '2026-03-06 08:00',
    ]) {
      await office.until(wall);
      await office.stop();
      await office.wake();
    }
    await office.until('2026-03-06 12:00');
    office.hears(...ladder);
  },
);

story(
  'what people wrote while it was down is handled before anybody is alerted',
  { plan: plain, at },
  async (office) => {
    await office.until('2026-03-03 12:00');
    office.skip();
    await office.stop();
    office.sleepUntil('2026-03-03 17:50');
    office.person('sun').says('完成');
    office.sleepUntil('2026-03-04 08:30');
    await office.wake();
    await office.until('2026-03-04 09:30');
    // A stop of more than an hour of working time is said; what was reported meanwhile counts when it was written.
    const li = office
      .person('li')
      .messages()
      .filter((m) => m.text.includes('孙伟'));
    expect(li).toEqual([]);
    const [facts] = await office.bot().store.ledger.occurrences('minzheng', ['report@2026-03-03/sun']);
    expect(facts?.settled?.at).toBeLessThan(facts!.due);
  },
);

story('an update delivered twice is handled once', { plan: plain, at }, async (office) => {
  await office.until('2026-03-03 12:00');
  office.skip();
  office.person('sun').says('完成');
  await office.settle();
  // The offset was never confirmed: the platform sends everything again.
  await office.redis.client.set(`{bot-${office.telegram.token.split(':')[0]}}:offset`, '0');
  await office.stop();
  await office.wake();
  await office.settle();
  office.hears('03-03 12:00 sun 已登记');
});

story('an update that cannot be handled: one apology, and the chat goes on', { plan: plain, at }, async (office) => {
  await office.until('2026-03-03 12:00');
  office.skip();
  const { links } = office.bot().store;
  const broken = links.recipientsOf;
  let left = 5;
  Object.assign(links, {
    recipientsOf: (chat: number) => (left-- > 0 ? Promise.reject(new Error('broken on purpose')) : broken(chat)),
  });
  office.person('sun').says('完成');
  office.person('sun').says('完成');
  await office.settle();
  const said = office
    .person('sun')
    .messages()
    .filter((m) => m.from.bot)
    .slice(1)
    .map((m) => m.text);
  expect(said.filter((text) => text.includes('没有处理成功，没有登记'))).toHaveLength(1);
  expect(said.filter((text) => text.includes('已登记：'))).toHaveLength(1);
  expect(office.errors.splice(0).filter((e) => e.includes('broken on purpose'))).toHaveLength(5);
});
