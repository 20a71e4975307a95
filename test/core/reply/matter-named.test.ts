import { expect, test } from 'vitest';
import type { ItemKind } from '../../../src/core/reply/contract.ts';
import { matterNamed, strangeMatter } from '../../../src/core/reply/matter-named.ts';
import { item } from './office.ts';

test.each([
  ['整改月报报了', '整改月报'],
  ['督导方案定了', '督导方案'],
  ['督导方案还没定', '督导方案'],
  ['我们支委会昨天开了', '支委会'],
  ['这个月的主题党日还没搞', '主题党日'],
  ['昨天的月报交了', '月报'],
  ['党组会和中心组学习一并开的', '党组会'],
  ['更正，党员大会是3月1日开的', '党员大会'],
  ['还没弄', undefined],
  ['马上办', undefined],
  ['按方案开展了督导', undefined],
  ['和孙伟谈了', undefined],
  ['不会弄', undefined],
  ['社会救助办了', undefined],
  ['报告主任，会开了', undefined],
  ['材料都准备好了', undefined],
])('%s names %s', (text, name) => expect(matterNamed(text)?.name).toBe(name));

type Open = readonly (readonly [ItemKind, string])[];
const visits: Open = [
  ['inspection', '养老机构督导'],
  ['talk', '谈心谈话'],
];

test.each<[string, Open, string | undefined]>([
  ['整改月报报了', visits, '整改月报'],
  ['月报报了', [['inspection', '低保对象入户抽查']], '月报'],
  ['支委会开了', visits, '支委会'],
  ['支委会开了', [['meeting', '支部党员大会']], '支委会'],
  ['社区共建方案定了', visits, '社区共建方案'],
  // What its words may be said of is asked about.
  ['督导方案定了', visits, undefined],
  ['整改月报报了', [['report', '整改进展报告']], undefined],
  ['整改月报报了', [['deliverable', '低保核查办法']], '整改月报'],
  ['方案定了', visits, undefined],
  ['党课上了', [['meeting', '三会一课']], undefined],
  ['支部会开了', [['meeting', '支部委员会会议']], undefined],
  ['督导做完了，月报也报了', visits, undefined],
  ['都办完了', visits, undefined],
])('%s', (text, open, name) => {
  const items = open.map(([kind, title], i) => item(`o${i}`, kind, title));
  expect(strangeMatter(text, items)).toBe(name);
});
