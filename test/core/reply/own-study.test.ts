import { expect, test } from 'vitest';
import { studyDaysIn } from '../../../src/core/reply/own-study.ts';

test.each<[string, number | undefined, number | undefined]>([
  ['上周自学了4天', undefined, 4],
  ['自学四天', 1, 4],
  ['3天', 1, 3],
  ['1 3天', 1, 3],
  ['1、5天。', 1, 5],
  // That number names another line of the list.
  ['2 3天', 1, undefined],
  ['上周没自学', 1, 0],
  ['一天都没学', 1, 0],
  ['学了0天', 1, 0],
  ['中心组学习了2天', 1, undefined],
  ['自学了9天', 1, undefined],
  ['3月4天后再说', 1, undefined],
  ['党组会开了', 1, undefined],
  ['完成了', 1, undefined],
])('%s', (text, no, days) => expect(studyDaysIn(text, no)).toBe(days));
