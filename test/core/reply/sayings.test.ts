import { describe, expect, test } from 'vitest';
import { bareName, isCourtesy, reasonKind, saysAll, saysTogether, wholeIn } from '../../../src/core/reply/sayings.ts';

test.each([
  ['我住院了', 'ill'],
  ['在党校学习班', 'training'],
  ['值班走不开', 'duty'],
  ['下乡了', 'away'],
  ['家里有事', null],
])('of %s only the kind is kept: %s', (text, kind) => {
  expect(reasonKind(text)).toBe(kind);
});

test.each([
  ['周敏', '周敏'],
  ['是周敏同志。', '周敏'],
  ['和周敏', '周敏'],
])('%s names %s', (text, name) => {
  expect(bareName(text)).toBe(name);
});

describe('evidence of something whole', () => {
  test.each([
    ['措施3佐证', 3, null],
    ['问题12材料', null, 12],
    ['measure 2', 2, null],
    ['报告3份', null, null],
  ])('%s', (text, measure, problem) => {
    expect(wholeIn(text)).toEqual({ measure, problem });
  });
});

test('together and all', () => {
  expect(saysTogether('党员大会和党课一起开的')).toBe(true);
  expect(saysTogether('党课开了')).toBe(false);
  expect(saysAll('3 都谈了')).toBe(true);
  expect(saysAll('3 已谈')).toBe(false);
});

test.each(['谢谢', '谢谢提醒！', '您好，辛苦了', '早上好', '哈哈哈', 'Thanks a lot', 'good morning'])(
  '%s is a courtesy',
  (text) => expect(isCourtesy(text)).toBe(true),
);

test.each(['谢谢，已办', '早开完了', '好的', '辛苦费已发', '1', '', '你好，党课开了', '早上开了会'])(
  '%s says something',
  (text) => expect(isCourtesy(text)).toBe(false),
);

test('a hostile courtesy costs no more than its length', () => {
  expect(isCourtesy(`${'哈'.repeat(50_000)}x`)).toBe(false);
  expect(isCourtesy(`${'谢谢了，'.repeat(20_000)}x`)).toBe(false);
  expect(isCourtesy('哈'.repeat(1000))).toBe(true);
});
