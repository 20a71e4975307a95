import { cast, planOf } from './plans.ts';

/** A week of an office: two gatherings, a talk, a report, and a group of retired members who do not use the chat. */
export const week = planOf({
  people: [...cast, '{ id: qian, name: 钱国良, post: 党小组组长, aliases: [老钱], superior: zhang }'],
  duties: [
    '{ id: meeting, kind: meeting, title: 党组例会, who: ["role:leader"], reporter: li, schedule: "2026-03-03T09:00", remind: [-1d, 30m] }',
    '{ id: study, kind: study, title: 中心组学习, who: ["role:leader"], reporter: li, schedule: "2026-03-03T15:00", remind: [-1d, 30m] }',
    '{ id: talks, kind: talk, title: 谈心谈话, who: [wang], with: [sun], schedule: 2026-03-06, remind: [-4d] }',
    '{ id: veterans, kind: meeting, title: 离退休党小组会, who: [qian], quota: 1 per week }',
    '{ id: report, kind: report, title: 整改月报, who: [li], schedule: 2026-03-06, remind: [-3d] }',
  ],
});

/** One visit that is due, and one paper that is far ahead. */
export const ahead = planOf({
  duties: [
    '{ id: check, kind: inspection, title: 低保对象入户抽查, who: [zhou], schedule: 2026-03-03, remind: [0s] }',
    '{ id: rules, kind: deliverable, title: 低保核查办法（修订）, who: [zhou], schedule: 2026-05-29 }',
  ],
});
