import { expect, test } from 'vitest';
import { readOfficeWords } from '../../../src/core/reply/office-words.ts';

test.each([
  ['催办 1', 'nudge', 1],
  ['1 催办', 'nudge', 1],
  ['催1', 'nudge', 1],
  ['第２项催一下', 'nudge', 2],
  ['催一下', 'nudge', null],
  ['二、暂缓上报', 'hold', 2],
  ['3先不报', 'hold', 3],
  ['代录1。', 'record', 1],
  ['2 代为登记', 'record', 2],
  ['处理 4', 'handle', 4],
  ['nudge 2', 'nudge', 2],
  ['2 hold', 'hold', 2],
] as const)('%s is what its button does', (text, act, number) => {
  expect(readOfficeWords(text)).toEqual({ act, number });
});

test.each([
  ['暂缓 1 等省厅批复', 1, '等省厅批复'],
  ['1 暂缓上报，等省厅批复', 1, '等省厅批复'],
  ['暂缓上报2：本人住院', 2, '本人住院'],
] as const)('%s says why at once', (text, number, reason) => {
  expect(readOfficeWords(text)).toEqual({ act: 'hold', number, reason });
});

test.each([
  '暂缓到周五',
  '1',
  '1 已办',
  '催办函已发',
  '处理好了',
  '1处理完了',
  '代录音',
  '请催一下孙伟把报告交上来',
  '',
])('%s is a sentence of another kind', (text) => expect(readOfficeWords(text)).toBeUndefined());
