import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const plan = planOf({
  organization: 'bundle: "08:30"',
  duties: [
    '{ id: centre, kind: progress, title: 幸福之家盘活进展, who: [sun], schedule: 每周五, remind: [0s], grace: 1wd }',
    '{ id: visit, kind: inspection, title: 养老机构督导, who: [sun], schedule: 2026-03-13, remind: [-1d] }',
  ],
});

story('a question for progress says which week it is of', { plan, at: '2026-03-02 08:00' }, async (office) => {
  const sun = office.person('sun');
  await office.until('2026-03-13 10:00');
  office.skip();
  // Its name and 报了 are no progress.
  sun.says('幸福之家的报了');
  await office.settle();
  office.hears('03-13 10:00 sun “幸福之家盘活进展”进展如何（今天内）');
  sun.says('水电已通');
  await office.settle();
  office.hears('03-13 10:00 sun 已登记 … 进展：水电已通');
  sun.says('消防验收过几天来人');
  await office.settle();
  office.hears('03-13 10:00 sun 这是“幸福之家盘活进展”的进展吗（3月6日（周五）前）');
});
