import { expect, test } from 'vitest';
import { deniesTalk, placesAttended, saysOfLine } from '../../../src/core/reply/attend-words.ts';

test.each([
  ['2参加', [2]],
  ['2、3能参加', [2, 3]],
  ['第2项准时参加', [2]],
  ['2 会到场', [2]],
  ['2不参加', undefined],
  ['2参加不了', undefined],
  ['参加', undefined],
])('%s: at %j', (text, places) => expect(placesAttended(text)).toEqual(places));

test.each([
  ['王局没跟我谈', true],
  ['没找我谈过', true],
  ['不是跟我谈的', true],
  ['还没和孙伟谈', false],
  ['我和王局谈了', false],
])('%s denies a talk: %s', (text, denies) => expect(deniesTalk(text)).toBe(denies));

test.each([
  ['4 和孙伟谈了', true],
  ['2参加', true],
  ['1 5天', false],
  ['5天', false],
  ['自学了4天', false],
])('%s is of a line: %s', (text, of) => expect(saysOfLine(text)).toBe(of));
