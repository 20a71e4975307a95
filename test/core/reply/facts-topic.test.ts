import { heard } from './heard.ts';
import { SAMPLE_OFFICE } from './sample-office.ts';

// What it was about.

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-09-10T17:20', duty: 'meeting', title: '支委会' }, [
  ['支委会开了，研究了两个发展对象的转正问题', 'done', { date: '2026-09-10', topic: '两个发展对象的转正问题' }],
  ['支委会，议题：一、评议党员；二、慰问困难党员。已开', 'done', { date: '2026-09-10', topic: '一、评议党员' }],
]);

heard(SAMPLE_OFFICE, { as: 'chen-min', at: '2026-09-01T17:20', duty: 'talk', title: '谈心谈话' }, [
  ['跟马慧谈了，谈的是资金拨付慢的问题', 'done', { date: '2026-09-01', people: ['ma-hui'], topic: '资金拨付慢的问题' }],
  ['找小周谈过了，主要围绕岗位调整', 'done', { date: '2026-09-01', people: ['zhou-jie'], topic: '岗位调整' }],
  [
    'Met with Ma Hui, we discussed the slow payments.',
    'done',
    { at: '2026-09-08T11:20', date: '2026-09-08', people: ['ma-hui'], topic: 'the slow payments' },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'wang-zhiqiang', at: '2026-09-01T17:20', duty: 'talk', title: '谈心谈话' }, [
  ['老孙谈了，说的运营招标那个事', 'done', { date: '2026-09-01', people: ['sun-wei'], topic: '运营招标那个事' }],
]);

heard(SAMPLE_OFFICE, { as: 'qian-guoliang', at: '2026-09-17T11:20', duty: 'meeting', title: '离退休党小组会' }, [
  ['小组会开了，念了《求是》上的文章', 'done', { date: '2026-09-17', topic: '《求是》' }],
]);

heard(SAMPLE_OFFICE, { as: 'li-xiu', at: '2026-09-08T11:20', duty: 'meeting', title: '党组例会' }, [
  ['例会开过，过了低保提标方案', 'done', { date: '2026-09-08', topic: '低保提标方案' }],
  [
    '例会开了，讨论通过了救助资金拨付办法',
    'done',
    { at: '2026-09-08T17:20', date: '2026-09-08', topic: '救助资金拨付办法' },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'wu-li', at: '2026-09-08T11:20', duty: 'talk', title: '谈心谈话' }, [
  ['谈了快一个小时，跟何平', 'done', { date: '2026-09-08', people: ['he-ping'] }],
  [
    '今早在食堂碰上何平，坐下来聊了聊窗口排班',
    'done',
    { at: '2026-09-10T09:10', date: '2026-09-10', people: ['he-ping'], topic: '窗口排班' },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-08-28T17:20', duty: 'meeting', title: '主题党日' }, [
  ['主题党日开展了，内容是清扫社区', 'done', { date: '2026-08-28', topic: '清扫社区' }],
]);

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-09-22T17:20', duty: 'meeting', title: '支部党员大会' }, [
  ['传达学习了省委全会精神，会已开', 'done', { date: '2026-09-22', topic: '省委全会精神' }],
  [
    'Held on 3 September at 3pm, 20 of 23 present, topic: the annual appraisal',
    'done',
    { at: '2026-09-04T09:20', date: '2026-09-03', present: 20, expected: 23, topic: 'the annual appraisal' },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'zhang-jianguo', at: '2026-09-04T09:20', duty: 'talk', title: '谈心谈话' }, [
  [
    'Met Wu Li two days ago, about the marriage registration window.',
    'done',
    { date: '2026-09-02', people: ['wu-li'], topic: 'the marriage registration window' },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'li-xiu', at: '2026-09-01T17:20', duty: 'study', title: '中心组集中学习' }, [
  [
    '中心组学了一下午，主题是总体国家安全观，吴局作中心发言',
    'done',
    { date: '2026-09-01', people: ['wu-li'], topic: '总体国家安全观' },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-06-24T17:20', duty: 'meeting', title: '党课' }, [
  [
    '党课讲完了，张书记讲的是全面从严治党，到了三十一个人',
    'done',
    { date: '2026-06-24', people: ['zhang-jianguo'], present: 31, topic: '全面从严治党' },
  ],
]);
