import { heard } from './heard.ts';
import { SAMPLE_OFFICE } from './sample-office.ts';

// Who took part, who was away, how many, and who only stands in or is spoken of.

heard(SAMPLE_OFFICE, { as: 'li-xiu', at: '2026-09-08T11:20', duty: 'meeting', title: '党组例会' }, [
  [
    '例会开了，四位局领导都在，定了两件事',
    'done',
    { date: '2026-09-08', people: ['zhang-jianguo', 'wang-zhiqiang', 'chen-min', 'wu-li'], present: 4, expected: 4 },
  ],
  [
    'All four leaders attended, meeting held this morning.',
    'done',
    { date: '2026-09-08', people: ['zhang-jianguo', 'wang-zhiqiang', 'chen-min', 'wu-li'], present: 4, expected: 4 },
  ],
  [
    '例会开了，两位副局长在，王局请假',
    'done',
    { date: '2026-09-08', people: ['chen-min', 'wu-li'], absent: ['wang-zhiqiang'], present: 2 },
  ],
  ['会开完了，吴局没来，家里老人住院', 'done', { date: '2026-09-08', absent: ['wu-li'], why: ['家里老人住院'] }],
  [
    '例会已开，王局让老孙替他坐会，张局、陈局、吴局都在',
    'done',
    { date: '2026-09-08', people: ['zhang-jianguo', 'chen-min', 'wu-li'], absent: ['wang-zhiqiang'] },
  ],
  ['例会已开，赵组长列席，张局末位表态', 'done', { date: '2026-09-08', people: ['zhao-gang', 'zhang-jianguo'] }],
  [
    '周洁汇报了低保，四位领导逐个表态，会开了一上午',
    'done',
    {
      at: '2026-09-08T12:20',
      date: '2026-09-08',
      people: ['zhou-jie', 'zhang-jianguo', 'wang-zhiqiang', 'chen-min', 'wu-li'],
    },
  ],
  [
    '党组例会已于9月8日上午召开，张建国、王志强、陈敏3名同志参加，吴丽因病请假',
    'done',
    {
      at: '2026-09-09T09:10',
      date: '2026-09-08',
      people: ['zhang-jianguo', 'wang-zhiqiang', 'chen-min'],
      absent: ['wu-li'],
      present: 3,
      why: ['因病'],
    },
  ],
  [
    '陈局没到，让小周来旁听记录的，会开完了',
    'done',
    { at: '2026-09-08T11:10', date: '2026-09-08', absent: ['chen-min'] },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'qian-guoliang', at: '2026-09-17T11:20', duty: 'meeting', title: '离退休党小组会' }, [
  ['小组会开了，八个老同志来了六个', 'done', { date: '2026-09-17', present: 6, expected: 8 }],
  ['小组会照常开，到会5人，列席1人', 'done', { date: '2026-09-17', present: 5 }],
]);

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-12-10T17:20', duty: 'meeting', title: '支委会' }, [
  ['支委会三人到齐，议了评议的事', 'done', { date: '2026-12-10', present: 3, expected: 3, topic: '评议的事' }],
  [
    '支委会开了，我、李秀、何平三个都在',
    'done',
    { at: '2026-09-10T17:20', date: '2026-09-10', people: ['li-xiu', 'he-ping'], present: 3, expected: 3 },
  ],
  [
    '支委会开了，何平出差，李秀参加了',
    'done',
    { at: '2026-09-10T17:20', date: '2026-09-10', people: ['li-xiu'], absent: ['he-ping'], why: ['出差'] },
  ],
  [
    '支委会开完，因何平在外地，我和李秀先议的',
    'done',
    { at: '2026-09-10T17:20', date: '2026-09-10', people: ['li-xiu'], absent: ['he-ping'] },
  ],
  [
    'Committee met this afternoon; He Ping sent apologies.',
    'done',
    { at: '2026-09-10T17:20', date: '2026-09-10', absent: ['he-ping'] },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-09-22T17:20', duty: 'meeting', title: '支部党员大会' }, [
  ['党员大会开了，23名党员到会21名', 'done', { date: '2026-09-22', present: 21, expected: 23 }],
  ['党员大会开完，应到会党员二十三人，实到二十人', 'done', { date: '2026-09-22', present: 20, expected: 23 }],
  ['开了，实到19（应到23）', 'done', { date: '2026-09-22', present: 19, expected: 23 }],
  ['支部23名党员全部参加了大会', 'done', { date: '2026-09-22', present: 23, expected: 23 }],
  ['会开了，到会率百分之九十，21比23', 'done', { at: '2026-06-24T17:20', date: '2026-06-24' }],
  ['更正一下，昨天党员大会实到是20人，不是21人', 'done', { at: '2026-09-23T09:20', present: 20 }],
  ['应到23，请假3，实到20，会已开', 'done', { date: '2026-09-22', present: 20, expected: 23 }],
  ['会开了，一个不落全到了', 'done', { date: '2026-09-22' }],
  ['会开了，刘书记也来讲了话', 'done', { at: '2026-06-16T17:20', date: '2026-06-16', unresolved: ['刘书记'] }],
  ['会开过了，全员到齐，一共23人', 'done', { at: '2026-09-17T17:10', date: '2026-09-17', present: 23, expected: 23 }],
]);

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-08-28T17:20', duty: 'meeting', title: '主题党日' }, [
  ['就缺马会计一个，其余都在，会开了', 'done', { date: '2026-08-28', absent: ['ma-hui'] }],
  ['会开完了，5人应到4人实到，周洁下乡', 'done', { date: '2026-08-28', absent: ['zhou-jie'], present: 4, expected: 5 }],
  ['刚才数错了，应该是18个人到的', 'done', { at: '2026-09-23T17:20', present: 18 }],
  [
    'Party day done, 17 of 19 turned up, Ma Hui was on sick leave.',
    'done',
    { date: '2026-08-28', absent: ['ma-hui'], present: 17, expected: 19 },
  ],
  [
    '主题党日搞完了，马慧、何平请假，小刘也没来',
    'done',
    { date: '2026-08-28', absent: ['ma-hui', 'he-ping', '小刘'], unresolved: ['小刘'] },
  ],
  [
    '主题党日上上周五开展的，14名党员参加13名',
    'done',
    { at: '2026-09-08T09:10', date: '2026-08-28', present: 13, expected: 14 },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-06-24T17:20', duty: 'meeting', title: '党课' }, [
  ['党课讲完了，台下坐了三十来号人', 'done', { date: '2026-06-24' }],
  ['党课讲完了，听课的28人', 'done', { date: '2026-06-24', present: 28 }],
  [
    '党课是赵组长来讲的，讲的违纪案例',
    'done',
    { at: '2026-06-16T17:20', date: '2026-06-16', people: ['zhao-gang'], topic: '违纪案例' },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'li-xiu', at: '2026-09-01T17:20', duty: 'study', title: '中心组集中学习' }, [
  [
    '中心组学完了，张局、王局、陈局三位都到了，吴局上省里开会',
    'done',
    {
      date: '2026-09-01',
      people: ['zhang-jianguo', 'wang-zhiqiang', 'chen-min'],
      absent: ['wu-li'],
      present: 3,
      why: ['开会'],
    },
  ],
  ['学习记录已发马会计，中心组今天学完了', 'done', { date: '2026-09-01' }],
]);

heard(SAMPLE_OFFICE, { as: 'zhou-jie', at: '2026-08-28T17:20', duty: 'inspection', title: '低保对象入户抽查' }, [
  ['入户12户，看了12户，全部完成', 'done', { date: '2026-08-28' }],
]);

heard(SAMPLE_OFFICE, { as: 'zhang-jianguo', at: '2026-09-10T17:20', duty: 'talk', title: '谈心谈话' }, [
  ['跟王志强谈了，顺带问了问陈敏的情况', 'done', { date: '2026-09-10', people: ['wang-zhiqiang'] }],
  ['我是跟王局谈的，不是跟陈局', 'done', { people: ['wang-zhiqiang'] }],
  ['和陈局聊了，哦写错了，是吴局', 'done', { people: ['wu-li'] }],
  ['上午在陈局办公室跟吴局谈的', 'done', { date: '2026-09-10', people: ['wu-li'] }],
  ['王局、吴局都谈了，陈局去省里还没回来', 'progress', { date: '2026-09-10', people: ['wang-zhiqiang', 'wu-li'] }],
  ['刚跟志强、小吴两位副局长谈完', 'done', { date: '2026-09-10', people: ['wang-zhiqiang', 'wu-li'] }],
  ['班子几位都谈过一轮了', 'done', { at: '2026-09-28T17:20', date: '2026-09-28' }],
  ['还没跟吴丽谈，她这周都在乡下', 'not_done', { at: '2026-09-16T17:20', due: '2026-09-30T18:00', people: ['wu-li'] }],
  ['跟陈立谈了话', 'done', { at: '2026-09-16T17:20', date: '2026-09-16', unresolved: ['陈立'] }],
  ['昨天找王局谈的，说错了，前天', 'done', { at: '2026-09-10T11:10', date: '2026-09-08', people: ['wang-zhiqiang'] }],
  ['不是王局，是陈局，昨天谈的', 'done', { at: '2026-09-10T11:10', date: '2026-09-09', people: ['chen-min'] }],
  [
    '吴局谈了，哦不是，是王局，吴局还没谈',
    'progress',
    { at: '2026-09-10T11:10', date: '2026-09-10', people: ['wang-zhiqiang'] },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'chen-min', at: '2026-09-10T17:20', duty: 'talk', title: '谈心谈话' }, [
  ['跟马慧谈了，不对，是周洁', 'done', { people: ['zhou-jie'] }],
  [
    '周洁、马慧我都叫到办公室聊过了，挨个聊的',
    'done',
    { at: '2026-09-28T17:20', date: '2026-09-28', people: ['zhou-jie', 'ma-hui'] },
  ],
  [
    'Not yet, seeing Zhou Jie on Friday and Ma Hui next week.',
    'not_done',
    { at: '2026-09-16T17:20', due: '2026-09-30T18:00', people: ['zhou-jie', 'ma-hui'] },
  ],
  ['跟小周谈了，她说马慧最近情绪也不好', 'done', { at: '2026-09-08T11:10', date: '2026-09-08', people: ['zhou-jie'] }],
  [
    '谈了，一个是周洁，一个是马慧',
    'done',
    { at: '2026-09-10T11:10', date: '2026-09-10', people: ['zhou-jie', 'ma-hui'] },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'wu-li', at: '2026-09-10T17:20', duty: 'talk', title: '谈心谈话' }, [
  ['按徐芳的安排，上午找何平谈了话', 'done', { date: '2026-09-10', people: ['he-ping'] }],
]);

heard(SAMPLE_OFFICE, { as: 'zhang-jianguo', at: '2026-09-28T17:20', duty: 'talk', title: '化解矛盾谈话' }, [
  ['孙伟跟何平吵架那事，两个人我都谈了', 'done', { date: '2026-09-28', people: ['sun-wei', 'he-ping'] }],
]);

heard(SAMPLE_OFFICE, { as: 'zhang-jianguo', at: '2026-09-28T17:20', duty: 'talk', title: '受处分谈话' }, [
  ['处分决定宣布后当天就跟周洁谈了，纪检赵组长一起', 'done', { people: ['zhou-jie', 'zhao-gang'] }],
]);

heard(SAMPLE_OFFICE, { as: 'wang-zhiqiang', at: '2026-09-16T17:20', duty: 'talk', title: '谈心谈话' }, [
  ['老孙约好了明天上午，还没谈呢', 'not_done', { due: '2026-09-30T18:00', people: ['sun-wei'] }],
]);

heard(
  SAMPLE_OFFICE,
  { as: 'wang-zhiqiang', at: '2026-09-16T17:20', duty: 'inspection', title: '幸福之家、创新基地实地督导' },
  [['王局带着孙伟跑的三个点，都看完了', 'done', { date: '2026-09-16', people: ['wang-zhiqiang', 'sun-wei'] }]],
);

heard(SAMPLE_OFFICE, { as: 'chen-min', at: '2026-08-28T17:20', duty: 'inspection', title: '低保对象入户抽查' }, [
  [
    '我和小周、小刘三个人去入的户，12户看完',
    'done',
    { date: '2026-08-28', people: ['zhou-jie'], unresolved: ['小刘'] },
  ],
]);
