import { reads } from './reads.ts';

// Whoever is elsewhere was not at it, and what others do elsewhere is no deed of this duty.
reads('excuse', [
  ['meeting', '去县里开会了'],
  ['study', '到市里汇报了'],
  ['report', '生病住院了，下周一上班'],
]);
reads('none', [
  ['meeting', '领导临时去市里开会了'],
  ['report', '已落实责任人'],
]);
reads('postpone', [
  ['meeting', '书记临时去市里了，改后天'],
  ['meeting', '本来今天开的 书记临时去市里了 改后天'],
]);
reads('progress', [['inspection', '出发了']]);
reads('done', [
  ['inspection', '去市福利院查了'],
  ['meeting', '会是开了，可惜陈志远没赶上'],
  ['report', '月报我让刘敏先报上去了'],
]);

// A talk is held by oneself; a paper that was not approved is not yet there.
reads('none', [['talk', '派人谈了']]);
reads('progress', [
  ['deliverable', '方案报局长了，没批'],
  ['talk', '三位副局长谈了两位，就剩刘敏', { people: ['chen', 'zhao'] }],
]);
reads('done', [
  ['report', '派人送去了'],
  ['study', '学了学了', { topic: null }],
]);
reads('not_done', [['meeting', 'The meeting was cancelled, too many people away', { void: true }]]);
