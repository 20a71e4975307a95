import { reads } from './reads.ts';

reads('excuse', [
  ['study', '我在省里培训请个假，会后补学'],
  ['report', '出差了'],
  ['talk', '我这周在市委党校学习'],
  ['talk', '住院了'],
  ['talk', '驻村去了，人不在局里'],
  ['meeting', '我请假，在省厅开会'],
  ['meeting', '会我参加不了，在杭州出差'],
  ['study', '发烧了，今天请个病假'],
  ['talk', '我人在北京，赶不回来'],
  ['meeting', "I'm on a business trip this week"],
  ['meeting', '孩子生病，请假一天'],
  ['meeting', '我在下乡'],
  ['meeting', '明天去市里培训，参加不了'],
  ['inspection', '培训要到下周五才完，这阵子人在外头'],
  ['study', '这几天人在外面'],
]);
