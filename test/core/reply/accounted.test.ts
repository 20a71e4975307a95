import { reads } from './reads.ts';

// A deed counts only where everything that stands before it is what a report of that duty says.
reads('none', [
  ['talk', '错谈了'],
  ['talk', '要求谈了'],
  ['talk', '陪刘敏谈了'],
  ['talk', '看见陈志远谈了'],
  ['talk', '代陈志远谈了'],
  ['talk', '跟家属谈了'],
  ['talk', '算谈过了'],
  ['talk', '去年的谈过了'],
  ['talk', '听着像谈过了'],
  ['meeting', '通知开了'],
  ['meeting', '县里的会开了'],
  ['meeting', '工会的会开了'],
  ['meeting', '听证会开了'],
  ['meeting', '上级同意开了'],
  ['report', '去年的完成了'],
  ['report', '老李那份报了'],
  ['report', '系统提示提交成功了'],
  ['report', 'they submitted it'],
  ['inspection', '纪委查了'],
  ['other', '勉强完成了'],
  ['meeting', '二支部的党员大会开完了'],
  ['meeting', '市局的党日活动我参加了'],
  ['study', '学习资料发了'],
  ['report', '据办公室统计已报'],
  ['inspection', '派周国强去了'],
]);

// Nor where it is done to something else.
reads('none', [
  ['report', '报了警'],
  ['report', '报了名'],
  ['meeting', '开了证明'],
  ['inspection', '跑了个步'],
  ['talk', 'met a client'],
]);

reads('done', [
  ['talk', '上午跟刘敏在小会议室谈了'],
  ['talk', '趁出差跟陈志远在火车上谈了', { people: ['chen'] }],
  ['talk', '和建军边走边聊谈完了', { people: ['zhao'] }],
  ['talk', '昨天利用午休时间跟刘敏谈了话', { date: '2026-03-24' }],
  ['meeting', '主题党日植树活动搞完了'],
  ['meeting', '由陈志远主持，会开了'],
  ['meeting', '党组会散了'],
  ['meeting', '党课昨天请党校老师来讲了', { date: '2026-03-24' }],
  ['report', '进展报告经局长签发后报了'],
  ['report', '刚把月报发您微信了'],
  ['report', '已走OA'],
  ['report', "It's in your inbox"],
  ['deliverable', '办法昨天挂到局网站了'],
  ['study', '今天在县委党校学了一天'],
  ['study', '读完第三章了，第四章明天'],
  ['inspection', '上午到两个敬老院实地看了看'],
  ['inspection', '带队把五个乡镇查了一遍'],
]);

reads('progress', [
  ['deliverable', '两个议题过了一个'],
  ['deliverable', '送领导签了'],
  ['deliverable', '党组会原则通过，修改后印发'],
]);

reads('not_done', [
  ['report', '催报告交了'],
  ['report', 'Not quite there yet'],
  ['report', 'submitted? not yet, tomorrow'],
  ['deliverable', '不用修订了', { void: true }],
]);

reads('undo', [['report', '前面那个完成是小孩点的']]);

// Whose talk waits for a return is not among those who were talked to.
reads('done', [
  [
    'talk',
    '昨天下午和刘敏在办公室聊了快一个钟头，主要说低保核查，陈志远的等他回来',
    { date: '2026-03-24', people: ['liu'] },
  ],
  ['talk', '和刘敏、陈志远等同志都谈过了', { people: ['liu', 'chen'] }],
]);
