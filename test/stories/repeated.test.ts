import { expect } from 'vitest';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

story(
  'a lapse that follows others says the how-manieth it is, to the person and to the secretary',
  {
    plan: planOf({
      duties: [
        '{ id: progress, kind: progress, title: 盘活进展, who: [sun], schedule: 每周三, remind: [0s], grace: 0s, ladder: [{ after: 0s, tell: [person, secretary] }] }',
      ],
    }),
    at: '2026-03-02 08:00',
  },
  async (office) => {
    await office.until('2026-03-12 08:00');
    office.skip();
    await office.until('2026-03-20 18:00');
    office.hears(
      '03-12 09:00 li 盘活进展 … 逾期1个工作日 … 连续第2次未按期',
      '03-12 09:00 sun 盘活进展 … 连续第2次未按期',
      '03-18 09:00 sun 盘活进展 … 今天内',
      '03-19 09:00 li 连续第3次未按期',
      '03-19 09:00 sun 连续第3次未按期',
    );
  },
);

story(
  'while the secretary is away by the plan, her stand-in decides on what is asked, and hears the alerts',
  {
    plan: planOf({
      people: [
        '{ id: zhang, name: 张建国, roles: [leader], telegram: 1001, superior: null }',
        '{ id: li, name: 李秀, roles: [secretary], telegram: 1004, superior: zhang, standIn: zhou, away: [{ from: 2026-03-02, to: 2026-03-06, reason: 休假 }] }',
        '{ id: sun, name: 孙伟, telegram: 1005, superior: zhang }',
        '{ id: zhou, name: 周洁, telegram: 1006, superior: zhang }',
      ],
      duties: ['{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-03, remind: [0s] }'],
    }),
    at: '2026-03-02 08:00',
  },
  async (office) => {
    const sun = office.person('sun');
    await office.until('2026-03-03 10:00');
    sun.says('推迟到3月10日');
    await office.settle();
    office.hears(
      '03-03 09:00 sun 整改报告',
      '03-03 10:00 sun 延期到3月10日（周二）的请求已转周洁同志',
      '03-03 10:00 zhou 孙伟同志请求',
    );
    await office.until('2026-03-04 10:00');
    office.hears('03-04 09:00 sun 已逾期', '03-04 09:00 zhou 逾期1项 … 整改报告');
    await office.person('zhou').taps('同意').answered();
    await office.settle();
    office.hears('03-04 10:00 sun 已延期到3月10日', '03-04 10:00 zhou 已延期到3月10日');
    await office.until('2026-03-09 12:00');
    office.hears();
  },
);

story(
  'with only one duty open, a day that lies in one of its periods says which is meant',
  {
    plan: planOf({ duties: ['{ id: log, kind: other, title: 入户走访, who: [sun], schedule: 每月, remind: [0s] }'] }),
    at: '2026-03-31 08:00',
  },
  async (office) => {
    await office.until('2026-04-01 10:00');
    office.skip();
    office.person('sun').says('昨天办完了');
    await office.settle();
    office.hears('04-01 10:00 sun 已登记 … 3月31日 … 入户走访');
    const [march, april] = await office
      .bot()
      .store.ledger.occurrences('minzheng', ['log@2026-03/sun', 'log@2026-04/sun']);
    expect(march?.settled).toMatchObject({ how: 'done', carriedOut: '2026-03-31' });
    expect(april?.settled).toBeUndefined();
  },
);
