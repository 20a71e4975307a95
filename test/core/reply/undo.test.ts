import { reads } from './reads.ts';

reads('undo', [
  ['report', '撤回'],
  ['report', '刚才点错了，还没报'],
  ['report', '刚才那条报错了'],
  ['report', '上一条作废'],
  ['report', '撤销刚才的登记'],
  ['report', '点错了'],
  ['report', '按错了，不好意思'],
  ['report', '其实还没报，前面说早了', { reported: true }],
  ['report', '能撤回吗'],
  ['report', '前面那个完成是误报，麻烦删掉'],
  ['meeting', 'undo that'],
  ['report', '刚刚发错了，撤回'],
  ['report', '不好意思点错了，还没完成'],
  ['report', '取消刚才的打卡'],
  ['report', '收回上一条'],
  ['report', '我搞错了，没报'],
  ['report', '之前说完成了，其实没有'],
]);
