import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const plan = planOf({
  duties: [
    '{ id: meeting, kind: meeting, title: 党组例会, who: ["role:leader"], reporter: li, schedule: "2026-03-03T15:00", remind: [-1d, 30m] }',
    '{ id: report, kind: report, title: 整改月报, who: [li], schedule: 2026-03-06, remind: [-3d] }',
    '{ id: visit, kind: inspection, title: 养老院督导, who: [wang], schedule: 2026-03-20, remind: [-3d] }',
    '{ id: talks, kind: talk, title: 谈心谈话, who: [zhang], with: [wang, chen], schedule: 2026-03-05, remind: [-3d] }',
  ],
});

story('who asks when something is due hears its day; who names nothing, all days', { plan, at }, async (office) => {
  const zhang = office.person('zhang');
  await office.until('2026-03-03 10:00');
  office.skip();
  zhang.says('党组会什么时候开');
  await office.settle();
  office.hears('03-03 10:00 zhang “党组例会”：今天15:00。');
  zhang.says('我还差什么');
  await office.settle();
  office.hears('03-03 10:00 zhang 目前待办 … 1　党组例会（今天15:00） … 2　与王志强、陈敏谈心谈话（周四前）');
  zhang.says('和陈敏谈了没有？');
  await office.settle();
  office.hears('03-03 10:00 zhang 陈敏谈心谈话”：周四前，尚未登记办结');
});

story('what has not begun is told of, and what was done', { plan, at }, async (office) => {
  const wang = office.person('wang');
  await office.until('2026-03-03 10:00');
  office.skip();
  wang.says('养老院督导什么时候到期？');
  await office.settle();
  office.hears('03-03 10:00 wang “养老院督导”：3月20日（周五）前。');
  await office.until('2026-03-03 16:00');
  office.person('li').says('党组例会开了');
  await office.settle();
  office.skip();
  wang.says('党组会开了没有');
  await office.settle();
  office.hears('03-03 16:00 wang 党组例会　已办（3月3日（周二））');
});

story('what others owe is told to their superior and the office, and to nobody else', { plan, at }, async (office) => {
  await office.until('2026-03-03 10:00');
  office.skip();
  for (const person of ['zhang', 'li']) {
    office.person(person).says('王志强的督导办了没有');
    await office.settle();
    office.hears(`03-03 10:00 ${person} 王志强同志： … “养老院督导”：3月20日（周五）前`);
  }
  office.person('sun').says('王志强的督导办了没有');
  await office.settle();
  office.hears('03-03 10:00 sun 请问办公室');
});

story(
  '帮助 and 你是谁 are answered with how to answer, the next thing, and no list of commands',
  { plan, at },
  async (office) => {
    await office.until('2026-03-03 10:00');
    office.skip();
    office.person('zhang').says('你是谁');
    await office.settle();
    office.hears('03-03 10:00 zhang 某局整改督办 … 2项待办，最近的是“党组例会”（今天15:00）');
    office.person('sun').says('帮助');
    await office.settle();
    office.hears('03-03 10:00 sun 目前没有您的待办，到时会提醒您');
    const li = office.person('li');
    li.says('/help');
    await office.settle();
    office.hears('03-03 10:00 li /overdue');
    await li.taps('办公室操作').answered();
    await office.settle();
    office.hears('03-03 10:00 li 催办 1');
  },
);

story('谢谢 is not answered with a greeting; several talks of one line are one thing', { plan, at }, async (office) => {
  const zhang = office.person('zhang');
  await office.until('2026-03-03 10:00');
  office.skip();
  zhang.says('谢谢');
  await office.settle();
  office.hears('03-03 10:00 zhang 不客气');
  zhang.says('你好');
  await office.settle();
  office.hears('03-03 10:00 zhang 您好。目前待办2项');
});

story('方案到哪一步了 tells of the draft, or that there is none', { plan, at }, async (office) => {
  const li = office.person('li');
  await office.until('2026-03-03 10:00');
  office.skip();
  li.says('方案到哪一步了');
  await office.settle();
  office.hears('03-03 10:00 li 没有正在起草的方案，现行方案有措施1条');
});
