import { expect } from 'vitest';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const plan = planOf({
  duties: [
    '{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-03, remind: [0s] }',
    '{ id: visit, kind: inspection, title: 实地督导, who: [zhou], schedule: 2026-03-03, remind: [0s], grace: 0s }',
  ],
});

story('forged, foreign and old button data are refused, and nothing is recorded', { plan, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  const [sun, zhou] = [office.person('sun'), office.person('zhou')];
  const his = await sun.sees('整改报告');
  const hers = await zhou.sees('实地督导');
  const done = hers.buttons.flat().find((b) => b.text === '已去')!.callback_data!;
  const own = his.buttons.flat().find((b) => b.text === '已报')!.callback_data!;
  office.skip();
  // Her button in his chat, a guess, nonsense, a place behind the last button.
  for (const data of [done, `${'A'.repeat(11)}0`, 'done:report@2026-03-03/sun', `${own.slice(0, 11)}z`, 'x'])
    await office.forges('sun', his.id, data);
  office.hears();
  expect(await office.bot().store.ledger.open('minzheng')).toHaveLength(2);
  expect(office.warnings.filter((w) => w === 'a button was refused')).toHaveLength(5);
  // His own does what it says, and says so again if it is tapped once more on an old message.
  await office.forges('sun', his.id, own);
  office.hears('03-03 10:00 sun 已登记');
  await office.forges('sun', his.id, own);
  expect(await office.bot().store.ledger.open('minzheng')).toHaveLength(1);
  const entries = await office.bot().store.ledger.entries('minzheng', 0, 1000);
  expect(entries.filter((e) => e.kind === 'checked-in')).toHaveLength(1);
});

story('what was deleted or sent to somebody else cannot be answered by a third', { plan, at }, async (office) => {
  await office.until('2026-03-04 10:00');
  const alert = await office.person('li').sees('孙伟同志');
  const record = alert.buttons.flat().find((b) => b.text === '代为登记' || b.text === '1')!.callback_data!;
  office.skip();
  await office.forges('zhou', alert.id, record);
  office.hears();
  expect(await office.bot().store.ledger.open('minzheng')).toHaveLength(2);
});

const two = (id: string, chat: number, duty: string) =>
  planOf({
    id,
    people: [
      '{ id: zhang, name: 张建国, roles: [leader], telegram: 1001, superior: null }',
      `{ id: li-${id}, name: 秘书${id}, roles: [secretary], telegram: ${chat}, superior: zhang }`,
    ],
    duties: [`{ id: ${duty}, kind: report, title: ${duty}报告, who: [zhang], schedule: 2026-03-03, remind: [0s] }`],
  });
const both = [
  { path: 'a.yaml', text: two('a', 1002, 'first') },
  { path: 'b.yaml', text: two('b', 1003, 'second') },
];

story(
  'two organizations share a person: the message replied to decides, and neither sees the other',
  { plan: both, at },
  async (office) => {
    const zhang = office.person('zhang');
    await office.until('2026-03-03 10:00');
    zhang.says('已报', { replyTo: await zhang.sees('second报告') });
    await office.settle();
    const { ledger } = office.bot().store;
    expect((await ledger.open('a')).map((f) => f.duty)).toEqual(['first']);
    expect(await ledger.open('b')).toEqual([]);
    // What is left is the other's: without a reply it is meant.
    zhang.says('已报');
    await office.settle();
    expect(await ledger.open('a')).toEqual([]);
    expect(JSON.stringify(await ledger.entries('a', 0, 1000))).not.toContain('second');
    expect(JSON.stringify(await ledger.entries('b', 0, 1000))).not.toContain('first');
  },
);
