import { describe, expect, test } from 'vitest';
import { castOf, selectorsOf } from '../../../src/core/intake/cast.ts';
import { draftOf } from '../../../src/core/intake/index.ts';
import { readText } from '../../../src/documents/read-text.ts';

const plan = (measure: string, more = '责任人：张建国　完成时限：2026年12月底前') =>
  draftOf(readText(`县林业局整改方案\n（2026年3月1日）\n1.关于“工作不实”的问题\n整改措施：${measure}\n${more}`), {
    today: '2026-03-02',
  });
const duties = (measure: string, more?: string) =>
  plan(measure, more).measures.flatMap((m) => m.duties.map((d) => `${d.kind} ${d.schedule} ${d.origin}`));
const codes = (measure: string, more?: string) => plan(measure, more).doubts.map(({ code }) => code);

describe('what is promised with a time is a duty, in the words of the paper', () => {
  test.each([
    ['每月15日前组织1次集中学习。', ['study 每月15日前 text']],
    ['每季度首月5日前报送“三会一课”计划。', ['report 每季度首月5日前 text']],
    ['每月第一个星期五开展主题党日。', ['meeting 每月第一个周五 text']],
    ['每周三下午集中学习。', ['study 每周三 text']],
    ['每周一、三、五督查考勤。', ['inspection 每周一三五 text']],
    ['每年与班子成员谈心谈话不少于2次。', ['talk 每年2次 text']],
    ['半年开展一次廉政谈话。', ['talk 每半年 text']],
    ['班子成员按季度到联系点调研。', ['inspection 每季度 text']],
    ['每月召开支委会，每季度召开党员大会。', ['meeting 每月 text', 'meeting 每季度 text']],
    ['每月召开1次支委会、党小组会。', ['meeting 每月 text', 'meeting 每月 text']],
    ['每月20日（遇节假日顺延）开展主题党日。', ['meeting 每月20日，遇节假日顺延 text']],
    ['坚持集中学习制度，每月不少于2次。', ['study 每月2次 text']],
    ['会后3个工作日内报送会议情况。', ['report 会后3个工作日内 text']],
    ['4月底前召开专题民主生活会。', ['meeting 2026年4月30日前 text']],
    ['修订《财务管理办法》，经党组会审定后印发。', ['deliverable 2026年12月31日前 text']],
    ['自3月起，办公室每月汇总投诉情况。', ['report 每月 text']],
    ['党员大会：1、7月各一次。', ['meeting 2027年1月31日前 text', 'meeting 2026年7月31日前 text']],
    ['组织生活会：次年1月底前完成。', ['meeting 2027年1月31日前 text']],
    ['6月、11月各组织一次闭卷测试。', ['deliverable 2026年6月30日前 text', 'deliverable 2026年11月30日前 text']],
    ['3月底前完成2025年第四季度复核。', ['deliverable 2026年3月31日前 text']],
    ['建立谈话台账，每月底更新。', ['deliverable 每月底前 text']],
    ['审计部每季度比对一次党委会议题。', ['inspection 每季度 text']],
    ['6月5日前形成整改总结，报县委巡察办。', ['report 2026年6月5日前 text']],
    ['开展一次资产清查，做到账实相符。', ['inspection 2026年12月31日前 text']],
  ])('%s', (measure, expected) => {
    expect(duties(measure)).toEqual(expected);
  });
});

describe('slogans, appeals, purposes and conditions are no duties', () => {
  test.each([
    '提高政治站位，坚定理想信念，增强“四个意识”。',
    '切实加强作风建设，不断提升服务水平。',
    '健全长效机制，完善各项规章制度。',
    '严格执行有关规定，严肃问责。',
    '营造风清气正的政治生态。',
    '对工作不力的，予以通报批评。',
    '发现问题及时纠正。',
    '推动全面从严治党向纵深发展。',
    '把学习抓在经常，把责任扛在肩上。',
    '年内不得新签无合同广告。',
    '邀请居民全程参与监督。',
  ])('%s', (measure) => {
    expect(duties(measure)).toEqual([]);
    expect(codes(measure)).toContain('measure-without-duty');
  });
});

describe('a duty whose time nobody has said is asked for, never guessed', () => {
  test.each([
    ['定期开展警示教育。', 'study null none', 'fuzzy-schedule', '每半年'],
    ['不定期开展督查。', 'inspection null none', 'fuzzy-schedule', '每季度'],
    ['认真履行“一岗双责”。', 'meeting null none', 'no-schedule', '每季度'],
    ['每学期开展一次师德评议。', 'inspection null none', 'fuzzy-schedule', '每半年'],
    ['坚持中心组学习制度。', 'study null none', 'no-schedule', '每季度'],
  ])('%s', (measure, duty, code, proposed) => {
    expect(duties(measure)).toEqual([duty]);
    const doubt = plan(measure).doubts.find((one) => one.code === code);
    expect(doubt?.proposed?.schedule).toBe(proposed);
  });

  test('only rules that were read are given as rules; party lectures and study groups have none', () => {
    expect(duties('严格落实支委会、党员大会、党小组会制度。')).toEqual([
      'meeting 每月 rule',
      'meeting 每季度 rule',
      'meeting 每月 rule',
    ]);
    expect(duties('上好党课，抓好理论学习中心组学习。').every((duty) => duty.endsWith('null none'))).toBe(true);
  });
});

describe('who and until when', () => {
  test('各责任单位 names nobody', () => {
    expect(codes('每月开展督查。', '责任单位：各责任单位　责任人：各责任单位')).toContain('nobody-named');
  });

  test('a masked date stays masked', () => {
    const { measures, doubts } = plan('修订考勤制度。', '责任人：张建国　完成时限：2026年X月XX日前');
    expect(measures[0]!.deadline).toBeNull();
    expect(doubts.map(({ code }) => code)).toContain('masked');
  });

  test('a paper without a year asks for it first, and takes the answer', () => {
    const paper = readText(
      '县林业局整改方案\n1.关于“账目不清”的问题\n整改措施：修订财务制度。\n责任人：张建国　完成时限：6月底前',
    );
    const draft = draftOf(paper, { today: '2026-03-02' });
    expect(draft.doubts[0]!.code).toBe('no-year');
    expect(draft.measures[0]!.deadline).toBeNull();
    expect(draftOf(paper, { today: '2026-03-02', year: 2025 }).measures[0]!.deadline).toMatchObject({
      due: '2025-06-30',
    });
  });

  test.each([
    ['立行立改，长期坚持', { due: 'immediate', ongoing: true }],
    ['2026年底前，并长期坚持', { due: '2026-12-31', ongoing: true }],
    ['6月底前', { due: '2026-06-30', ongoing: false }],
    ['长期坚持', { ongoing: true }],
    ['2026.9.30', { due: '2026-09-30', ongoing: false }],
    ['3个月内', { due: '2026-06-01', ongoing: false }],
    ['第三季度', { due: '2026-09-30', ongoing: false }],
  ])('the deadline %s', (words, deadline) => {
    expect(plan('修订考勤制度。', `责任人：张建国　完成时限：${words}`).measures[0]!.deadline).toMatchObject(deadline);
  });

  test('a claimed count that differs from the list is told', () => {
    const draft = draftOf(
      readText(
        '县林业局整改方案\n（2026年3月1日）\n巡察组反馈了3个方面19个具体问题。\n1.关于“工作不实”的问题\n整改措施：每月开展督查。',
      ),
      { today: '2026-03-02' },
    );
    expect(draft.claimed).toMatchObject({ aspects: 3, problems: 19 });
    expect(draft.doubts.map(({ code }) => code)).toContain('claimed-differs');
  });
});

test('titles before a name are of that person, and 二次分配 is no count', () => {
  const draft = draftOf(
    readText(
      '县医院整改方案\n（2026年3月1日）\n（一）关于分配不透明的问题\n整改措施：每月公示二次分配方案。\n责任领导：党组书记、局长　张建国',
    ),
    { today: '2026-03-02' },
  );
  expect(draft.measures[0]?.duties[0]?.schedule).toBe('每月');
  const cast = castOf(draft);
  expect(cast.posts).toEqual([]);
  expect(selectorsOf(draft.measures[0]!.owner!, cast)).toEqual(['zhang-jian-guo']);
});

test('owner and deadline in one line below several measures are about all of them', () => {
  const { measures } = draftOf(
    readText(
      '县林业局整改方案\n（2026年3月1日）\n（一）关于学习不深的问题\n整改措施：\n1.每月集中学习1次。\n2.每季度交流1次。\n责任领导：张建国；责任科室：办公室；整改时限：2026年6月30日',
    ),
    { today: '2026-03-02' },
  );
  expect(measures.map(({ owner, department, deadline }) => [owner, department, deadline?.due])).toEqual([
    ['张建国', '办公室', '2026-06-30'],
    ['张建国', '办公室', '2026-06-30'],
  ]);
});
