import { cast, planOf } from '../support/plans.ts';
import { story } from '../support/story.ts';

const at = '2026-03-02 08:00'; // a Monday

// Due on Tuesday 3 March, at the end of that day.
const report = (who: string, people = cast) =>
  planOf({
    people,
    duties: [
      `{ id: report, kind: report, title: 整改报告, who: [${who}], schedule: 2026-03-03, remind: [0s], x-note: due at the end of the day }`,
    ],
  });

story(
  'nobody answers: the person and the secretary, then the superior, then the head, then nobody',
  { plan: report('sun'), at },
  async (office) => {
    await office.until('2026-03-31 18:00');
    office.hears(
      '03-03 09:00 sun 请办1项 … 整改报告 … 今天内',
      // Due ended with Tuesday; the bot speaks on the working morning after it.
      '03-04 09:00 li 逾期1项 … 孙伟同志　整改报告 … 应于3月3日（周二）前，逾期1个工作日 … 均已送达，未答复 … 周五9:00仍未答复，将报王志强同志',
      '03-04 09:00 sun 已逾期 … 整改报告 … 周五9:00仍未答复，将报王志强同志',
      '03-06 09:00 wang 有1项请您过问 … 孙伟同志　整改报告 … 逾期3个工作日',
      '03-11 09:00 zhang 有1项请您过问 … 孙伟同志　整改报告 … 逾期6个工作日',
    );
  },
);

story(
  'two rungs to one person are one message: the deputy’s superior is the head',
  { plan: report('wang'), at },
  async (office) => {
    await office.until('2026-03-31 18:00');
    office.hears(
      '03-03 09:00 wang 请办1项',
      '03-04 09:00 wang 已逾期 … 周五9:00仍未答复，将报张建国同志',
      '03-04 09:00 li 逾期1项 … 王志强同志',
      '03-06 09:00 zhang 有1项请您过问 … 王志强同志',
    );
  },
);

story(
  'the head is not told on to himself: the secretary hears it, once',
  { plan: report('zhang'), at },
  async (office) => {
    await office.until('2026-03-31 18:00');
    office.hears('03-03 09:00 zhang 请办1项', '03-04 09:00 zhang 已逾期', '03-04 09:00 li 逾期1项 … 张建国同志');
  },
);

const supervised = [...cast, '{ id: zhao, name: 赵刚, roles: [supervisor], telegram: 1009, superior: zhang }'];

story(
  'where the secretary is late herself, a supervisor named in the plan hears what she would have heard',
  { plan: report('li', supervised), at },
  async (office) => {
    await office.until('2026-03-31 18:00');
    office.hears(
      '03-03 09:00 li 请办1项',
      '03-04 09:00 li 已逾期 … 周五9:00仍未答复，将报张建国同志',
      '03-04 09:00 zhao 有1项请您过问 … 李秀同志',
      '03-06 09:00 zhang 有1项请您过问 … 李秀同志',
    );
  },
);

const weekly = planOf({
  duties: ['{ id: progress, kind: progress, title: 盘活进展, who: [sun], schedule: 每周三, remind: [0s], grace: 0s }'],
});

story(
  'consecutive misses of one duty share one ladder: each is told to the person and the secretary, those above hear once',
  { plan: weekly, at },
  async (office) => {
    await office.until('2026-03-20 18:00');
    office.hears(
      '03-04 09:00 sun 请办1项',
      '03-05 09:00 li 逾期1项，现共1项',
      '03-05 09:00 sun 已逾期',
      '03-09 09:00 wang 有1项请您过问',
      '03-11 09:00 sun 请办1项',
      '03-12 09:00 zhang 有1项请您过问',
      '03-12 09:00 li 逾期1项，现共2项',
      '03-12 09:00 sun 已逾期',
      '03-18 09:00 sun 请办1项',
      '03-19 09:00 li 逾期1项，现共3项',
      '03-19 09:00 sun 已逾期',
    );
  },
);
