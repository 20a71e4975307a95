import { reads } from './reads.ts';

reads('acknowledge', [
  ['report', '收到'],
  ['report', '好的'],
  ['report', 'OK'],
  ['report', '嗯'],
  ['report', '1'],
  ['report', '👍'],
  ['study', '收到，谢谢提醒'],
  ['study', '嗯嗯好的'],
  ['study', '知道了'],
  ['study', '明白，放心'],
  ['study', '收到！'],
  ['study', '👌'],
  ['study', '好嘞'],
  ['study', '遵命'],
  ['meeting', '好的，收到，谢谢'],
  ['talk', '👍👍'],
  ['talk', '🙏收到'],
  ['meeting', 'Noted, thanks'],
]);
