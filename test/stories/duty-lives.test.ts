import { expect } from 'vitest';
import { factsOf, says, taps } from '../support/acts.ts';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday

const paper = planOf({
  duties: [
    '{ id: rules, kind: deliverable, title: 核查办法, who: [wang, chen, li, sun, zhou], schedule: 2026-03-06, remind: [-4d], evidence: required, accept: zhang }',
  ],
});

story(
  'five units owe their own part each; the one that is silent is told on alone',
  { plan: paper, at },
  async (office) => {
    await office.until('2026-03-02 10:00');
    office.skip();
    for (const who of ['wang', 'chen', 'li']) await says(office, who, '核查办法会签完了，存1号柜');
    // A file is proof as well, sent after the question.
    await says(office, 'sun', '核查办法会签完了');
    office.skip();
    office.person('sun').sendsDocument('核查办法.docx', Buffer.from('x'));
    await office.settle();
    office.hears('03-02 10:00 sun 已登记 … 还有1家没有报：周洁 … 附件1份已存');
    await says(office, 'zhang', '/验收');
    office.hears('03-02 10:00 zhang 没有等您验收的材料');
    await office.until('2026-03-12 10:00');
    office.hears(
      '03-09 09:00 li 逾期1项 … 周洁同志　核查办法',
      '03-09 09:00 zhou 已逾期 … 核查办法 … 将报陈敏同志',
      '03-10 09:00 chen 周洁同志　核查办法',
    );
    await says(office, 'zhou', '会签了，存救助股3号柜');
    office.hears(
      '03-12 10:00 zhang 周洁同志报来“核查办法”共5份，请您验收',
      '03-12 10:00 zhou 已登记 … 待张建国同志验收',
    );
    await says(office, 'zhang', '/验收 通过');
    office.skip();
    expect((await factsOf(office)).map((f) => [f.settled?.how, f.accepted?.by])).toEqual(
      Array(5).fill(['done', 'zhang']),
    );
  },
);

const quarter = planOf({
  duties: [
    '{ id: talks, kind: talk, title: 谈心谈话, who: [zhang], with: [wang, chen], quota: 1 per quarter, from: 2026-01-01 }',
  ],
});

story(
  'a quarter of talks: what both sides tell is one record, confirmed by both',
  { plan: quarter, at },
  async (office) => {
    await office.until('2026-03-02 10:00');
    office.skip();
    await says(office, 'wang', '昨天张局找我谈话了');
    office.hears('03-02 10:00 wang 已登记：3月1日（周日）张建国同志与您谈心谈话，已告知张建国同志');
    await says(office, 'zhang', '昨天和王志强谈了');
    office.hears('03-02 10:00 zhang 3月1日（周日）与王志强同志谈心谈话，双方均已确认');
    await says(office, 'zhang', '今天和陈敏谈了');
    await says(office, 'chen', '张局今天找我谈过了');
    office.hears('03-02 10:00 zhang 已登记 … 与陈敏谈心谈话', '03-02 10:00 chen 与张建国同志谈心谈话，双方均已确认');
    await says(office, 'zhang', '/talks');
    office.hears('03-02 10:00 zhang 应谈2对 … 已谈2/2');
    const talks = await factsOf(office);
    expect(talks.map((f) => [f.counterpart, f.settled?.how, f.confirmed?.by]).sort()).toEqual([
      ['chen', 'done', 'chen'],
      ['wang', 'done', 'zhang'],
    ]);
    await office.until('2026-04-02 10:00');
    office.skip();
    await says(office, 'zhang', '和王志强谈过了');
    await says(office, 'zhang', '/talks');
    office.hears('04-02 10:00 zhang 已登记 … 与王志强谈心谈话', '04-02 10:00 zhang 应谈2对，还差1对');
  },
);

const minutes = planOf({
  duties: [
    '{ id: meeting, kind: meeting, title: 党组例会, who: [role:leader], reporter: li, schedule: 每周一 09:00, remind: [] }',
    '{ id: check, kind: minutes-check, title: 会议记录核查, who: [zhou], schedule: { after: meeting, within: 3wd }, checklist: [要素齐全, 逐人表态, 末位表态] }',
  ],
});

story(
  '/meeting reports the plan’s own meeting; its minutes are checked in one sentence',
  { plan: minutes, at },
  async (office) => {
    await office.until('2026-03-02 10:00');
    office.skip();
    await says(office, 'li', '/meeting 党组会 已开');
    await says(office, 'li', '/meeting 党组会 已开');
    office.hears(
      '03-02 10:00 li 已登记 … 党组例会',
      '03-02 10:00 li “党组例会”此前已登记',
      '03-02 10:00 zhou 会议记录核查 … 周四前',
    );
    await says(office, 'zhou', '记录核查了，2没有，其余都有');
    office.hears(
      '03-02 10:00 li 会议记录核查补正：逐人表态 … 周四前',
      '03-02 10:00 zhou 已登记 … 会议记录核查 … 有1项不合格，已交李秀补正',
    );
    const fix = (await factsOf(office)).find((f) => f.follows);
    expect(fix).toMatchObject({ person: 'li', ladder: [{ key: 'l0' }, { key: 'l1' }, { key: 'l2' }] });
  },
);

const weekly = planOf({
  duties: ['{ id: report, kind: report, title: 整改周报, who: [sun], schedule: 每周三, remind: [0s], grace: 0s }'],
}).replace('lead: zhang', 'lead: wang');

story(
  'a measure is walked from its duties to its close-out, lapses, and is opened again',
  { plan: weekly, at },
  async (office) => {
    await office.until('2026-03-04 10:00');
    await says(office, 'sun', '周报报了，存2号柜');
    await says(office, 'sun', '/close 1 台账已归档');
    await taps(office, 'wang', '审核通过');
    await taps(office, 'li', '阶段性完成，长期坚持');
    await office.until('2026-03-12 10:00');
    office.skip();
    await says(office, 'wang', '/close 1');
    await taps(office, 'wang', '重新整改');
    await taps(office, 'wang', '问题反弹');
    office.skip();
    await says(office, 'wang', '/measure 1 办理情况');
    office.hears(
      '03-12 10:00 wang 办理情况（2） … 3月11日（周三）　整改周报　孙伟　逾期未办 … 3月4日（周三）　整改周报　孙伟　按时办结，佐证1件',
    );
    await taps(office, 'wang', '返回');
    office.hears('03-12 10:00 wang 措施1 … 按时1、逾期未办1 … 佐证1件');
    await says(office, 'wang', '/measure 1 佐证');
    office.hears('03-12 10:00 wang 佐证（2） … 台账已归档（整条措施，孙伟） … 存放地点：2号柜（整改周报，孙伟）');
    await says(office, 'li', '/measure 1 经过');
    office.hears(
      '03-12 10:00 li 销号经过（5） … 孙伟同志　申请销号：台账已归档 … 王志强同志　牵头领导审核通过 … 阶段性完成 … 反弹 … 王志强同志　重新开启整改：问题反弹',
    );
    await says(office, 'zhou', '/measure 1 佐证');
    office.hears('03-12 10:00 zhou 这份材料由办公室掌握');
  },
);

const another = planOf({
  duties: [
    '{ id: visits, kind: inspection, title: 低保对象入户抽查, who: [zhou], schedule: 2026-03-05, remind: [-3d] }',
    '{ id: rules, kind: deliverable, title: 低保动态核查办法, who: [zhou], schedule: 2026-06-01, remind: [-10d], evidence: required }',
  ],
});

story(
  'what is reported long before it is due is not taken for the one thing that is open',
  { plan: another, at },
  async (office) => {
    await office.until('2026-03-02 10:00');
    office.skip();
    await says(office, 'zhou', '低保动态核查办法弄完了');
    office.hears('03-02 10:00 zhou “低保动态核查办法”须有佐证');
    await says(office, 'zhou', '存救助股3号柜');
    office.hears('03-02 10:00 zhou 已登记 … 低保动态核查办法');
    await says(office, 'zhou', '入户抽查搞完了');
    await says(office, 'zhou', '好转');
    office.hears(
      '03-02 10:00 zhou 已登记 … 低保对象入户抽查 … 比上次如何',
      '03-02 10:00 zhou 已记下低保对象入户抽查：好转',
    );
  },
);
