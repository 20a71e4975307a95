import { expect } from 'vitest';
import type { ShownMessage } from '../../src/sandbox/transcript.ts';
import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const lines = (message: ShownMessage | undefined) => (message?.text ?? '').split('\n');
const newest = (messages: readonly ShownMessage[]) => messages.findLast((m) => m.from.bot);

const mixed = planOf({
  duties: [
    '{ id: talks, kind: talk, title: 谈心谈话, who: [zhang], with: [wang, chen], schedule: 2026-03-06, remind: [-4d], early: 7d }',
    '{ id: visit, kind: inspection, title: 实地督导, who: [zhang], schedule: 2026-03-03, remind: [0s] }',
    '{ id: letter, kind: report, title: 整改月报, who: [zhang], schedule: 2026-03-04, remind: [-1d] }',
    '{ id: weekly, kind: meeting, title: 党组例会, who: ["role:leader"], reporter: li, schedule: "2026-03-03T09:00", remind: [-1d, 30m] }',
  ],
});

story(
  'one sentence, one fact each: who is left is said once, chat beside a report is not called unread, the reminder shows the half that is done',
  { plan: mixed, at },
  async (office) => {
    const zhang = office.person('zhang');
    await office.until('2026-03-03 10:00');
    zhang.says('和王志强谈了半小时，他想加个人手，还差陈敏');
    await office.settle();
    const said = lines(newest(zhang.messages()));
    expect(said.filter((line) => line.includes('陈敏'))).toEqual(['还有1人未谈：陈敏。']);
    expect(said.join()).not.toContain('没有看懂');
    expect(zhang.messages().some((m) => m.text.includes('谈心谈话　已谈1人'))).toBe(true);
    office.skip();
    zhang.says('月报推到明天');
    await office.settle();
    office.hears('03-03 10:00 zhang “整改月报”明天9:00再提醒您 … 仍应明天内办');
  },
);

const two = planOf({
  duties: [
    '{ id: visit, kind: inspection, title: 实地督导, who: [sun], schedule: 2026-03-06, remind: [-3d, 0s] }',
    '{ id: letter, kind: report, title: 整改月报, who: [sun], schedule: 2026-03-06, remind: [-3d, 0s] }',
  ],
});

story('两件都没办: both are named, and when they are spoken of again', { plan: two, at }, async (office) => {
  const sun = office.person('sun');
  await office.until('2026-03-03 10:00');
  office.skip();
  sun.says('1、2都还没办');
  await office.settle();
  office.hears('03-03 10:00 sun “整改月报、实地督导”还没办 … 周五9:00再提醒您');
  sun.says('1快好了');
  await office.settle();
  office.hears('03-03 10:00 sun 进展已记下：整改月报 … 再提醒您');
});

story(
  'what the secretary recorded shows in the messages of all who attend, and is not asked for again',
  { plan: mixed, at },
  async (office) => {
    const [li, wang] = [office.person('li'), office.person('wang')];
    await office.until('2026-03-03 10:00');
    li.says('例会开了，题目是《求是》第5期，应到3实到2，陈敏出差');
    await office.settle();
    expect(lines(newest(li.messages()))).toEqual(
      expect.arrayContaining(['应到3人、实到2人、陈敏缺席（出差）。', '主题：《求是》第5期。']),
    );
    expect(wang.messages().some((m) => m.text.includes('党组例会　已办（3月3日（周二））'))).toBe(true);
    office.skip();
    wang.says('党组会开了');
    await office.settle();
    office.hears('03-03 10:00 wang 党组例会 … 已由李秀同志登记 … 没有重复');
  },
);

story('once it is reported, its reminder no longer says who would hear of it', { plan: two, at }, async (office) => {
  const [sun, li] = [office.person('sun'), office.person('li')];
  await office.until('2026-03-09 10:00');
  const threats = () => [...sun.messages(), ...li.messages()].filter((m) => m.text.includes('将报')).length;
  expect(threats()).toBeGreaterThan(0);
  sun.says('1、2都办了');
  await office.settle();
  expect(threats()).toBe(0);
});

story(
  '👍 under a reminder is 收到: it closes nothing and says when it comes back',
  { plan: two, at },
  async (office) => {
    const sun = office.person('sun');
    await office.until('2026-03-03 10:00');
    office.skip();
    sun.says('👍', { replyTo: newest(sun.messages())! });
    await office.settle();
    office.hears('03-03 10:00 sun 2项已知悉，尚未登记办结 … 周五9:00再提醒');
    expect(await office.bot().store.ledger.open('minzheng')).toHaveLength(2);
  },
);

story(
  'after a correction all who are left are named, not only whom it set free',
  {
    plan: planOf({
      duties: [
        '{ id: talks, kind: talk, title: 谈心谈话, who: [zhang], with: [wang, chen, li], quota: 1 per quarter }',
      ],
    }),
    at: '2026-03-30 08:00',
  },
  async (office) => {
    const zhang = office.person('zhang');
    await office.until('2026-03-30 10:00');
    zhang.says('今天和陈敏谈了');
    await office.settle();
    office.skip();
    zhang.says('说错了，是和李秀');
    await office.settle();
    expect(newest(zhang.messages())?.text).toContain('本季度还有2人未谈：王志强、陈敏');
  },
);
