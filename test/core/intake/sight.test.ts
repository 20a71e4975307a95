import { describe, expect, test } from 'vitest';
import { draftOf } from '../../../src/core/intake/index.ts';
import { natureOf } from '../../../src/core/intake/nature.ts';
import learned from '../../../src/core/intake/sight/eye.json' with { type: 'json' };
import { readText } from '../../../src/documents/read-text.ts';
import { corpusDigest, papers } from '../../papers/corpus.ts';
import { featuresOf } from '../../papers/learn-eye.ts';

const draft = (text: string) => draftOf(readText(text), { today: '2026-03-02' });

test('it was learned from the papers that lie beside the tests: after a change there, `npm run learn`', async () => {
  expect(learned.corpus).toBe(corpusDigest(await papers(), featuresOf));
});

describe('what a sentence does, in words that no rule foresees', () => {
  test.each([
    ['把毁坏的机井修好，3月25日之前通水', 'deed'],
    ['养护工程管理粗放，批评与自我批评辣味欠火候', 'fault'],
    ['高标准农田重建轻管', 'fault'],
  ])('%s is a %s', (text, nature) => {
    expect(natureOf(text)).toBe(nature);
  });
});

describe('a layout that nobody foresaw', () => {
  test('is read by what its lines do, below headings that say nothing of problems', () => {
    const { problems, measures } = draft(`××公司党支部整改方案

第一部分　领办清单

▲书记　王强　领办2项
领办一：班子议事决策不规范，以办公会代替支部会研究人事事项。
　—6月10日前修订支部会议事规则；
　—综合部每半年检查一次会议记录；
　—坚持会前充分酝酿。
领办二：职工食堂管理混乱，职工反映强烈。
　—每月公布一次食堂账目；
　—8月底前完成食堂改造。

2026年3月1日`);
    expect(problems.map(({ text }) => text.slice(0, 6))).toEqual(['班子议事决策', '职工食堂管理']);
    expect(measures.map((measure) => measure.problems)).toEqual([[1], [1], [1], [2], [2]]);
  });

  test('a card whose labels are an office’s own, with what they name below them', () => {
    const { problems, measures } = draft(`东山镇党委巡察整改“会诊单”

★ 病例一
症状：村级财务监督失灵，三个村白条入账。
病根：镇纪委抓早抓小不够。
处方：
a. 镇纪委4月底前把18个村的账目过一遍
b. 3月25日之前把白条清退
主治：霍明

★ 病例二
症状：农田水利重建轻管，机井坏了没人修。
病根：管护责任没落实。
处方：
a. 每个村定2名管护员，每周查看一遍
b. 每季度开一次管护例会
主治：单雪`);
    expect(problems).toHaveLength(2);
    expect(measures.map(({ owner }) => owner)).toEqual(['霍明', '霍明', '单雪', '单雪']);
  });

  test('▍ heads a part as 一、 does', () => {
    const { problems, measures } = draft(`个人对照检查材料

▍存在问题
带头学习方面：一是学习不够系统，满足于完成篇目；二是运用不够，用理论指导工作的办法不多。

▍原因剖析
理论学习缺乏韧劲。

▍整改措施
在“学”上下真功夫。每天学习不少于1小时，每季度精读1本著作。
在“责”上压真担子。每季度听取1次分管科室汇报。`);
    expect([problems.length, measures.length]).toEqual([2, 2]);
  });
});
