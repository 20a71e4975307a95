import { heard } from './heard.ts';
import { SAMPLE_OFFICE } from './sample-office.ts';

// To which day it moves, how long somebody is away, and who stands in.

heard(SAMPLE_OFFICE, { as: 'wu-li', at: '2026-09-28T11:20', duty: 'talk', title: '谈心谈话' }, [
  ['何平下乡了，推到10月9号谈', 'postpone', { due: '2026-09-30T18:00', people: ['he-ping'], until: '2026-10-09' }],
]);

heard(SAMPLE_OFFICE, { as: 'li-xiu', at: '2026-09-07T16:20', duty: 'meeting', title: '党组例会' }, [
  ['例会挪到周四上午', 'postpone', { due: '2026-09-08T09:00', until: '2026-09-10' }],
  [
    'Can we move it to next Wednesday? Chen Min is travelling.',
    'postpone',
    { at: '2026-09-07T10:20', due: '2026-09-08T09:00', absent: ['chen-min'], until: '2026-09-16' },
  ],
  [
    '我下午要去县里，例会让徐芳记录并登记',
    'delegate',
    { at: '2026-09-08T08:20', due: '2026-09-08T09:00', delegateTo: 'xu-fang' },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-08-26T16:20', duty: 'meeting', title: '主题党日' }, [
  ['党日延到下下周一', 'postpone', { due: '2026-08-28T15:00', until: '2026-09-07' }],
]);

heard(SAMPLE_OFFICE, { as: 'zhou-jie', at: '2026-08-31T10:20', duty: 'inspection', title: '低保对象入户抽查' }, [
  ['抽查顺延三天吧，村里路没通', 'postpone', { due: '2026-08-31T18:00', until: '2026-09-03', reason: '村里路没通' }],
  ['人在外地，后天才回得来', 'excuse', { at: '2026-08-29T08:20', due: '2026-08-31T18:00', awayUntil: '2026-08-30' }],
  [
    'Ma Hui is covering for me this week.',
    'delegate',
    { at: '2026-08-28T09:20', due: '2026-08-31T18:00', delegateTo: 'ma-hui' },
  ],
  [
    '抽查的事托给马慧了，我发烧',
    'delegate',
    { at: '2026-08-28T09:20', due: '2026-08-31T18:00', delegateTo: 'ma-hui', reason: '我发烧' },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'li-xiu', at: '2026-08-05T10:20', duty: 'report', title: '整改工作月报' }, [
  ['月报能不能宽限到下周一，数据没出来', 'postpone', { due: '2026-08-05T18:00', until: '2026-08-10' }],
  [
    '月报我交给小徐弄了，她来报',
    'delegate',
    { at: '2026-09-03T09:20', due: '2026-09-05T18:00', delegateTo: 'xu-fang' },
  ],
  ['月报请徐芳同志代为报送', 'delegate', { at: '2026-09-04T08:10', due: '2026-09-05T18:00', delegateTo: 'xu-fang' }],
]);

heard(SAMPLE_OFFICE, { as: 'chen-min', at: '2026-12-30T10:20', duty: 'talk', title: '谈心谈话' }, [
  [
    '跟马慧的谈话改到元旦后第一个工作日',
    'postpone',
    { due: '2026-12-31T18:00', people: ['ma-hui'], until: '2027-01-04' },
  ],
  ['出差到本月20号', 'excuse', { at: '2026-09-14T08:20', due: '2026-09-30T18:00', awayUntil: '2026-09-20' }],
  [
    'Away at a training course until 25 September.',
    'excuse',
    { at: '2026-09-14T08:20', due: '2026-09-30T18:00', awayUntil: '2026-09-25' },
  ],
  ['休年假到国庆', 'excuse', { at: '2026-09-22T08:10', due: '2026-09-30T18:00' }],
]);

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-09-15T10:20', duty: 'meeting', title: '支部党员大会' }, [
  ['原定明天的党员大会推迟到本月底', 'postpone', { due: '2026-09-16T15:00', until: '2026-09-30' }],
]);

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-06-22T10:20', duty: 'meeting', title: '党课' }, [
  ['党课往后推一周', 'postpone', { due: '2026-06-24T15:00', until: '2026-07-01' }],
]);

heard(SAMPLE_OFFICE, { as: 'qian-guoliang', at: '2026-12-29T10:20', duty: 'meeting', title: '离退休党小组会' }, [
  ['改期，1月6日再开', 'postpone', { due: '2026-12-31T18:00', until: '2027-01-06' }],
]);

heard(SAMPLE_OFFICE, { as: 'wang-zhiqiang', at: '2026-09-15T08:20', duty: 'talk', title: '谈心谈话' }, [
  ['我这周在省里培训，周六回', 'excuse', { due: '2026-09-30T18:00', awayUntil: '2026-09-18' }],
  ["I'm on leave through Friday.", 'excuse', { due: '2026-09-30T18:00', awayUntil: '2026-09-18' }],
  [
    '周二、周三两天都在市里开会，周四才回',
    'excuse',
    { at: '2026-09-15T08:10', due: '2026-09-30T18:00', awayUntil: '2026-09-16' },
  ],
  [
    'Back in the office on 28 September, at a conference till then.',
    'excuse',
    { at: '2026-09-15T08:10', due: '2026-09-30T18:00', awayUntil: '2026-09-27' },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'sun-wei', at: '2026-09-16T08:20', duty: 'progress', title: '幸福之家盘活进展' }, [
  ['请假三天，家里有事', 'excuse', { due: '2026-09-16T18:00', awayUntil: '2026-09-18', reason: '家里有事' }],
  ['Out sick, back on Monday.', 'excuse', { due: '2026-09-16T18:00', awayUntil: '2026-09-20' }],
  ['请了五天病假', 'excuse', { at: '2026-09-15T08:10', due: '2026-09-16T18:00', awayUntil: '2026-09-19' }],
  [
    'On sick leave for three days.',
    'excuse',
    { at: '2026-09-15T08:10', due: '2026-09-16T18:00', awayUntil: '2026-09-17' },
  ],
  ['这周我休假，进展由马慧填', 'delegate', { at: '2026-09-16T08:10', due: '2026-09-16T18:00', delegateTo: 'ma-hui' }],
]);

heard(SAMPLE_OFFICE, { as: 'wu-li', at: '2026-09-14T08:20', duty: 'study', title: '个人自学' }, [
  ['住院了，医生说要躺一个星期', 'excuse', { awayUntil: '2026-09-20' }],
]);

heard(SAMPLE_OFFICE, { as: 'zhang-jianguo', at: '2026-09-02T08:20', duty: 'talk', title: '谈心谈话' }, [
  ['党校学习，9月1日至9月25日', 'excuse', { due: '2026-09-30T18:00', awayUntil: '2026-09-25' }],
  [
    '王局的谈话放到10月8号以后',
    'postpone',
    { at: '2026-09-28T09:10', due: '2026-09-30T18:00', people: ['wang-zhiqiang'], until: '2026-10-08' },
  ],
]);

heard(
  SAMPLE_OFFICE,
  { as: 'wang-zhiqiang', at: '2026-09-18T09:20', duty: 'inspection', title: '幸福之家、创新基地实地督导' },
  [
    ['这次督导就请陈局带队去吧，我在市里', 'delegate', { due: '2026-09-18T18:00', delegateTo: 'chen-min' }],
    ['Sun Wei will go in my place, I am in Hefei.', 'delegate', { due: '2026-09-18T18:00', delegateTo: 'sun-wei' }],
    [
      'Please let Zhou Jie do the visit for me, I am down with flu',
      'delegate',
      { at: '2026-09-18T08:10', due: '2026-09-18T18:00', delegateTo: 'zhou-jie' },
    ],
  ],
);

heard(SAMPLE_OFFICE, { as: 'li-xiu', at: '2026-10-16T09:20', duty: 'other', title: '更新议定事项办理清单' }, [
  ['这期清单由小丁代更', 'delegate', { due: '2026-10-16T18:00', unresolved: ['小丁'] }],
  ['清单缓两天，李局没签', 'postpone', { at: '2026-09-16T09:10', due: '2026-09-16T18:00', until: '2026-09-18' }],
]);

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-09-09T09:10', duty: 'meeting', title: '支委会' }, [
  [
    '支委会改期，定在21号，会议室没空',
    'postpone',
    { due: '2026-09-10T16:00', until: '2026-09-21', reason: '会议室没空' },
  ],
]);
