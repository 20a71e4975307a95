import { heard } from './heard.ts';
import { SAMPLE_OFFICE } from './sample-office.ts';

// Written blind, and read for the first time after the batch before had been mended: 72 of 100 and 53 of 80 intents were
// right, and 4 and 4 sentences were wrongly done. Rows that are still read otherwise than meant stand last.
heard(
  SAMPLE_OFFICE,
  {
    as: 'chen-min',
    at: '2026-05-19T16:00',
    duty: 'deliverable',
    title: '低保动态核查办法（修订）',
    due: '2026-05-22T18:00',
  },
  [['我已经打过招呼让各组把会签放在心上了，估计这两天都会签完', ['not_done', 'progress']]],
);

heard(
  SAMPLE_OFFICE,
  { as: 'he-ping', at: '2026-06-10T16:20', duty: 'deliverable', title: '低保动态核查办法（修订）' },
  [
    ['会签整完给小周送过去了，她乐得够呛。上礼拜没签是因为我住院了，现在好利索了', 'done', { date: '2026-06-10' }],
    [
      '这玩意儿我寻思老半天了，第六条整得不对劲，没法签',
      ['not_done', 'progress'],
      { at: '2026-06-11T09:00', due: '2026-06-15T18:00' },
    ],
  ],
);

heard(
  SAMPLE_OFFICE,
  { as: 'li-xiu', at: '2026-05-22T08:25', duty: 'deliverable', title: '低保动态核查办法（修订）会签' },
  [['办公室的会签没意见，章盖好交社会救助股了，是昨天下班前的事', 'done', { date: '2026-05-21' }]],
);

heard(SAMPLE_OFFICE, { as: 'ma-hui', at: '2026-05-06T11:00', duty: 'deliverable', title: '低保动态核查办法（修订）' }, [
  [
    "Countersigned last Thursday; the scan is in the shared drive. Next up: our own budget circular, but that's a different story.",
    'done',
    { date: '2026-04-30' },
  ],
  [
    'Swamped with the mid-year accounts. Can we push this to 17 June?',
    'postpone',
    { at: '2026-05-13T10:00', due: '2026-06-15T18:00', until: '2026-06-17' },
  ],
  ["I've read it, I've marked it up, I just haven't signed it.", 'progress', { at: '2026-05-18T16:00' }],
  ['Noted, thanks.', 'acknowledge', { at: '2026-06-01T09:00' }],
  [
    'All sorted - signed, stamped, handed to Zhou Jie in person.',
    'done',
    { at: '2026-06-15T09:00', date: '2026-06-15' },
  ],
]);

heard(
  SAMPLE_OFFICE,
  { as: 'ma-hui', at: '2026-05-27T10:10', duty: 'deliverable', title: '低保动态核查办法（修订）会签' },
  [
    ['Countersigned and returned to Zhou Jie this morning.', 'done', { date: '2026-05-27' }],
    [
      '请把我的会签期限放到六月十号',
      'postpone',
      { at: '2026-05-29T11:00', due: '2026-05-29T18:00', until: '2026-06-10' },
    ],
    ['Got it 👍', 'acknowledge', { at: '2026-05-20T09:25' }],
  ],
);

heard(
  SAMPLE_OFFICE,
  { as: 'sun-wei', at: '2026-05-28T10:00', duty: 'deliverable', title: '低保动态核查办法（修订）' },
  [['会签单我签都签了，放到小周桌子高头的，她不在，你跟她说一声嘛', 'done', { date: '2026-05-28' }]],
);

heard(
  SAMPLE_OFFICE,
  { as: 'sun-wei', at: '2026-06-03T10:25', duty: 'deliverable', title: '低保动态核查办法（修订）会签' },
  [['養老股會簽單已簽妥，意見兩條，一併附上', 'done', { date: '2026-06-03' }]],
);

heard(
  SAMPLE_OFFICE,
  { as: 'zhou-jie', at: '2026-07-06T15:00', duty: 'deliverable', title: '低保动态核查办法（修订）' },
  [
    ['早就印发了，你们公文交换箱里去翻翻', 'done', { due: '2026-07-10T18:00' }],
    [
      '低保核查办法终稿今天上午局党组会过了，陈局当场签批，我下午就发各乡镇，刚刚发完',
      'done',
      { at: '2026-06-30T17:05', due: '2026-06-30T18:00', date: '2026-06-30' },
    ],
    [
      '修订稿改到第三版了，各股意见基本吸收完',
      ['progress', 'not_done'],
      { at: '2026-06-09T17:10', due: '2026-06-30T18:00' },
    ],
    ['完成时限到底是31号还是30号？', 'question', { at: '2026-05-26T10:50' }],
    ['好的收到，核查办法修订完成后第一时间报您', ['acknowledge', 'not_done'], { at: '2026-05-14T15:30' }],
    ['进度条 ▓▓▓▓▓▓▓▓▓░ 90%', 'progress', { at: '2026-06-08T16:45', due: '2026-06-15T18:00' }],
    [
      '卡点提交成功✌️✌️ 修订稿v9_最终版_真的最终版.docx 已传，阿门🙏',
      'done',
      { at: '2026-06-15T17:59', due: '2026-06-15T18:00', date: '2026-06-15' },
    ],
  ],
);

heard(
  SAMPLE_OFFICE,
  { as: 'wang-zhiqiang', at: '2026-08-20T09:00', duty: 'inspection', title: '幸福之家、创新基地实地督导' },
  [
    ['去过了，18号提前去的，因为20号要开全县大会', 'done', { due: '2026-08-20T18:00', date: '2026-08-18' }],
    [
      '基地、城东、城西，半天跑完，城东好转，另两个持平，照片回头发',
      'done',
      { at: '2026-05-20T12:30', due: '2026-05-20T18:00', date: '2026-05-20' },
    ],
    [
      '要说完成也能说完成，可我不好意思填，因为只去了城东的大门口',
      ['progress', 'not_done'],
      { at: '2026-07-20T18:25', due: '2026-07-20T23:59' },
    ],
    ['城东我看了，另外两处礼拜四看', ['progress', 'not_done'], { at: '2026-10-19T17:30', due: '2026-10-23T18:00' }],
    [
      '创新基地在修路，车进不去，督导恐怕要放到月底31号',
      'postpone',
      { at: '2026-07-20T10:30', due: '2026-07-20T18:00', until: '2026-07-31' },
    ],
    ['明后两天陪省厅督查组，去不了', ['excuse', 'not_done'], { at: '2026-06-17T22:00', due: '2026-06-18T18:00' }],
    [
      '城东看完了，城西看了一半让家属给围住了，聊了一下午养老金的事，创新基地就没去成，明天放假了，唉',
      'progress',
      { at: '2026-06-18T17:00', due: '2026-06-18T18:00' },
    ],
    [
      '去年这个时候我们督导完都出通报了，那会儿老局长抓得是真紧',
      ['none', 'not_done'],
      { at: '2026-10-20T09:00', due: '2026-10-20T18:00' },
    ],
    [
      '今天大雾高速封了，督导往后挪挪，下周二去吧，正好那天民政厅的人也来，一块看',
      'postpone',
      { at: '2026-11-20T08:50', due: '2026-11-20T18:00', until: '2026-11-24' },
    ],
  ],
);

heard(SAMPLE_OFFICE, { as: 'zhao-gang', at: '2026-05-20T09:15', duty: 'inspection', title: '监督检查' }, [
  ['检查方案业经审批，人员、车辆均已落实，拟于明日实施。', 'not_done', { due: '2026-05-29T18:00' }],
  ['本月监督检查于7月8日、9日分两次实施完毕，共查三个股室，问题线索移交一件。', 'done', { at: '2026-07-10T11:00' }],
  [
    '因配合市纪委专项行动，本月监督检查顺延至9月3日。',
    'postpone',
    { at: '2026-08-28T10:00', due: '2026-08-31T18:00', until: '2026-09-03' },
  ],
  [
    '昨日下午会同李秀、徐芳两位同志对主题党日台账开展专项检查，现已结束，发现代签一处，责令三日内改正。',
    'done',
    { at: '2026-10-29T17:30', date: '2026-10-28', people: ['li-xiu', 'xu-fang'] },
  ],
  ['有的同志台账写“已督导”，一问三不知，这样的“完成”要不得。', 'none', { at: '2026-12-03T14:10' }],
]);

heard(SAMPLE_OFFICE, { as: 'zhou-jie', at: '2026-10-30T15:15', duty: 'inspection', title: '低保对象入户抽查' }, [
  [
    '十月份入户抽查二十五户整，复核过了，取消一户，新增两户边缘户，台账都改了',
    'done',
    { due: '2026-10-30T18:00', date: '2026-10-30' },
  ],
  [
    'Yes, all done: 21 households, three files corrected.',
    'done',
    { at: '2026-04-30T17:10', due: '2026-04-30T18:00', date: '2026-04-30' },
  ],
  [
    '完成是完成了，可那是县里统一组织的抽查，咱们局里这个月的我还没下去',
    'not_done',
    { at: '2026-08-28T16:45', due: '2026-08-31T18:00' },
  ],
  ['18 of 25 visited, the rest after the rain stops', 'progress', { at: '2026-10-28T18:30', due: '2026-10-30T18:00' }],
  ['高烧39度，烧了两天，人都是飘的', ['excuse', 'not_done'], { at: '2026-05-29T08:15', due: '2026-05-29T18:00' }],
  [
    '抽查的事先请孙股长帮忙带队，我胳膊吊着石膏',
    ['delegate', 'excuse'],
    { at: '2026-09-25T16:30', due: '2026-09-30T18:00', delegateTo: 'sun-wei' },
  ],
  [
    '入户 ✅ 6+4共10户全部走完！！社恐已阵亡💀 表明天录系统',
    'done',
    { at: '2026-03-31T17:40', due: '2026-03-31T18:00', date: '2026-03-31' },
  ],
  ['啊啊手滑了！上面那个✅不作数，还有两户没走', ['undo', 'progress'], { at: '2026-04-30T19:00' }],
  ['emo了，下大暴雨，车趴窝在半路，一户没走成😭', 'not_done', { at: '2026-05-29T10:10', due: '2026-05-29T18:00' }],
  ['宝子们，抽查是要5户还是10户来着🤔', 'question', { at: '2026-07-30T21:00' }],
  ['滴～打卡，抽查完事儿，祝大家国庆嗨皮🎉', 'done', { at: '2026-09-30T16:20', date: '2026-09-30' }],
]);

heard(SAMPLE_OFFICE, { as: 'he-ping', at: '2026-08-28T17:30', duty: 'meeting', title: '主题党日' }, [
  [
    '党日活动完事儿了，人数我刚报岔了，去的是十二个人不是十四个，小刘没来，相亲去了哈哈',
    'done',
    { date: '2026-08-28', present: 12 },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'he-ping', at: '2026-08-13T17:15', duty: 'meeting', title: '支委会' }, [
  ['支委会，完事。三人到齐，议了纳新。', 'done', { date: '2026-08-13', present: 3 }],
  ['我在脱产培训班，月底结业', 'excuse', { at: '2026-05-12T20:10', due: '2026-05-14T16:00' }],
  [
    '支委会搁小会议室开完了，唠了俩点儿，徐书记说下个月还是这天儿',
    'done',
    { at: '2026-05-14T17:45', date: '2026-05-14' },
  ],
  [
    '徐书记让我说一声，支委会往后串一天，明儿个下晚儿开',
    'postpone',
    { at: '2026-09-10T09:30', due: '2026-09-10T18:00', until: '2026-09-11' },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'li-xiu', at: '2026-07-14T11:20', duty: 'meeting', title: '党组例会' }, [
  ['例会开了俩小时，人事的事占了一大半，四个班子成员一个不缺，赵组长列席', 'done', { date: '2026-07-14', present: 4 }],
  ['7月例会因停电改在二楼小会议室，时间没变，照常开完', 'done', { at: '2026-07-21T11:05', date: '2026-07-21' }],
  [
    'The party-group meeting finished at noon. Four of four present, head spoke last.',
    'done',
    { at: '2026-08-11T13:00', date: '2026-08-11', present: 4 },
  ],
  ['谁跟你说开完了？才开场，门都还没关', ['not_done', 'progress'], { at: '2026-08-25T09:10', due: '2026-08-25T23:59' }],
]);

heard(
  SAMPLE_OFFICE,
  { as: 'li-xiu', at: '2026-09-09T18:20', duty: 'meeting', title: '支委会', due: '2026-09-10T16:00' },
  [['让何平替我去开那个支委会，我当天陪领导', 'delegate', { delegateTo: 'he-ping' }]],
);

heard(SAMPLE_OFFICE, { as: 'ma-hui', at: '2026-03-27T17:20', duty: 'meeting', title: '主题党日' }, [
  [
    "Party Day's over, we planted trees by the river all afternoon. Lovely weather. Sorry for the late note!",
    'done',
    { date: '2026-03-27' },
  ],
  [
    "I'm on annual leave till Tuesday, so count me out of Party Day.",
    'excuse',
    { at: '2026-10-30T09:00', due: '2026-10-30T18:00' },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'qian-guoliang', at: '2026-06-11T08:30', duty: 'meeting', title: '离退休党小组会' }, [
  [
    '老同志们昨天聚齐了，九点开到十一点，学的是党章第六章，张老师念的，还把上半年党费收齐了，一分没差',
    'done',
    { date: '2026-06-10' },
  ],
  [
    '喂小李啊我老钱我们组那个会昨天开过了你给我记上一笔到了六个人老赵头没来他孙子高考',
    'done',
    { at: '2026-06-08T10:40', date: '2026-06-07', present: 6 },
  ],
  ['办完这件事我就退休了，哈哈，可惜还没开始办', ['not_done', 'none'], { at: '2026-04-22T15:00' }],
  ['今天雨大老同志出不了门，咱改到下礼拜三', 'postpone', { at: '2026-07-08T08:20', until: '2026-07-15' }],
  ['徐书记，小组会的记录你那边收到没有', 'question', { at: '2026-07-09T10:15' }],
  ['早饭吃了，药也吃了', 'none', { at: '2026-06-16T08:05' }],
  [
    '会开了昨天下午三点开的八个人到了老赵没来他孙子过生日我们学了那个政府工作报告',
    'done',
    { at: '2026-04-22T09:30', date: '2026-04-21', present: 8 },
  ],
  [
    '我这两天在医院陪老伴住院呢她做白内障那个会我张罗不了对不起了',
    ['excuse', 'not_done'],
    { at: '2026-05-25T08:20', due: '2026-05-31T18:00' },
  ],
  [
    '哎小李同志小组会完事了啊大家都签了字了那个本子我让徐书记捎给你下个月咱们打算去水库看看',
    'done',
    { at: '2026-06-25T16:00', date: '2026-06-25' },
  ],
  ['刚才那个不是说给你的我跟老伴说话呢她问我饭吃完了没有我说完了完了', ['none', 'undo'], { at: '2026-07-08T19:00' }],
  ['学习是学完了可是那个评议的部分没弄老同志们都困了下回再弄', 'progress', { at: '2026-08-12T10:00' }],
  ['上礼拜五就开过了我忘了跟你说了对不起啊', 'done', { at: '2026-09-16T10:40', date: '2026-09-11' }],
]);

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-05-29T18:25', duty: 'meeting', title: '主题党日' }, [
  ['主题党日弄完，去社区帮老人换灯泡，一共28个人，请假俩', 'done', { date: '2026-05-29', present: 28 }],
  ['刘局长上礼拜在隔壁县交流会上讲他们党日都搞完了，啧啧', ['none', 'not_done'], { at: '2026-05-27T12:10' }],
  [
    '今天主题党日跟县里的党员轮训撞了，挪到下周四，到时候跟支部述职一起搞。',
    'postpone',
    { at: '2026-11-27T09:00', due: '2026-11-27T18:00', until: '2026-12-03' },
  ],
  [
    '主题党日搞完了，慰问困难党员4户，接下来写简报，下周一挂网。',
    'done',
    { at: '2026-12-25T17:30', date: '2026-12-25' },
  ],
]);

heard(
  SAMPLE_OFFICE,
  { as: 'xu-fang', at: '2026-11-03T16:00', duty: 'meeting', title: '党组例会', due: '2026-11-03T09:00' },
  [['不是不办，党组会要等张局从省里回来，最快也得10号，支委会的计划只好跟着往后', ['postpone', 'none']]],
);

heard(
  SAMPLE_OFFICE,
  { as: 'xu-fang', at: '2026-06-24T21:20', duty: 'meeting', title: '党课', due: '2026-06-30T18:00' },
  [
    ['书记因为高铁晚点改到晚上讲的党课，七点半开讲，讲到九点，人一个没走', 'done', { date: '2026-06-24' }],
    ['党课讲稿已经写好了张局看过也改好了就等25号那天开讲', ['not_done', 'progress'], { at: '2026-06-18T10:40' }],
  ],
);

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-05-15T09:10', duty: 'meeting', title: '支委会' }, [
  ['五月支委会跟党员大会前后脚开的，先支委后大会，都在14号下午', 'done', { date: '2026-05-14' }],
  ['合着就差我没回呗 早开完了', 'done', { at: '2026-09-10T19:20', date: '2026-09-10' }],
  [
    '支委会刚开完，李秀、何平都到了，研究了发展对象2名，下一步公示五个工作日。',
    'done',
    { at: '2026-04-09T17:20', date: '2026-04-09', people: ['li-xiu', 'he-ping'] },
  ],
  [
    '议题都征求好了，材料发到各位手上了，四点准时开，开完我来报。',
    'not_done',
    { at: '2026-07-09T15:00', due: '2026-07-09T18:00' },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-09-29T11:30', duty: 'meeting', title: '支部党员大会' }, [
  [
    '三季度党员大会和党课一起开的，应到33实到30，开完我把两个记录分开写，节前归档。',
    'done',
    { date: '2026-09-29', present: 30, expected: 33 },
  ],
]);

heard(
  SAMPLE_OFFICE,
  { as: 'xu-fang', at: '2026-06-12T09:00', duty: 'meeting', title: '离退休党小组会', due: '2026-06-30T18:00' },
  [['老钱说九号开，九号下大雨他们不肯出门，没成', ['not_done', 'none']]],
);

heard(SAMPLE_OFFICE, { as: 'zhang-jianguo', at: '2026-03-24T08:30', duty: 'meeting', title: '党组例会' }, [
  ['今天我去市里，王局主持。', 'delegate', { due: '2026-03-24T18:00', delegateTo: 'wang-zhiqiang' }],
  ['开了，我末位表的态。', 'done', { at: '2026-05-12T12:00', date: '2026-05-12' }],
]);

heard(SAMPLE_OFFICE, { as: 'xu-fang', at: '2026-07-09T16:12', duty: 'minutes-check', title: '党组会记录核查' }, [
  [
    '那份7月7号党组会的记录，表态顺序没毛病，末位是张局，签字也有，可以归了',
    'done',
    { due: '2026-07-10T18:00', date: '2026-07-09' },
  ],
  [
    '查过了 就一处日期写成去年的 让小丁重打了一页 已经换进去',
    'done',
    { at: '2026-09-10T10:02', due: '2026-09-11T18:00', date: '2026-09-10' },
  ],
  [
    '上回我以为核完了，后来纪检组赵组长抽出两份不合格的，现在还在重核',
    ['progress', 'not_done', 'undo'],
    { at: '2026-07-16T15:30', due: '2026-07-17T18:00' },
  ],
  ['会后我没顾上核记录', 'not_done', { at: '2026-07-10T17:20', due: '2026-07-10T18:00' }],
  [
    '局里的记录齐了，是齐了，但都是办公会的，党组会的那几份还欠着签字',
    ['progress', 'not_done'],
    { at: '2026-08-13T10:20' },
  ],
  [
    '上次党组会的记录昨天核完了，核查表也填了，有一处字迹不清，下周我请李主任重新打印一份附在后面。',
    'done',
    { at: '2026-06-05T09:40', date: '2026-06-04' },
  ],
  ['要素核过了，签字这块还没核，等张局签完我再走最后一步。', 'progress', { at: '2026-10-15T16:00' }],
]);

heard(SAMPLE_OFFICE, { as: 'zhao-gang', at: '2026-03-27T16:00', duty: 'minutes-check', title: '党组会记录核查' }, [
  [
    '对3月24日党组会记录的核查已完成，结论：要素齐全，表态顺序合规。建议今后会议录音留存一年。',
    'done',
    { date: '2026-03-27' },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'li-xiu', at: '2026-06-18T17:55', duty: 'other', title: '更新议定事项办理清单' }, [
  ['清单更新完毕，共17项，办结12，在办5', ['done', 'progress'], { due: '2026-06-18T18:00', date: '2026-06-18' }],
  [
    '上次逾期那条清单，我今天补更新了，对不住',
    'done',
    { at: '2026-06-22T11:10', due: '2026-06-18T18:00', date: '2026-06-22' },
  ],
  ['三个议题两个通过，清单还没往里加，明早加', 'not_done', { at: '2026-06-25T18:50', due: '2026-06-26T18:00' }],
  [
    '议定事项办理清单已更新至6月12日，办结率87%，对尚未办结的2项已下发督办单。',
    'done',
    { at: '2026-06-12T17:20', date: '2026-06-12' },
  ],
  [
    '本人自今日起赴省委党校学习，议定事项办理清单更新工作由徐芳同志代为办理。',
    'delegate',
    { at: '2026-10-30T08:40', delegateTo: 'xu-fang' },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'sun-wei', at: '2026-06-10T16:20', duty: 'progress', title: '幸福之家盘活进展' }, [
  ['本周盘活情况报啦：城东每天能有十几个老人来下棋，我把表填了提交了', ['done', 'progress'], { date: '2026-06-10' }],
  ['等王局把三处都看完，我再一起写', 'not_done', { at: '2026-05-20T11:30', due: '2026-05-20T23:59' }],
  ['做完功课再来跟你汇报，别急', ['not_done', 'acknowledge'], { at: '2026-06-17T09:10', due: '2026-06-17T23:59' }],
  [
    '一半一半吧',
    ['progress', 'none', 'not_done'],
    { at: '2026-07-29T14:00', replyTo: '孙伟同志，幸福之家盘活本周有进展吗？请回复。' },
  ],
  [
    '申请顺延5个工作日，王局已同意口头',
    'postpone',
    { at: '2026-07-15T16:00', due: '2026-07-15T23:59', until: '2026-07-22' },
  ],
  ['Please cancel my last message, wrong group chat', 'undo', { at: '2026-08-12T15:05' }],
  ['完成没完成你们系统里不是看得见吗', ['none', 'question'], { at: '2026-08-26T16:40' }],
  ['啊对对对，完成了完成了，全县第一', ['none', 'question'], { at: '2026-09-09T18:50' }],
  ['进展填好了也交了，这盘莫得拖，王局还表扬了我两句嘿嘿', 'done', { at: '2026-04-01T17:30', date: '2026-04-01' }],
  ['搞错咯搞错咯，上午那个“已报”是我发错群的，还莫报', ['undo', 'not_done'], { at: '2026-06-03T15:00' }],
  ['这两天在乡坝头抗洪，信号都莫得，进展的事对不起哈', ['excuse', 'not_done'], { at: '2026-07-22T08:40' }],
  ['进展表是报给你还是报给王局哦？上回我报过了，这回搞忘了', 'question', { at: '2026-08-26T11:00' }],
  ['调度会刚刚散，运营单位定下来咯，进展表一并报了', 'done', { at: '2026-10-14T17:00', date: '2026-10-14' }],
]);

heard(SAMPLE_OFFICE, { as: 'wu-li', at: '2026-06-25T16:40', duty: 'progress', title: '改进窗口服务和资金拨付' }, [
  ['窗口的事儿我写了个半页纸交给李秀了，今天25号嘛', 'done', { date: '2026-06-25' }],
  [
    '拨付那块的情况报上去了，从7天缩到3天，本月没接到投诉',
    'done',
    { at: '2026-07-24T17:00', due: '2026-07-25T18:00', date: '2026-07-24' },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'wu-li', at: '2026-05-25T11:20', duty: 'progress', title: '改进窗口服务和资金拨付进展' }, [
  ['未呀，啲數仲未齊，今晚之前一定交到', 'not_done', { due: '2026-05-25T23:59' }],
  ['本月進展我已經交咗俾李主任喇，窗口投訴得一單，已經處理咗', 'done', { at: '2026-10-23T18:00', date: '2026-10-23' }],
]);

heard(SAMPLE_OFFICE, { as: 'li-xiu', at: '2026-07-06T10:00', duty: 'report', title: '整改工作月报' }, [
  ['三号那天把上月的月报送到巡察办了，王科长亲手收的', 'done', { due: '2026-07-03T18:00', date: '2026-07-03' }],
  ['赶在下班前五分钟交上去的，险', 'done', { at: '2026-08-05T18:04', due: '2026-08-05T18:00', date: '2026-08-05' }],
  [
    '月报送晚了一天，因为系统崩了，今早补报成功',
    'done',
    { at: '2026-08-06T09:30', due: '2026-08-05T18:00', date: '2026-08-06' },
  ],
  [
    '月报还在等各股的数，孙伟的来了，何平的没来，我先把框架搭完了',
    ['progress', 'not_done'],
    { at: '2026-07-01T11:30' },
  ],
  [
    '这是去年的总结，今年的还没影',
    'not_done',
    {
      at: '2026-12-03T10:40',
      due: '2026-12-04T18:00',
      replyTo: '已收到您上传的“2025年整改工作总结”，是否登记为11月月报？',
    },
  ],
  ['文已拟好，呈张局核签中', ['progress', 'not_done'], { at: '2026-08-04T16:00', due: '2026-08-05T18:00' }],
  ['材料齐了七成，老孙的照片还在手机里', ['progress', 'not_done'], { at: '2026-09-02T15:20', due: '2026-09-04T18:00' }],
  [
    '今天的月报你找徐芳要，她替我盯一个星期',
    'delegate',
    { at: '2026-09-04T09:15', due: '2026-09-04T18:00', delegateTo: 'xu-fang' },
  ],
  ['昨晚报的3号那条“已报”先拿掉，附件没传上', ['undo', 'progress', 'not_done'], { at: '2026-09-04T08:10' }],
  [
    '为切实做好整改工作，按照有关要求，办公室认真梳理、逐项核对，已于4月30日将4月份整改工作月报正式行文上报（民字〔2026〕18号）。',
    'done',
    { at: '2026-05-06T16:00', date: '2026-04-30' },
  ],
  [
    '经核实，刚才发送的“已报送”为群发误操作，月报尚在会签，特此更正。',
    ['undo', 'progress'],
    { at: '2026-06-05T17:50', due: '2026-06-05T18:00' },
  ],
  ['月报已拟制完毕，待主要负责人审签后即行报送。', 'progress', { at: '2026-08-05T09:00', due: '2026-08-05T18:00' }],
]);

heard(SAMPLE_OFFICE, { as: 'li-xiu', at: '2026-09-16T09:20', duty: 'report', title: '整改情况报告' }, [
  ['整改情况报告张局审定签发，昨日已正式行文报县委巡察工作领导小组办公室，请予销号', 'done', { date: '2026-09-15' }],
]);

heard(SAMPLE_OFFICE, { as: 'chen-min', at: '2026-07-20T08:40', duty: 'study', title: '个人自学' }, [
  ['自学：周一到周五五天，每天早上40分钟，没断', 'done'],
]);

heard(
  SAMPLE_OFFICE,
  { as: 'chen-min', at: '2026-09-01T19:00', duty: 'study', title: '中心组集中学习', due: '2026-09-01T23:59' },
  [['出差在外，回去再补学', ['excuse', 'not_done']]],
);

heard(
  SAMPLE_OFFICE,
  { as: 'chen-min', at: '2026-06-10T13:30', duty: 'study', title: '中心组集中学习补学', due: '2026-06-15T18:00' },
  [['今天中午把三楼那个学习会也补听了，录音两个小时，我那本笔记你们可以拿去查', 'done', { date: '2026-06-10' }]],
);

heard(SAMPLE_OFFICE, { as: 'li-xiu', at: '2026-06-03T09:40', duty: 'study', title: '中心组集中学习' }, [
  [
    '学习这块不用操心，6月份的集中学习1号下午已经按计划组织了，四人全到，记录和照片存在学习文件夹',
    'done',
    { date: '2026-06-01', present: 4 },
  ],
  ['第三季度学习计划制定完毕并已上墙', ['not_done', 'none'], { at: '2026-07-01T09:05', due: '2026-07-01T23:59' }],
  ['下午三点才学，这会儿报完成是不是早了点', ['question', 'not_done'], { at: '2026-05-06T10:20' }],
  [
    'Could we move the study session from the 6th to the 8th? Half the leaders fly back late',
    ['postpone', 'question'],
    { at: '2026-05-04T10:00', due: '2026-05-06T23:59', until: '2026-05-08' },
  ],
  ['9月1日组织的中心组集中学习，缺席的吴丽同志已于昨日下午补学，至此全员完成。', 'done', { at: '2026-09-08T10:00' }],
]);

heard(SAMPLE_OFFICE, { as: 'wang-zhiqiang', at: '2026-11-10T22:00', duty: 'study', title: '个人自学' }, [
  [
    '出差归出差，学习没落下啊，今天高铁上把《条例》从头到尾学了一遍，还做了两页笔记，打卡打卡，对了食堂那个菜单谁定的，太咸了',
    'done',
    { date: '2026-11-10' },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'wu-li', at: '2026-07-15T00:35', duty: 'study', title: '个人自学' }, [
  ['昨儿夜里翻完了《民法典》婚姻家庭编，算今天的吧', 'done'],
  ['没学完，翻了三页就被叫去接访', ['progress', 'not_done'], { at: '2026-07-02T20:00' }],
  [
    '琴晚睇咗成個鐘書，《民政工作條例》嗰本，補返尋日嘅自學，補完喇',
    'done',
    { at: '2026-07-03T08:55', date: '2026-07-02' },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'zhang-jianguo', at: '2026-04-02T08:20', duty: 'study', title: '个人自学' }, [
  ['昨晚学的。四十分钟。', 'done', { date: '2026-04-01' }],
  ['学完。笔记两页。', 'done', { at: '2026-06-16T21:05', date: '2026-06-16' }],
]);

heard(SAMPLE_OFFICE, { as: 'chen-min', at: '2026-06-23T17:40', duty: 'talk', title: '谈心谈话' }, [
  [
    '谈了的，马慧家里的事也问了，她婆婆住院，局里给她调了两天班',
    'done',
    { due: '2026-06-30T18:00', date: '2026-06-23', people: ['ma-hui'] },
  ],
  [
    '我表已经建好了，人也联系上了，谈话还没开始',
    ['not_done', 'progress'],
    { at: '2026-06-26T09:40', due: '2026-06-30T18:00' },
  ],
  [
    "If Zhou Jie is in on Monday, I'll finish the last talk then.",
    ['not_done', 'progress'],
    { at: '2026-06-26T18:10', due: '2026-06-30T18:00', people: ['zhou-jie'] },
  ],
  ['小周谈了，马会计约了没约上', 'progress', { at: '2026-06-24T12:00', due: '2026-06-30T18:00' }],
  [
    '小周下乡回来感冒了，谈话往后拖一拖吧',
    ['postpone', 'not_done'],
    { at: '2026-06-30T10:30', due: '2026-06-30T18:00' },
  ],
  [
    '1 ✅ 谈了\n2 ✅ 谈了',
    'done',
    {
      at: '2026-03-31T16:00',
      due: '2026-03-31T18:00',
      replyTo: '待报事项：\n1. 与周洁谈心谈话（本季度）\n2. 与马慧谈心谈话（本季度）',
      date: '2026-03-31',
    },
  ],
  [
    '昨天的第1条报错了，那天没谈成，请撤回。',
    ['undo', 'not_done'],
    { at: '2026-04-01T09:00', replyTo: '待报事项：\n1. 与周洁谈心谈话（本季度）\n2. 与马慧谈心谈话（本季度）' },
  ],
  [
    '1. 未谈\n2. 未谈',
    'not_done',
    {
      at: '2026-06-15T09:50',
      due: '2026-06-30T18:00',
      replyTo: '待报事项：\n1. 与周洁谈心谈话（本季度）\n2. 与马慧谈心谈话（本季度）',
    },
  ],
  [
    '1. 昨天谈的\n2. 也是昨天谈的，同一个下午',
    'done',
    {
      at: '2026-06-30T08:40',
      due: '2026-06-30T18:00',
      replyTo: '待报事项：\n1. 与周洁谈心谈话（本季度）\n2. 与马慧谈心谈话（本季度）',
      date: '2026-06-29',
    },
  ],
  [
    '都谈了。小周聊的是救助窗口，马会计聊的是预算，各四十分钟，登记表节后补交。',
    'done',
    {
      at: '2026-09-30T17:10',
      replyTo: '待报事项：\n1. 与周洁谈心谈话（本季度）\n2. 与马慧谈心谈话（本季度）',
      date: '2026-09-30',
      people: ['zhou-jie', 'ma-hui'],
    },
  ],
  [
    '第2条里的马慧，是人事股找她谈还是我谈？',
    'question',
    { at: '2026-12-10T11:15', replyTo: '待报事项：\n1. 与周洁谈心谈话（本季度）\n2. 与马慧谈心谈话（本季度）' },
  ],
  [
    '1. 谈了\n2. 约在30号下午',
    'progress',
    {
      at: '2026-12-28T15:00',
      due: '2026-12-31T18:00',
      replyTo: '待报事项：\n1. 与周洁谈心谈话（本季度）\n2. 与马慧谈心谈话（本季度）',
    },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'wang-zhiqiang', at: '2026-06-30T11:05', duty: 'talk', title: '谈心谈话' }, [
  ['谈完老孙了。别人别再问了', 'done', { date: '2026-06-30', people: ['sun-wei'] }],
  [
    '老孙我们俩下午在河边边走边谈的，谈了一个多小时吧，本来还想叫上搞基建的老同学，他没空。反正谈话这事儿办完啦，交差交差',
    'done',
    { at: '2026-03-27T21:30', date: '2026-03-27', people: ['sun-wei'] },
  ],
]);

heard(SAMPLE_OFFICE, { as: 'wu-li', at: '2026-06-15T10:30', duty: 'talk', title: '谈心谈话' }, [
  ['跟何平谈心的记录卡我填了，人是上礼拜四谈的', 'done', { date: '2026-06-11', people: ['he-ping'] }],
  [
    'Talked to He Ping today, no complaints, he just wants a new printer',
    'done',
    { at: '2026-06-26T15:30', date: '2026-06-26', people: ['he-ping'] },
  ],
  ['好呀，冇問題👌', 'acknowledge', { at: '2026-08-17T10:00' }],
  ['聽講陳局嗰邊早就傾完晒喇，佢真係快手', 'none', { at: '2026-11-03T20:00' }],
]);

heard(SAMPLE_OFFICE, { as: 'zhang-jianguo', at: '2026-06-18T08:30', duty: 'talk', title: '谈心谈话' }, [
  [
    '志强这边我跟他谈过了，礼拜一晚上下班以后，谈到快八点',
    'done',
    { due: '2026-06-30T18:00', date: '2026-06-15', people: ['wang-zhiqiang'] },
  ],
  [
    '三位副局长都谈了一遍',
    'done',
    { at: '2026-06-29T17:10', due: '2026-06-30T18:00', people: ['wang-zhiqiang', 'chen-min', 'wu-li'] },
  ],
  [
    'Not yet, the minister is in town and everything is upside down',
    'not_done',
    { at: '2026-06-25T21:00', due: '2026-06-30T18:00' },
  ],
  ['我刚说谈完了，是上季度的事，按错季度了，请删掉', ['undo', 'not_done'], { at: '2026-07-15T09:10' }],
  ['行，我叫他们抓紧', ['acknowledge', 'not_done'], { at: '2026-05-25T08:50' }],
  [
    '陈敏谈了，吴丽谈了，王志强病着，等他。',
    'progress',
    { at: '2026-06-29T18:00', due: '2026-06-30T18:00', people: ['chen-min', 'wu-li'] },
  ],
  ['谈什么谈，都在防汛。', ['not_done', 'none'], { at: '2026-06-30T17:00', due: '2026-06-30T18:00' }],
  ['赵组长跟他们谈过了。', ['none', 'not_done'], { at: '2026-09-29T09:00', due: '2026-09-30T18:00' }],
  [
    '王主任，昨天下午谈的，谈完了。',
    'done',
    { at: '2026-12-30T16:00', date: '2026-12-29', people: [], unresolved: ['王主任'] },
  ],
]);

// Read otherwise than meant.
heard(SAMPLE_OFFICE, { as: 'li-xiu', at: '2026-03-25T10:00' }, [
  // Meant: done, date "2026-06-16", people ["zhou-jie"].
  [
    '中午跟小周一块儿在食堂吃的饭，吃完在院子里走了三圈，就算谈心了啊，她说想考社工证，我支持',
    'none',
    { as: 'chen-min', at: '2026-06-16T14:20', duty: 'talk', title: '谈心谈话' },
  ],
  // Meant: done, date "2026-06-18".
  [
    '核了三次会的记录，6月2号9号16号的，都齐',
    'done',
    { as: 'xu-fang', at: '2026-06-18T15:30', duty: 'minutes-check', title: '党组会记录核查' },
  ],
  // Meant: done, date "2026-07-20".
  [
    '城西那家今天没人开门，我隔着窗户看了看又跟门卫聊了半天，城东和基地都进去了，三处都走到了',
    'none',
    {
      as: 'wang-zhiqiang',
      at: '2026-07-20T16:50',
      duty: 'inspection',
      title: '幸福之家、创新基地实地督导',
      due: '2026-07-20T18:00',
    },
  ],
  // Meant: done, date "2026-07-30".
  [
    '小程和我分头走的，他走东乡我走西乡，昨儿擦黑才碰头，三十户都见着人了',
    'none',
    { as: 'zhou-jie', at: '2026-07-31T08:50', duty: 'inspection', title: '低保对象入户抽查', due: '2026-07-31T18:00' },
  ],
  // Meant: done, date "2026-06-26".
  [
    '检查记录，改的改补的补，最后一份刚锁进柜子',
    'none',
    { as: 'xu-fang', at: '2026-06-26T17:28', duty: 'minutes-check', title: '党组会记录核查' },
  ],
  // Meant: not_done.
  [
    '已安排小周去抽查了',
    'delegate',
    { as: 'chen-min', at: '2026-04-27T10:05', duty: 'inspection', title: '低保对象入户抽查', due: '2026-04-30T18:00' },
  ],
  // Meant: done, people ["chen-min", "wu-li"].
  [
    '根据安排，今日召开党组例会，陈敏、吴丽同志出席，王志强同志委托孙伟同志列席，会议审议通过议题3项。',
    'done',
    { as: 'li-xiu', at: '2026-03-24T11:50', duty: 'meeting', title: '党组例会' },
  ],
  // Meant: done, people ["he-ping"].
  [
    '今朝同何股長喺佢辦公室傾咗，佢話想多派個人去殯儀館嗰邊，我話會同張局反映',
    'done',
    { as: 'wu-li', at: '2026-04-24T17:00', duty: 'talk', title: '谈心谈话' },
  ],
  // Meant: done.
  [
    '今天跟运营公司的人一道，把城东城西还有创新基地挨个督导了一遍，别的先不说，创新基地那个保安终于换了！督导记录我今晚补，明早交，你们办公室也别老熬夜哈',
    'progress',
    { as: 'wang-zhiqiang', at: '2026-05-20T18:40', duty: 'inspection', title: '幸福之家、创新基地实地督导' },
  ],
  // Meant: not_done.
  [
    '车都到城东门口了，接了张局一个电话又掉头回来开会了，唉，这个月我这督导真是一波三折',
    'none',
    {
      as: 'wang-zhiqiang',
      at: '2026-08-19T17:00',
      duty: 'inspection',
      title: '幸福之家、创新基地实地督导',
      due: '2026-08-20T18:00',
    },
  ],
  // Meant: done.
  [
    '重阳节那天开的小组会我们包了饺子学了文件都开完了',
    'none',
    { as: 'qian-guoliang', at: '2026-10-28T15:20', duty: 'meeting', title: '离退休党小组会' },
  ],
]);
