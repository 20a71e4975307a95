import { describe, expect, test } from 'vitest';
import { isTopic, lineOf, repeatsTitle, substanceOf } from '../../../src/core/reply/substance.ts';

describe('what a report says beyond that its duty was done', () => {
  test.each([
    ['幸福之家盘活进展已报：合同签了，城东幸福之家日均20人', '幸福之家盘活进展', '合同签了，城东幸福之家日均20人'],
    ['低保入户抽查完成，抽了18户，2户不再符合条件，已停发', '低保对象入户抽查', '抽了18户，2户不再符合条件，已停发'],
    ['入户抽查做完了', '低保对象入户抽查', undefined],
    ['昨天去了幸福之家和创新基地督导，比上次好转', '幸福之家、创新基地实地督导', '比上次好转'],
    ['月报报了', '整改工作月报', undefined],
    ['已完成', '整改工作月报', undefined],
    ['昨天去的', '低保对象入户抽查', undefined],
    ['议定事项清单已更新', '更新议定事项办理清单', undefined],
    ['上周五的清单已更新', '更新议定事项办理清单', undefined],
    ['5月22日的清单已更新', '更新议定事项办理清单', undefined],
    ['5月22日签了运营协议', '幸福之家盘活进展', '5月22日签了运营协议'],
    ['网站的办事指南已更新', '整改工作月报', '网站的办事指南已更新'],
    [
      '窗口推行首问负责制。资金拨付压缩到5个工作日',
      '改进窗口服务和资金拨付',
      '窗口推行首问负责制，资金拨付压缩到5个工作日',
    ],
    ['', '整改工作月报', undefined],
  ])('%s', (text, title, said) => expect(substanceOf(text, title)).toBe(said));

  test('is cut where a paper would become a diary', () => {
    expect(substanceOf('走访群众收集意见建议'.repeat(20), '督导')).toHaveLength(61);
  });

  test.each([
    ['进展：合同快签了', '合同快签了'],
    ['1 已签协议', '已签协议'],
    ['幸福之家盘活进展：合同已签', '合同已签'],
    ['进展顺利', '进展顺利'],
  ])('a line of progress: %s', (text, line) => expect(lineOf(text)).toBe(line));

  test.each([
    ['党章', true],
    ['学党章守党纪', true],
    ['开了', false],
    ['补学了', false],
    ['', false],
  ])('a topic: %s', (text, is) => expect(isTopic(text)).toBe(is));
});

test.each([
  ['幸福之家的报了', true],
  ['盘活进展已报', true],
  ['收到，幸福之家进展报了', true],
  ['已开业', false],
  ['幸福之家已签协议，下月开业', false],
  ['幸福之家盘活，水电已通', false],
])('%s only repeats what it is called: %s', (text, repeated) =>
  expect(repeatsTitle(text, '幸福之家盘活进展')).toBe(repeated),
);
