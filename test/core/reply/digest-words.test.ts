import { describe, expect, test } from 'vitest';
import { readDigestWords } from '../../../src/core/reply/digest-words.ts';
import { readReportWords } from '../../../src/core/reply/report-words.ts';

describe('what the office says of a digest', () => {
  test.each([
    ['改4 甲报告本周补报', { what: 'reword', no: 4, text: '甲报告本周补报' }],
    ['改4：甲报告本周补报', { what: 'reword', no: 4, text: '甲报告本周补报' }],
    ['修改第4行为甲报告本周补报', { what: 'reword', no: 4, text: '甲报告本周补报' }],
    ['改4', { what: 'reword', no: 4, text: '' }],
    ['edit 12 the report follows', { what: 'reword', no: 12, text: 'the report follows' }],
    ['更正4 已办', { what: 'correct', no: 4, text: '已办' }],
    ['correct 4: done', { what: 'correct', no: 4, text: 'done' }],
    ['隐4', { what: 'hide', numbers: [4] }],
    ['隐藏4、5', { what: 'hide', numbers: [4, 5] }],
    ['hide 4', { what: 'hide', numbers: [4] }],
    ['恢复4', { what: 'restore', numbers: [4] }],
    ['暂缓', { what: 'hold' }],
    ['发布', { what: 'release' }],
    ['publish', { what: 'release' }],
  ])('%j', (text, read) => expect(readDigestWords(text)).toEqual(read));

  test.each([
    '改4月5日',
    '改到4月5日',
    '更正3月2日谈的',
    '更正：3人参加',
    '更正3人',
    '改15:30',
    '改3号',
    '隐瞒',
    '暂缓上报第1项',
    '发布会开了',
  ])('%j is about something else', (text) => expect(readDigestWords(text)).toBeUndefined());
});

describe('what is asked for after /report', () => {
  const today = '2026-07-08'; // a Wednesday
  test.each([
    ['2026-06', { ask: { span: '2026-06' } }],
    ['2026-w13 周报', { report: 'weekly', ask: { span: '2026-W13' } }],
    ['6月月报', { report: 'monthly', ask: { span: '2026-06' } }],
    ['11月', { ask: { span: '2025-11' } }],
    ['上月', { ask: { span: '2026-06' } }],
    ['上周', { ask: { span: '2026-06-29..2026-07-05' } }],
    ['第二季度 进展报告', { report: 'progress-report', ask: { span: '2026-Q2' } }],
    ['督办函 红', { report: 'reminder-letter', ask: { colour: 'red' } }],
    ['矩阵 措施m2', { report: 'duty-matrix', ask: { measure: 'm2' } }],
    ['佐证 第3个问题', { report: 'evidence', ask: { problem: '3' } }],
    ['谈话', { report: 'talk-register', ask: {} }],
    ['', { ask: {} }],
    ['红色督办函', { report: 'reminder-letter', ask: { colour: 'red' } }],
    ['黄函', { report: 'reminder-letter', ask: { colour: 'yellow' } }],
  ])('%j', (text, read) => expect(readReportWords(text, today)).toEqual({ unknown: [], ...read }));

  test('what nothing can be made of is said', () =>
    expect(readReportWords('呀呀 周报', today)).toEqual({ report: 'weekly', ask: {}, unknown: ['呀呀'] }));
});
