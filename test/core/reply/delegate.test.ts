import { reads } from './reads.ts';

reads('delegate', [
  ['meeting', '我去下乡，让陈志远替我参加', { to: 'chen' }],
  ['talk', '请刘敏代我谈', { to: 'liu' }],
  ['meeting', '我在外地，让老陈主持一下', { to: 'chen' }],
  ['meeting', '委托陈志远同志主持召开', { to: 'chen' }],
  ['talk', '委托刘敏同志代谈', { to: 'liu' }],
  ['talk', '这个月我委托老赵去谈吧', { to: 'zhao' }],
  ['meeting', 'Chen Zhiyuan will stand in for me', { to: 'chen' }],
]);
