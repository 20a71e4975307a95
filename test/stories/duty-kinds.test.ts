import { expect } from 'vitest';
import { factsOf, says, taps } from '../support/acts.ts';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday

const minutes = planOf({
  duties: [
    '{ id: check, kind: minutes-check, title: 会议记录核查, who: [zhou], schedule: { after: 党组会, within: 3wd }, checklist: [逐人表态, 末位表态] }',
  ],
});

story(
  'minutes are checked item by item; a no becomes a correction of the secretary',
  { plan: minutes, at },
  async (office) => {
    await says(office, 'li', '/meeting 党组会 已开');
    await office.until('2026-03-02 08:01');
    office.skip();
    await taps(office, 'zhou', '已查');
    office.hears('03-02 08:01 zhou 会议记录核查 … 1/2 … 逐人表态');
    await taps(office, 'zhou', '有，合格');
    office.hears('03-02 08:01 zhou 2/2 … 末位表态');
    expect((await factsOf(office)).map((f) => f.settled?.how)).toEqual([undefined]);
    await taps(office, 'zhou', '没有');
    await office.until('2026-03-02 08:02');
    office.hears(
      '03-02 08:01 li 会议记录核查补正：末位表态 … 周四前',
      '03-02 08:01 zhou 已登记 … 会议记录核查 … 有1项不合格，已交李秀补正',
    );
    await says(office, 'li', '完成了');
    office.hears('03-02 08:02 li 已登记 … 补正：末位表态');
    const all = await factsOf(office);
    const [check, fix] = [all.find((f) => !f.follows), all.find((f) => f.follows)];
    expect(check).toMatchObject({ checks: [{ answer: 'yes' }, { answer: 'no' }], settled: { how: 'done' } });
    expect(fix).toMatchObject({ person: 'li', follows: check!.id, settled: { how: 'done' } });
  },
);

const papers = planOf({
  duties: [
    '{ id: rules, kind: deliverable, title: 核查办法, who: [zhou, sun], schedule: 2026-03-06, remind: [-4d], evidence: required, accept: chen }',
  ],
});

story(
  'each unit confirms its part with proof; only then the named person accepts, or hands back',
  { plan: papers, at },
  async (office) => {
    await office.until('2026-03-02 10:00');
    office.skip();
    await says(office, 'zhou', '已办完');
    office.hears('03-02 10:00 zhou “核查办法”须有佐证');
    await says(office, 'zhou', '材料在救助股3号柜');
    office.hears('03-02 10:00 zhou 已登记 … 还有1家没有报：孙伟');
    await says(office, 'sun', '办完了，存养老股2号柜');
    office.hears('03-02 10:00 chen 孙伟同志报来“核查办法”共2份，请您验收', '03-02 10:00 sun 已登记 … 待陈敏同志验收');
    await taps(office, 'chen', '退回');
    await taps(office, 'chen', '佐证不足');
    office.hears(
      '03-02 10:00 chen 退回“核查办法”的原因是',
      '03-02 10:00 chen 已退回',
      '03-02 10:00 sun 陈敏同志退回了“核查办法”：佐证不足',
      '03-02 10:00 zhou 陈敏同志退回了“核查办法”：佐证不足',
    );
    await says(office, 'zhou', '已办完');
    await says(office, 'sun', '已办完');
    await taps(office, 'chen', '验收通过');
    office.hears(
      '03-02 10:00 chen 请您验收',
      '03-02 10:00 chen 已记下：“核查办法”验收通过',
      '03-02 10:00 sun 已登记',
      '03-02 10:00 sun 陈敏同志验收通过',
      '03-02 10:00 zhou 已登记',
      '03-02 10:00 zhou 陈敏同志验收通过',
    );
    expect((await factsOf(office)).every((f) => f.accepted?.by === 'chen')).toBe(true);
  },
);

const visits = planOf({
  duties: [
    '{ id: visit, kind: inspection, title: 实地督导, who: [wang], schedule: 每周三, remind: [0s], checklist: [城东, 城西], stalledAfter: 2 }',
  ],
});

story(
  'each site has its own trend; one that did not move for two visits is told to the lead, whatever the others do',
  { plan: visits, at },
  async (office) => {
    for (const [day, second, stalled] of [
      ['2026-03-04', '变差', []],
      ['2026-03-11', '变差', ['城东连续2次没有起色', '城西连续2次没有起色']],
      ['2026-03-18', '变差', []],
      ['2026-03-25', '好转', ['城东连续4次没有起色']],
    ] as const) {
      await office.until(`${day} 10:00`);
      await says(office, 'wang', '已去');
      await taps(office, 'wang', '持平');
      office.skip();
      await taps(office, 'wang', second);
      const when = `${day.slice(5)} 10:00`;
      const told = [`${when} zhang 措施1“措施m1”有停滞 … ${stalled.join(' … ')} … /measure 1`];
      office.hears(...(stalled.length > 0 ? told : []), `${when} wang 已记下实地督导：城东持平、城西${second}`);
    }
  },
);

const study = planOf({
  duties: [
    '{ id: study, kind: study, title: 中心组学习, who: [role:leader], reporter: li, schedule: 每周二 15:00, remind: [-1d], grace: 1wd, makeUp: 3wd, amount: 12d per year, until: 2026-03-03 }',
  ],
});

story(
  'leave from a study opens a make-up with its own limit, and days are summed up',
  { plan: study, at },
  async (office) => {
    await office.until('2026-03-03 14:45');
    office.skip();
    await taps(office, 'chen', '请假');
    office.skip();
    await office.until('2026-03-03 16:00');
    office.skip();
    await says(office, 'li', '开了，应到3人实到2人');
    office.hears('03-03 16:00 li 已登记 … 应到3 … 2026累计1天，应学12天');
    await office.until('2026-03-04 10:00');
    office.hears('03-04 09:00 chen 中心组学习（补学） … 周五前');
    await says(office, 'chen', '补学了');
    office.hears('03-04 10:00 chen 已登记 … 中心组学习（补学）');
    expect((await factsOf(office)).filter((f) => f.follows).map((f) => f.settled?.how)).toEqual(['done']);
  },
);

const talks = planOf({
  duties: [
    '{ id: talks, kind: talk, title: 谈心谈话, who: [zhang, wang], with: [zhang, wang, chen], quota: 1 per quarter, from: 2026-01-01 }',
  ],
});

story(
  'one talk counts for both who owe it, the other side may say 不是我, and /talks shows the holes',
  { plan: talks, at },
  async (office) => {
    const { zhang, wang } = { zhang: 'zhang', wang: 'wang' };
    await office.until('2026-03-02 10:00');
    office.skip();
    await says(office, zhang, '今天和王志强、陈敏谈了');
    office.hears('03-02 10:00 zhang 已登记');
    await says(office, wang, '/talks');
    office.hears('03-02 10:00 wang 应谈4对，还差1对 … 张建国 … 已谈2/2 … 王志强 … 已谈1/2，未谈：陈敏');
    await office.until('2026-03-03 10:10');
    office.hears('03-03 10:00 wang 张建国同志登记 … 与您谈心谈话', '03-03 10:00 chen 张建国同志登记');
    await taps(office, wang, '不是我');
    office.hears('03-03 10:10 zhang 王志强同志说谈心谈话不是与本人谈的', '03-03 10:10 wang 已撤回');
    await says(office, zhang, '/谈话');
    office.hears('03-03 10:10 zhang 应谈4对，还差3对 … 已谈1/2，未谈：王志强');
  },
);

const must = planOf({
  duties: [
    '{ id: must, kind: talk, title: 谈心谈话, who: [zhang], with: [role:leader, sun, zhou], schedule: { after: 岗位变动, within: 5wd } }',
    '{ id: committee, kind: meeting, title: 支委会, who: [sun], schedule: 每周一, remind: [0s] }',
  ],
});

story(
  'a change of post calls for a talk with that person alone; too few at a meeting is a hint',
  { plan: must, at },
  async (office) => {
    await office.until('2026-03-02 10:00');
    office.skip();
    await says(office, 'li', '/event 岗位变动 周洁');
    await office.until('2026-03-02 10:01');
    office.hears('03-02 10:00 zhang 与周洁谈心谈话', '03-02 10:00 li 已记下：岗位变动（周洁），相应开启1项');
    await says(office, 'sun', '支委会开了，应到5人实到2人');
    office.hears('03-02 10:01 sun 已登记 … 应到5人实到2人，没有过半');
  },
);
