import { reads } from './reads.ts';

reads('delegate', [
  ['meeting', '我去下乡，让陈志远替我参加', { to: 'chen' }],
  ['talk', '请刘敏代我谈', { to: 'liu' }],
  ['meeting', '我在外地，让老陈主持一下', { to: 'chen' }],
  ['meeting', '委托陈志远同志主持召开', { to: 'chen' }],
  ['talk', '委托刘敏同志代谈', { to: 'liu' }],
  ['talk', '这个月我委托老赵去谈吧', { to: 'zhao' }],
  ['meeting', 'Chen Zhiyuan will stand in for me', { to: 'chen' }],
  ['meeting', '我在培训，由刘敏代为主持', { to: 'liu' }],
  ['meeting', '出差，刘敏替我', { to: 'liu' }],
  ['meeting', '派小钱去参加', { to: 'qian' }],
  ['meeting', '让李主任去', { unresolved: ['李主任'] }],
]);
