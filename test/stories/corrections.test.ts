import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { eraseWhatIsOver } from '../../src/app/retention.ts';
import type { TestOffice } from '../support/office.ts';
import { cast, partyGroup, planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const facts = (office: TestOffice, ...ids: string[]) => office.bot().store.ledger.occurrences('minzheng', ids);

const study = planOf({
  duties: [
    '{ id: study, kind: study, title: 中心组学习, who: ["role:leader"], reporter: li, schedule: "2026-03-03T15:00", remind: [30m] }',
  ],
});

story(
  'a correction changes what it names: figures, who came after all, the topic; the rest of the record stays',
  { plan: study, at },
  async (office) => {
    const li = office.person('li');
    const [chen, wang] = ['study@2026-03-03T1500/chen', 'study@2026-03-03T1500/wang'];
    await office.until('2026-03-03 16:00');
    li.says('学了《求是》第5期，应到3实到2，陈敏出差');
    await office.settle();
    expect(await facts(office, chen, wang)).toMatchObject([
      { settled: { how: 'excused', reason: '出差' } },
      { settled: { how: 'done', attendance: { expected: 3, present: 2 } } },
    ]);
    office.skip();
    // The figure alone excuses nobody and brings nobody.
    li.says('更正，应到4人');
    await office.settle();
    office.hears('03-03 16:00 li 已登记 … 应到4人、实到2人、陈敏缺席（出差）');
    expect(await facts(office, chen)).toMatchObject([{ settled: { how: 'excused' } }]);
    li.says('更正，陈敏也来了');
    await office.settle();
    office.hears('03-03 16:00 li 已登记 … 应到4人、实到3人');
    const [came] = await facts(office, chen);
    expect(came).toMatchObject({ settled: { how: 'done', carriedOut: '2026-03-03', attendance: { present: 3 } } });
    expect(came?.settled?.attendance).not.toHaveProperty('absent');
    li.says('更正，题目是《论党的自我革命》');
    await office.settle();
    office.hears('03-03 16:00 li 已登记 … 主题：《论党的自我革命》');
    const [changed] = await facts(office, wang);
    expect(await office.bot().store.ledger.text('minzheng', changed!.settled!.topic!.id)).toContain('自我革命');
  },
);

const talks = planOf({
  organization: 'undo: 36h',
  people: [...cast, '{ id: liu, name: 周敏, post: 优抚股股长, telegram: 1007, superior: wang }'],
  groups: [partyGroup('每周五 16:00')],
  duties: [
    '{ id: talks, kind: talk, title: 谈心谈话, who: [zhang], with: [wang, chen, zhou, liu], schedule: 2026-03-06, remind: [-3d], early: 7d }',
  ],
});

story(
  'only the pair that was wrong is set free; whoever was not yet told of it never is, whoever was hears of it',
  { plan: talks, at },
  async (office) => {
    const zhang = office.person('zhang');
    await office.until('2026-03-03 10:00');
    office.skip();
    zhang.says('跟王志强、陈敏都谈了，周洁还没谈');
    await office.settle();
    zhang.says('刚才说错了，没跟陈敏谈，是跟周洁谈的');
    await office.settle();
    office.skip();
    const settled = async () =>
      (await facts(office, ...['wang', 'chen', 'zhou'].map((p) => `talks@2026-03-06/zhang+${p}`))).map(
        (f) => f.settled?.how,
      );
    expect(await settled()).toEqual(['done', undefined, 'done']);
    await office.until('2026-03-04 10:01');
    office.hears(
      '03-04 10:00 wang 张建国同志登记 … 与您谈心谈话',
      '03-04 10:00 li 张建国同志更正：“与陈敏谈心谈话”改为“与周洁谈心谈话”',
      '03-04 10:00 zhou 张建国同志登记 … 与您谈心谈话',
    );
    zhang.says('不对，王志强是前天谈的');
    await office.settle();
    office.hears('03-04 10:01 zhang 已登记 … 3月2日（周一）　与王志强谈心谈话');
    await zhang.taps('撤回').answered();
    await office.settle();
    office.hears('03-04 10:01 zhang 已撤回：与王志强谈心谈话');
    expect(await settled()).toEqual([undefined, undefined, 'done']);
  },
);

const monthly = planOf({
  duties: [
    '{ id: visit, kind: inspection, title: 实地督导, who: [sun], schedule: 每月10日, remind: [0s], grace: 0s, early: 7d, ladder: none, from: 2026-02-01 }',
  ],
});

story(
  'overdue, and the next within its days of early credit: the bot asks which, before it has spoken of the next',
  { plan: monthly, at: '2026-02-09 08:00' },
  async (office) => {
    const sun = office.person('sun');
    await office.until('2026-02-20 10:00');
    office.skip();
    sun.says('督导去过了');
    await office.settle();
    // The next one is weeks ahead: nothing to ask.
    office.hears('02-20 10:00 sun 已登记 … 实地督导');
    await sun.taps('撤回').answered();
    await office.until('2026-03-05 10:00');
    office.skip();
    sun.says('今天上午去督导了');
    await office.settle();
    office.hears('03-05 10:00 sun 办完的是哪一项 … 1　实地督导（2月10日 … 2　实地督导（3月10日');
    sun.says('2');
    await office.settle();
    office.hears('03-05 10:00 sun 已登记 … 3月5日（周四）　实地督导');
    expect(await facts(office, 'visit@2026-02-10/sun', 'visit@2026-03-10/sun')).toMatchObject([
      { id: 'visit@2026-02-10/sun' },
      { settled: { how: 'done', carriedOut: '2026-03-05' } },
    ]);
    expect((await facts(office, 'visit@2026-02-10/sun'))[0]).not.toHaveProperty('settled');
  },
);

const keeping = planOf({
  organization: 'retention: { evidence: 30d }',
  groups: [partyGroup('每周五 16:00')],
  duties: [
    '{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-03, remind: [0s] }',
    '{ id: visit, kind: inspection, title: 实地督导, who: [sun], schedule: 2026-03-31, remind: [0s] }',
  ],
});

story(
  'a number of a person in the group: warned of in private, and deleted there at a tap; the office moves for others',
  { plan: keeping, at },
  async (office) => {
    const [sun, li] = [office.person('sun'), office.person('li')];
    const group = office.group('party');
    group.addsBot(li, { as: 'administrator' });
    await office.settle();
    const called = `@${office.telegram.bot.username}`;
    await office.until('2026-03-03 10:00');
    office.skip();
    const said = sun.says(`${called} 整改报告已报，联系人电话13812345678`, { in: group });
    await office.settle();
    office.hears('03-03 10:00 sun 已登记 … 整改报告 … 电话号码');
    const chat = sun.says(`${called} 老王电话13812345679`, { in: group });
    await office.settle();
    office.hears('03-03 10:00 sun 消息里像有电话号码');
    await sun.taps('删除这条消息').answered();
    await office.settle();
    office.hears('03-03 10:00 sun 已删除您的消息');
    expect(group.messages().map((m) => m.id)).toContain(said.id);
    expect(group.messages().map((m) => m.id)).not.toContain(chat.id);
    // Whoever calls the bot is answered, or they would take it for recorded; whoever calls a colleague is not.
    sun.says(`${called} 督导今天去过了`, { in: group });
    await office.settle();
    office.hears('03-03 10:00 sun 没有登记');
    sun.says('@laowang 下午几点开会', { in: group });
    await office.settle();
    office.hears();
    await office.until('2026-03-31 10:00');
    office.skip();
    li.says('孙伟的督导改到下周三');
    await office.settle();
    office.hears('03-31 10:00 li “实地督导”已延期到4月8日', '03-31 10:00 sun “实地督导”已延期到4月8日');
  },
);

const letter = `${keeping}problems:\n  - { id: p7, no: 7, aspect: 学用结合, text: 理论学习不够深入 }\n`;

story('evidence whose time is over is deleted; its hash stays', { plan: letter, at }, async (office) => {
  const sun = office.person('sun');
  await office.until('2026-03-03 10:00');
  sun.sendsPhoto({ caption: '报告已报', content: Buffer.from('old') });
  await office.settle();
  office.skip();
  sun.sendsPhoto({ caption: '问题7佐证材料', content: Buffer.from('again') });
  await office.settle();
  office.hears('03-03 10:00 sun 附件1份已存到问题7');
  const files = async () => (await readdir(join(office.evidenceDir, 'minzheng'))).length;
  expect(await files()).toBe(2);
  await office.until('2026-03-31 10:00');
  sun.sendsPhoto({ caption: '措施1佐证', content: Buffer.from('again') });
  await office.settle();
  await office.until('2026-04-10 10:00');
  await eraseWhatIsOver(office.bot().world, office.bot().offices);
  await eraseWhatIsOver(office.bot().world, office.bot().offices);
  expect(await files()).toBe(1);
  const entries = await office.bot().store.ledger.entries('minzheng', 0, 1000);
  expect(entries.filter((e) => e.kind === 'erased')).toMatchObject([{ why: 'retention', files: [expect.any(String)] }]);
  expect(entries.filter((e) => e.kind === 'evidence')).toMatchObject([{}, { problem: 7 }, { measure: 'm1' }]);
});
