import { describe, expect, test } from 'vitest';
import { numberBeyond } from '../../../src/core/reply/bare.ts';
import type { ReplyContext } from '../../../src/core/reply/contract.ts';
import { readReply, targetsOf } from '../../../src/core/reply/index.ts';
import { item, scene } from './office.ts';

const TWO = [
  item('check', 'inspection', '养老机构督导'),
  item('talk', 'talk', '与刘敏谈心谈话', undefined, { counterpart: 'liu' }),
];
const two = scene({ more: { open: TWO, about: [], shown: TWO.map((i) => i.occurrence) } });

describe('a number that the list does not have', () => {
  test.each([
    ['3 谈了', 3],
    ['3谈了', 3],
    ['第3项完成了', 3],
    ['第三项已办', 3],
    ['1、3都办了', 3],
    ['1办完了，5推到周五', 5],
    ['3、谈了', 3],
    ['3. done', 3],
    ['3', 3],
    ['第4项', 4],
    ['12 已谈', 12],
  ])('%s', (text, no) => {
    const reading = readReply(text, two);
    expect(numberBeyond(text, reading, two)).toBe(no);
    const meant = targetsOf(reading, two).filter((t) => 'occurrences' in t && t.act.numbers.includes(no));
    expect(meant.flatMap((t) => ('occurrences' in t ? t.occurrences : []))).toEqual([]);
  });

  test.each([
    '1 谈了',
    '第2项完成了',
    '3个支部都跑了',
    '3号跟刘敏谈了',
    '3月20日谈的',
    '8:30谈的',
    '3.5小时谈完了',
    '25号下午谈了',
    '三会一课记录查了',
    '第三次督导完成了',
    '40分钟谈完了',
    '3天前谈的',
    '2026年3月谈过了',
    '三家都去了',
    '5 家养老院都去了',
    '二十届三中全会精神学了',
    '第三方机构陪同去了',
    '一起去了',
    '十点谈的',
    '2',
  ])('%s names no line, or one that is there', (text) => {
    expect(numberBeyond(text, readReply(text, two), two)).toBeUndefined();
  });

  test('without a list no number is one of its lines', () => {
    const bare: ReplyContext = { ...two, shown: [] };
    expect(numberBeyond('3 谈了', readReply('3 谈了', bare), bare)).toBeUndefined();
  });
});

describe('a bare 1', () => {
  const about = (shown: readonly string[]) => scene({ more: { open: TWO, about: ['check'], shown } });
  test('opens the only line of a list', () =>
    expect(readReply('1', about(['check'])).pick).toEqual({ number: 1, from: 'item', id: 'check' }));
  test('is 收到 to a reminder without numbers', () =>
    expect(readReply('1', about([]))).toMatchObject({ intent: 'acknowledge', pick: null }));
});
