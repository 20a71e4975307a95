import { expect, test } from 'vitest';
import type { ItemKind, OpenItem } from '../../../src/core/reply/contract.ts';
import { saidOf } from '../../../src/core/reply/deed-words.ts';

const item = (kind: ItemKind, title: string): OpenItem => ({
  occurrence: title,
  duty: title,
  kind,
  title,
  due: 0,
  scheduled: 0,
});
const open = [
  item('meeting', '党组例会'),
  item('meeting', '离退休党小组会'),
  item('study', '中心组集中学习'),
  item('talk', '谈心谈话'),
  item('inspection', '低保入户抽查'),
  item('other', '党组会记录核查补正：末位表态'),
  item('report', '整改工作月报'),
];

test.each<[string, readonly string[] | undefined]>([
  ['党组会开了，都到了', ['党组例会']],
  ['今天例会开完了', ['党组例会', '离退休党小组会', '中心组集中学习']],
  ['小组会已开', ['离退休党小组会']],
  ['开了，应到4实到3，王局请假', ['党组例会', '离退休党小组会', '中心组集中学习']],
  ['中心组学习结束，王局领学', ['中心组集中学习']],
  ['推进会开了', []],
  ['补学了', ['中心组集中学习']],
  ['昨天谈了', ['谈心谈话']],
  ['去了，都看了', ['低保入户抽查']],
  ['月报报了', undefined],
  ['都办完了', undefined],
  ['抽了18户，2户已停发', undefined],
])('%s', (text, found) => expect(saidOf(text, open)?.map(({ title }) => title)).toEqual(found));
