import { expect, test } from 'vitest';
import { saysWhatFileIs } from '../../../src/core/reply/file-words.ts';
import { tellsOnlyWhen } from '../../../src/core/reply/when-words.ts';

test.each([
  ['是昨天谈的', 'talk', true],
  ['昨天下午谈的', 'talk', true],
  ['哦，是周五开的。', 'meeting', true],
  ['11月28日报的', 'report', true],
  ['是昨天开的', 'talk', false],
  ['昨天和陈敏谈的', 'talk', false],
  ['昨天谈了', 'talk', false],
  ['昨天谈的怎么样', 'talk', false],
] as const)('%s after a %s tells only when: %s', (text, kind, only) => expect(tellsOnlyWhen(text, kind)).toBe(only));

test.each([
  ['这是党员大会的照片', true],
  ['刚才的照片是月报的', true],
  ['照片是党员大会的', true],
  ['上面两张图片归到措施3', true],
  ['those photos are of the branch meeting', true],
  ['这是党员大会的照片吗？', false],
  ['党员大会开了，照片是小李拍的', false],
  ['照片发群里了', false],
  ['月报报了，附件已上传', false],
])('%s says what a photo is of: %s', (text, says) => expect(saysWhatFileIs(text)).toBe(says));
