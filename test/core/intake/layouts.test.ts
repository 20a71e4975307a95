import { describe, expect, test } from 'vitest';
import { draftOf } from '../../../src/core/intake/index.ts';
import { readText } from '../../../src/documents/read-text.ts';

const read = (...lines: readonly string[]) =>
  draftOf(readText(['县水务局巡察整改方案', '（2026年3月1日）', ...lines].join('\n')), { today: '2026-03-02' });

/** Problems and the measures that answer them, as `problem ← measure @ owner until deadline`. */
const told = (...lines: readonly string[]) => {
  const { problems, measures } = read(...lines);
  return problems.map(({ no, text }) => {
    const answers = measures.filter((measure) => measure.problems.includes(no));
    return [text, ...answers.map(({ title, owner }) => `${title}${owner ? ` @${owner}` : ''}`)];
  });
};

const both = [
  ['值守不严', '局领导每周夜查一次 @杭勇'],
  ['台账不清', '办公室每月核对一次 @车志'],
];

describe('a paper numbers and labels as it likes: what comes again is structure', () => {
  test.each([
    [
      'formal numerals, labels in brackets of its own',
      [
        '壹、值守不严',
        '〔怎么改〕局领导每周夜查一次。',
        '〔谁来办〕杭勇',
        '贰、台账不清',
        '〔怎么改〕办公室每月核对一次。',
        '〔谁来办〕车志',
      ],
    ],
    [
      'signs that no list knows',
      [
        '◆短板：值守不严',
        '◇怎么办：局领导每周夜查一次。',
        '◇落实：杭勇',
        '◆短板：台账不清',
        '◇怎么办：办公室每月核对一次。',
        '◇落实：车志',
      ],
    ],
    [
      'arrows below numbered problems',
      [
        '3.1.1 问题：值守不严。',
        '→ 局领导每周夜查一次。',
        '责任：杭勇。',
        '3.1.2 问题：台账不清。',
        '→ 办公室每月核对一次。',
        '责任：车志。',
      ],
    ],
    [
      'problem and measure in one line',
      ['值守不严。→措施：局领导每周夜查一次。责任人：杭勇', '台账不清。→措施：办公室每月核对一次。责任人：车志'],
    ],
    [
      '由…负责 behind each measure',
      [
        '一、关于“值守不严”的整改',
        '整改措施：',
        '1.局领导每周夜查一次。由杭勇负责。',
        '二、关于“台账不清”的整改',
        '整改措施：',
        '1.办公室每月核对一次。由车志负责。',
      ],
    ],
    [
      'lists that go by the same numbers',
      [
        '问题清单',
        'A1 值守不严',
        'A2 台账不清',
        '任务清单',
        'A1 局领导每周夜查一次',
        'A2 办公室每月核对一次',
        '责任清单',
        'A1 杭勇',
        'A2 车志',
      ],
    ],
    [
      'a row without its first cells goes on with the one above',
      ['编号｜问题｜措施｜责任人', '1｜值守不严｜局领导每周夜查一次｜杭勇', '2｜台账不清｜办公室每月核对一次｜车志'],
    ],
    [
      'a table that names its rows',
      ['一、问题\t值守不严\t台账不清', '二、措施\t局领导每周夜查一次\t办公室每月核对一次', '三、责任人\t杭勇\t车志'],
    ],
  ])('%s', (_, lines) => {
    expect(told(...lines)).toEqual(both);
  });
});

test('a paper without headings is what its sentences say: faults, causes, promises', () => {
  const { problems, causes, measures } = draftOf(
    readText(
      '对照检查发言\n城管局副局长 康志勇\n2026年1月20日\n' +
        '一是学习上，满足于听会，读原著少。二是工作上，到现场少，对外包公司考核手软。\n' +
        '出现这些问题，一是思想上放松了要求；二是存在好人主义，怕得罪人。\n' +
        '今后我这样改：每月写一篇读书笔记；每周到作业现场查看两次；每季度跟科室负责人谈一次心。',
    ),
    { today: '2026-03-02' },
  );
  expect([problems.length, causes.length, measures.length]).toEqual([2, 2, 1]);
  expect(measures[0]!.duties.map(({ kind, schedule }) => `${kind} ${schedule}`)).toEqual([
    'deliverable 每月',
    'inspection 每周2次',
    'talk 每季度',
  ]);
});

test('problems that only the introduction names are answered by the headings in their order', () => {
  expect(
    told(
      '我支部存在党员大会不按期、村务公开不及时两个问题。',
      '一、按期开会。党员大会每季度召开。',
      '二、及时公开。村务每月公开一次。',
    ),
  ).toEqual([
    ['党员大会不按期', '按期开会'],
    ['村务公开不及时', '及时公开'],
  ]);
});

test('what was counted or found is told and not promised', () => {
  expect(
    told(
      '【问题1】特色不明显。名医工作室全年只坐诊14次。',
      '【怎么改】',
      '1．专家每周坐诊2天。',
      '【问题2】制度执行有偏差。',
      '【怎么改】',
      '1．修订议事规则。',
    ),
  ).toEqual([
    ['特色不明显', '专家每周坐诊2天'],
    ['制度执行有偏差', '修订议事规则'],
  ]);
});

test('在…方面 is named by its field', () => {
  const { problems } = read(
    '存在的主要问题',
    '（一）在理论武装方面',
    '1.学习不深入。',
    '2.研讨不够。',
    '（二）在作风建设方面',
    '1.调研走马观花。',
    '2.服务不主动。',
  );
  expect([...new Set(problems.map(({ aspect }) => aspect))]).toEqual(['理论武装', '作风建设']);
});

test('measures below a list of problems answer each its own, though the numbers run on through all parts', () => {
  const { problems, measures } = draftOf(
    readText(`××学院党委巡察整改方案

一、政治建设方面
存在问题：
1.党委会与党政联席会议记录混用。
2.教材选用意识形态审核不严。
整改措施：
（1）党委会、党政联席会议分开记录，党委书记每月审签。
（2）成立教材审读小组，6月15日前完成在用教材审读。
二、队伍建设方面
存在问题：
3.领导干部联系学生不紧密。
4.外籍教师课堂缺少日常督查。
整改措施：
（1）院领导每周走进学生宿舍1次。
（2）系主任每月随堂听外籍教师课1次。

2026年3月1日`),
    { today: '2026-03-02' },
  );
  expect(problems).toHaveLength(4);
  expect(measures.map((measure) => measure.problems)).toEqual([[1], [2], [3], [4]]);
});
