import { describe, expect, test } from 'vitest';
import { bareName, reasonKind, saysAll, saysTogether, wholeIn } from '../../../src/core/reply/sayings.ts';

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
