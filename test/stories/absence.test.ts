import { expect } from 'vitest';
import { cast, planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday

const one = planOf({
  duties: ['{ id: report, kind: report, title: 整改报告, who: [wang], schedule: 2026-03-05, remind: [-1d, 0s] }'],
});

story(
  'a dated duty moves to the second working day after the return; the secretary sees it; nothing is said meanwhile',
  { plan: one, at },
  async (office) => {
    office.person('wang').says('周三到周五出差');
    await office.settle();
    await office.until('2026-03-09 12:00');
    office.hears(
      '03-02 08:00 wang 好的，已记下：3月4日（周三）至3月6日（周五）出差',
      '03-02 08:00 li 王志强同志3月4日（周三）至3月6日（周五）出差',
      '03-04 09:00 li 王志强同志外出，整改报告顺延到3月10日（周二）',
      '03-09 09:00 wang 整改报告 … 明天内',
    );
    await office.until('2026-03-11 12:00');
    office.hears('03-10 09:00 wang 整改报告 … 今天内', '03-11 09:00 wang 已逾期', '03-11 09:00 li 逾期1项');
  },
);

const study =
  '{ id: study, kind: study, title: 中心组学习, who: [zhang, wang, chen], reporter: li, schedule: 每周四 15:00, remind: [-1d], grace: 1wd }';

story(
  'an event becomes leave and the stand-in is asked to attend; the others are reminded as ever',
  {
    plan: planOf({
      people: cast.map((p) => p.replace('id: wang,', 'id: wang, standIn: sun,')),
      duties: [study],
    }),
    at,
  },
  async (office) => {
    office.person('wang').says('出差到周五');
    await office.settle();
    await office.until('2026-03-05 16:00');
    office.hears(
      '03-02 08:00 wang 已记下 … 期间由孙伟同志代',
      '03-02 08:00 li 王志强同志',
      '03-02 08:00 sun 王志强同志3月2日（周一）至3月6日（周五）外出，期间由您代为处理',
      '03-04 15:00 zhang 中心组学习',
      '03-04 15:00 chen 中心组学习',
      '03-04 15:00 sun 请代为参加：中心组学习（明天15:00）',
      '03-05 15:30 li 中心组学习',
    );
    office.person('li').says('开了');
    await office.settle();
    const facts = await office
      .bot()
      .store.ledger.occurrences('minzheng', [
        'study@2026-03-05T1500/wang',
        'study@2026-03-05T1500/chen',
        'study@2026-03-05/wang',
        'study@2026-03-05/chen',
      ]);
    expect(facts.map((f) => `${f.person} ${f.settled?.how}`).sort()).toEqual(['chen done', 'wang excused']);
  },
);

story(
  'the office tells of an absence; who is spoken for hears of it; a rung to somebody absent goes to the stand-in',
  {
    plan: planOf({
      duties: ['{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-03, remind: [0s] }'],
    }),
    at,
  },
  async (office) => {
    office.person('li').says('/away 王志强 周五到下周五 出差 由陈敏代');
    await office.settle();
    await office.until('2026-03-06 12:00');
    office.hears(
      '03-02 08:00 wang 好的，已记下：3月6日（周五）至3月13日（周五）出差 … 期间由陈敏同志代',
      '03-02 08:00 chen 王志强同志 … 由您代为处理',
      '03-02 08:00 li 王志强同志3月6日（周五）至3月13日（周五）出差',
      '03-03 09:00 sun 整改报告',
      '03-04 09:00 li 逾期1项 … 将报陈敏同志',
      '03-04 09:00 sun 已逾期 … 将报陈敏同志',
      '03-06 09:00 chen 有1项请您过问 … 整改报告 … 王志强同志外出，由您代为过问',
    );
  },
);

story(
  'without a stand-in a rung waits for the return, and what waited comes in one message',
  {
    plan: planOf({
      duties: [
        '{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-03, remind: [0s] }',
        '{ id: talks, kind: talk, title: 谈心谈话, who: [wang], with: [sun], quota: 1 per week }',
        '{ id: visits, kind: inspection, title: 实地督导, who: [wang], quota: 1 per week }',
      ],
    }),
    at,
  },
  async (office) => {
    await office.until('2026-03-03 10:00');
    office.skip();
    office.person('wang').says('周三到周五出差');
    await office.settle();
    office.skip();
    await office.until('2026-03-08 12:00');
    office.hears('03-04 09:00 li 逾期1项', '03-04 09:00 sun 已逾期');
    await office.until('2026-03-09 12:00');
    const toWang = office
      .person('wang')
      .messages()
      .filter((m) => m.from.bot && m.at > Date.parse('2026-03-08T00:00:00+08:00'));
    expect(toWang).toHaveLength(1);
    expect(toWang[0]!.text).toMatch(
      /待办4项：[\s\S]*以下是您外出期间的事项[\s\S]*有1项请您过问。\n5　孙伟同志　整改报告/,
    );
  },
);

story(
  'back earlier: what was held comes at once; nobody but the office speaks for others',
  {
    plan: planOf({
      duties: ['{ id: visits, kind: inspection, title: 实地督导, who: [wang], quota: 1 per week, ladder: none }'],
    }),
    at,
  },
  async (office) => {
    const wang = office.person('wang');
    wang.says('出差到周五');
    office.person('chen').says('/away 王志强 周三');
    await office.settle();
    await office.until('2026-03-03 10:00');
    office.hears('03-02 08:00 wang 已记下', '03-02 08:00 chen 只有办公室', '03-02 08:00 li 王志强同志');
    wang.says('/back');
    await office.settle();
    await office.until('2026-03-03 10:05');
    office.hears('03-03 10:00 wang 已返回', '03-03 10:00 wang 请办1项 … 实地督导', '03-03 10:00 li 王志强同志已返回');
  },
);

story(
  'back before the plan said so: what the absence moved is due again, and an event with an absent reporter is asked of the stand-in',
  {
    plan: planOf({
      people: cast.map((p) =>
        p.replace('id: wang,', 'id: wang, standIn: chen, away: [{ from: 2026-03-03, to: 2026-03-13, reason: 出差 }],'),
      ),
      duties: [
        '{ id: report, kind: report, title: 整改报告, who: [wang], schedule: 2026-03-06, remind: [-4d, 0s], ladder: none }',
        '{ id: study, kind: study, title: 中心组学习, who: [zhang, sun], reporter: wang, schedule: 2026-03-04 15:00, remind: [], grace: 1wd }',
      ],
    }),
    at,
  },
  async (office) => {
    await office.until('2026-03-04 16:00');
    office.hears(
      '03-02 09:00 li 王志强同志外出，整改报告顺延到3月17日（周二）',
      '03-04 15:00 chen 由您代为处理 … 请代为登记：中心组学习（今天15:00）',
      '03-04 15:30 chen 中心组学习',
    );
    office.person('wang').says('/back');
    await office.settle();
    await office.until('2026-03-06 12:00');
    office.hears(
      '03-04 16:00 wang 已返回 … 改回3月6日（周五）前办：整改报告',
      '03-04 16:00 wang 请办1项 … 整改报告 … 周五前',
      '03-04 16:00 li 王志强同志已返回 … 改回3月6日（周五）前办：整改报告',
      '03-05 15:30 chen 已逾期 … 中心组学习',
      '03-05 15:30 li 陈敏同志　中心组学习',
      '03-06 09:00 wang 整改报告 … 今天内',
    );
  },
);

story(
  'the secretary tells of somebody else in plain words; nobody is taken for the one who speaks',
  { plan: one, at },
  async (office) => {
    const li = office.person('li');
    li.says('王副局长下周出差由李秀代');
    await office.settle();
    office.hears(
      '03-02 08:00 wang 好的，已记下：3月9日（周一）至3月15日（周日）出差',
      '03-02 08:00 li 王志强同志3月9日（周一）至3月15日（周日）出差 … 期间由李秀同志代',
    );
    li.says('陈敏周三到周五休假');
    await office.settle();
    office.hears(
      '03-02 08:00 chen 好的，已记下：3月4日（周三）至3月6日（周五）请假',
      '03-02 08:00 li 陈敏同志3月4日（周三）至3月6日（周五）请假',
    );
    li.says('王局和陈局周三到周五出差');
    li.says('/away 刘强 周三到周五');
    li.says('/back 刘强');
    office.person('sun').says('王局周三到周五出差');
    await office.settle();
    office.hears(
      '03-02 08:00 li 没有认出是谁，或者不止一位',
      '03-02 08:00 li 没有认出是谁，或者不止一位',
      '03-02 08:00 li 没有认出是谁，或者不止一位',
      '03-02 08:00 sun 别人外出，请本人或办公室来登记',
    );
  },
);

story(
  'leave for a day on which nothing happens is an absence; from what happens then it is leave from that',
  {
    plan: planOf({
      duties: [study, '{ id: report, kind: report, title: 整改报告, who: [wang], schedule: 2026-03-06 }'],
    }),
    at,
  },
  async (office) => {
    await office.until('2026-03-03 12:00');
    office.skip();
    office.person('wang').says('明天请假');
    await office.settle();
    office.hears('03-03 12:00 wang 好的，已记下：3月4日（周三）请假', '03-03 12:00 li 王志强同志3月4日（周三）请假');
    await office.until('2026-03-04 16:00');
    office.skip();
    office.person('chen').says('明天请假');
    await office.settle();
    office.hears('03-04 16:00 chen 中心组学习', '03-04 16:00 li 陈敏同志 … 中心组学习');
  },
);

story(
  'a second word on some of the same days stands in place of the first, and says so',
  { plan: one, at },
  async (office) => {
    const wang = office.person('wang');
    wang.says('周三到周五出差');
    await office.settle();
    office.skip();
    wang.says('周四到下周一出差');
    await office.settle();
    office.hears(
      '03-02 08:00 wang 好的，已记下：3月5日（周四）至3月9日（周一）出差 … 原先登记的3月4日（周三）至3月6日（周五）不再算',
      '03-02 08:00 li 王志强同志3月5日（周四）至3月9日（周一）出差',
    );
  },
);
