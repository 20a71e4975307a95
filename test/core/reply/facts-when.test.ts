import { heard } from './heard.ts';
import { SAMPLE_OFFICE } from './sample-office.ts';

// When it was carried out: across months and years, after midnight, beside feasts, in figures and in characters.

heard(SAMPLE_OFFICE, { as: 'wang-zhiqiang', at: '2026-09-15T09:12', duty: 'talk', title: '谈心谈话' }, [
  ['跟孙伟的谈话是上礼拜五下午的事了，一直忘了报', 'done', { date: '2026-09-11', people: ['sun-wei'] }],
  ['礼拜天下午跟老孙谈完了', 'done', { at: '2026-09-16T08:40', date: '2026-09-13', people: ['sun-wei'] }],
  ['节前就谈了，跟老孙，哪天记不清了', 'done', { at: '2026-10-09T09:30', date: null, people: ['sun-wei'] }],
  [
    'Spoke with Sun Wei the day before yesterday.',
    'done',
    { at: '2026-09-01T09:30', date: '2026-08-30', people: ['sun-wei'] },
  ],
  ['今天中午饭桌上跟老孙谈的，谈到两点', 'done', { at: '2026-08-12T14:30', date: '2026-08-12', people: ['sun-wei'] }],
]);

heard(SAMPLE_OFFICE, { as: 'wu-li', at: '2026-07-02T10:02', duty: 'talk', title: '谈心谈话' }, [
  ['大前天跟何平谈的', 'done', { date: '2026-06-29', people: ['he-ping'] }],
  ['8号晚上跟何平通了电话，把心谈了', 'done', { at: '2026-10-05T10:00', date: '2026-09-08', people: ['he-ping'] }],
  [
    'Talked to He Ping on 28 Dec, forgot to tell you',
    'done',
    { at: '2027-01-04T09:30', date: '2026-12-28', people: ['he-ping'] },
  ],
  ['前几天跟何平谈了，具体哪天忘了', 'done', { at: '2026-08-12T09:30', date: null, people: ['he-ping'] }],
]);

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-10-09T09:40', duty: 'meeting', title: '支部党员大会' }, [
  ['9月最后一天开的会，到了21个人', 'done', { date: '2026-09-30', present: 21 }],
  ['党员大会12月31号就开过了，今天才想起来报', 'done', { at: '2027-01-05T09:20', date: '2026-12-31' }],
]);

heard(SAMPLE_OFFICE, { as: 'zhou-jie', at: '2026-03-02T08:50', duty: 'inspection', title: '低保对象入户抽查' }, [
  ['上月28号就入户抽完了', 'done', { date: '2026-02-28' }],
  ['2026-08-27 入户抽查10户，已完成', 'done', { at: '2026-08-31T11:30', date: '2026-08-27' }],
  ['30号入户的，十户都看完了', 'done', { at: '2026-03-02T10:00', date: '2026-01-30' }],
  ['Finished the house visits on 2026-08-27.', 'done', { at: '2026-08-31T09:30', date: '2026-08-27' }],
]);

heard(SAMPLE_OFFICE, { as: 'chen-min', at: '2026-08-12T11:00', duty: 'talk', title: '谈心谈话' }, [
  ['前儿个找小周谈的，谈了一个来钟头', 'done', { date: '2026-08-10', people: ['zhou-jie'] }],
  ['节后上班第一天就跟马慧谈了', 'done', { at: '2026-10-12T09:30', date: '2026-10-08', people: ['ma-hui'] }],
  [
    '月初就谈过了，跟小周和马会计两个',
    'done',
    { at: '2026-08-20T15:30', date: '2026-08-01', people: ['zhou-jie', 'ma-hui'] },
  ],
  ['三天前跟马慧谈的', 'done', { at: '2026-08-02T09:30', date: '2026-07-30', people: ['ma-hui'] }],
]);

heard(
  SAMPLE_OFFICE,
  { as: 'wang-zhiqiang', at: '2026-09-05T10:10', duty: 'inspection', title: '幸福之家、创新基地实地督导' },
  [
    ['2026.9.3 上午已去三个点看过', 'done', { date: '2026-09-03' }],
    ['上周末跑了三个点，都看完了', 'done', { at: '2026-09-15T08:40', date: null }],
    ['周六去看的，三个点都到了', 'done', { at: '2026-09-14T08:40', date: '2026-09-12' }],
    ['上旬跑的那三个点，早跑完了', 'done', { at: '2026-08-20T15:30', date: null }],
    [
      'Visited all three sites last Friday with Sun Wei.',
      'done',
      { at: '2026-08-12T09:30', date: '2026-08-07', people: ['sun-wei'] },
    ],
    ['一个礼拜前就去看过了，孙伟跟着', 'done', { at: '2026-08-12T09:30', date: '2026-08-05', people: ['sun-wei'] }],
    ['上月中旬就去看过了', 'done', { at: '2026-09-03T08:10', date: null }],
  ],
);

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-09-21T09:05', duty: 'meeting', title: '支委会' }, [
  ['9.18下午开的支委会，三个人', 'done', { date: '2026-09-18', present: 3 }],
  ['这个月8号开的支委会', 'done', { at: '2026-10-12T10:00', date: '2026-10-08' }],
  [
    'Held it on Tuesday afternoon, Li Xiu took minutes.',
    'done',
    { at: '2026-08-14T10:30', date: '2026-08-11', people: ['li-xiu'] },
  ],
  ['会开完了，下次定在9月10号', 'done', { at: '2026-08-13T17:20', date: '2026-08-13' }],
]);

heard(SAMPLE_OFFICE, { as: 'li-xiu', at: '2026-09-10T15:30', duty: 'meeting', title: '党组例会' }, [
  ['9/8例会已开', 'done', { date: '2026-09-08' }],
  ['本周二例会开过了，四个人都在', 'done', { at: '2026-09-11T10:00', date: '2026-09-08', present: 4, expected: 4 }],
]);

heard(SAMPLE_OFFICE, { as: 'qian-guoliang', at: '2026-08-20T10:40', duty: 'meeting', title: '离退休党小组会' }, [
  ['上上周三开的小组会，我记性不好忘了报', 'done', { date: '2026-08-05' }],
  ['去年12月30日开的，今年才补报，对不住', 'done', { at: '2027-01-06T08:00', date: '2026-12-30' }],
  ['中秋节前一天开的小组会', 'done', { at: '2026-09-28T09:20', date: '2026-09-24' }],
]);

heard(SAMPLE_OFFICE, { as: 'li-xiu', at: '2026-10-08T09:10', duty: 'report', title: '整改工作月报' }, [
  ['国庆前最后一个工作日把月报报上去了', 'done', { date: '2026-09-30' }],
  ['凌晨一点才把月报传上去，今天的', 'done', { at: '2026-08-05T08:10', date: '2026-08-05' }],
]);

heard(SAMPLE_OFFICE, { as: 'chen-min', at: '2026-09-02T00:15', duty: 'study', title: '个人自学' }, [
  ['今晚学了一个半小时，刚合上书', 'done', { date: '2026-09-01' }],
]);

heard(SAMPLE_OFFICE, { as: 'li-xiu', at: '2027-01-01T08:00', duty: 'other', title: '更新议定事项办理清单' }, [
  ['清单昨儿下班前更新完了，发群里了', 'done', { date: '2026-12-31' }],
]);

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-07-17T10:30', duty: 'minutes-check', title: '党组会记录核查' }, [
  ['7月14日的例会记录，我15号就核完了', 'done', { date: '2026-07-15' }],
]);

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-08-28T16:20', duty: 'meeting', title: '主题党日' }, [
  ['刚散会，从两点半开到四点十分', 'done', { date: '2026-08-28' }],
  ['8月最后一个周五搞的党日活动，去了红军烈士陵园', 'done', { at: '2026-09-03T08:10', date: '2026-08-28' }],
]);

heard(SAMPLE_OFFICE, { as: 'zhang-jianguo', at: '2026-05-06T09:20', duty: 'study', title: '个人自学' }, [
  ['五一假期最后一天在家读了半天书', 'done', { date: '2026-05-05' }],
]);
