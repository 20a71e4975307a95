import { planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday
const plan = planOf({
  organization: 'bundle: "08:30"',
  duties: [
    '{ id: visit, kind: inspection, title: 养老机构督导, who: [wang], schedule: 2026-03-03, remind: [0s], grace: 1wd }',
  ],
});

story(
  'what was handed over when it was late is said once to who has it now, and rises only when they had their time',
  { plan, at },
  async (office) => {
    await office.until('2026-03-05 17:00');
    office.skip();
    office.person('wang').says('督导让孙伟去');
    await office.settle();
    office.hears(
      '03-05 17:00 wang 已转孙伟同志办理',
      '03-05 17:00 li 委托孙伟同志办理',
      '03-05 17:00 sun 王志强同志委托您办理 … 养老机构督导 … 3月10日（周二）17:00仍未答复，将报王志强同志',
    );
    await office.until('2026-03-06 16:00');
    office.hears();
    await office.until('2026-03-10 16:00');
    office.hears('03-06 17:00 sun 已逾期 … 养老机构督导');
    await office.until('2026-03-11 10:00');
    office.hears('03-10 17:00 wang 请您过问 … 孙伟同志　养老机构督导');
  },
);

story(
  'handed over after the head was told: nobody above hears of it in the same breath',
  { plan, at },
  async (office) => {
    await office.until('2026-03-16 09:00');
    office.skip();
    office.person('wang').says('督导让孙伟去');
    await office.settle();
    await office.until('2026-03-17 08:00');
    office.hears(
      '03-16 09:00 wang 已转孙伟同志办理',
      '03-16 09:00 li 委托孙伟同志办理',
      '03-16 09:00 sun 王志强同志委托您办理 … 养老机构督导',
    );
    await office.until('2026-03-20 10:00');
    office.hears('03-17 09:00 sun 已逾期', '03-19 09:00 wang 请您过问 … 孙伟同志');
  },
);
