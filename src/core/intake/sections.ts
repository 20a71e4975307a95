import type { PaperKind } from './draft.ts';
import { headOf } from './findings.ts';
import type { Line } from './lines.ts';

/** What a part of a paper holds. `items`: each problem with its measures below it. */
export type Role = 'none' | 'items' | 'problems' | 'causes' | 'measures' | 'requirements' | 'skip';

// The first that fits wins. `skip` holds what is over (past work, cases) and what promises nothing (aims).
const roles: readonly (readonly [Role, RegExp])[] = [
  [
    'skip',
    /典型案例|案例剖析|上年度|上一年|上次|整改落实情况|整改情况|进展情况|完成情况|工作(?:开展|落实)情况|取得的?(?:成效|成绩)|主要(?:做法|成效|成绩)|总体评价|基本(?:情况|评价)|个人(?:有关)?事项|履职情况|(?:巡察|巡视)(?:工作)?(?:开展)?情况/,
  ],
  [
    'skip',
    /总体(?:要求|安排|部署)|指导思想|基本原则|(?:总体|工作|整改|主要)目标|总体思路|工作原则|目的意义|重要意义|整改原则|适用范围|其他(?:需要|有关|事项)|^前言|^结束语|^说明$|^(?:去年|上年)[^。]*改得?(?:怎么?样|如何)$/,
  ],
  ['causes', /原因(?:分析|剖析)?|根源|剖析|^[^。]{0,4}根子/],
  [
    'requirements',
    /工作要求|工作保障|(?<!党)组织领导(?!班子)|组织保障|保障措施|(?:有关|相关|几点)要求|实施步骤|时间安排|工作步骤|方法步骤|组织机构|领导机构|督导(?:检查|考核)|步骤|整改要求|整改时限|步骤安排|工作机制|组织实施|责任落实|工作安排|意见(?:和|与|及)?建议|整改建议|^建议/,
  ],
  [
    'items',
    /问题.{0,6}(?:整改|改进)(?:措施|任务|方案)|问题清单及?|(?:整改|重点|主要)(?:任务|内容)(?:和|及|与)?(?:措施|分工|安排)?|整改事项|措施清单|整改措施(?:和|及)(?:责任|分工|时限)|具体(?:整改)?(?:问题|任务)/,
  ],
  [
    'problems',
    /(?:存在|查摆|反馈|发现|主要|突出|具体|自身|检视|梳理)[^。]{0,10}(?:问题|不足|差距)|^(?:主要|突出)?问题(?:和不足|与不足|及表现)?$|问题(?:及|和)(?:表现|不足)|差距(?:和|与)不足|^对照“[^”]{1,6}”字?$/,
  ],
  [
    'measures',
    /整改措施|改进措施|努力(?:的)?方向|整改方向|整改举措|改进(?:方向|举措)|下(?:一)?步(?:的)?(?:工作|整改|打算|措施|努力|改进)|今后(?:的)?(?:打算|工作|努力|整改|措施|改进)|(?:具体|主要|工作)(?:措施|举措|任务)|整改(?:打算|思路)|^部门任务$/,
  ],
];

// Sentences that lead from one part of a paper without headings to the next.
const cues: readonly (readonly [Role, RegExp])[] = [
  ['problems', /(?:存在|查摆|发现|指出)[^。]{0,14}(?:问题|不足|差距)[^。]{0,8}[：:]$/],
  [
    'causes',
    /^(?:产生|造成|出现)[^。]{0,12}(?:问题|不足|差距)[^。]{0,6}(?:原因|根源)|^(?:剖析|究其)[^。]{0,10}(?:原因|根源)/,
  ],
  [
    'measures',
    /^(?:下一步|今后|针对(?:以上|上述|这些)[^。]{0,10}(?:问题|不足))[^。]{0,40}(?:改进|整改|努力|做起|措施|入手|落实)[^。]{0,8}[：:。]$/,
  ],
  ['requirements', /(?:提出|有)[^。]{0,8}(?:建议|要求|意见)[^。]{0,6}[：:]$/],
];

/** The role that a sentence gives to what follows it, in a paper without headings. */
export function cueOf(text: string): Role | undefined {
  return cues.find(([, form]) => form.test(text))?.[0];
}

/** The role that a heading gives to what follows it; undefined for text and for headings inside a part. */
export function roleOf(text: string, line: Line, kind: PaperKind): Role | undefined {
  const head = headOf(text);
  // 〔整改方向〕 on a line of its own is as good as 三、整改方向.
  const level = line.mark?.sign === '【】' ? 1 : line.mark?.level;
  const short = head.length <= 32 && (head.length >= text.replace(/[。：\s]+$/, '').length || (level ?? 9) <= 1);
  if (!short) return undefined;
  if (level !== undefined ? level > 1 && !isPart(head) : text.length > 24 || /[。；，]/.test(text)) return undefined;
  if (/^(?:关于|针对)|的问题$/.test(head) && level !== undefined && level > 1) return undefined;
  // 责任人：方敏　整改时限：立行立改 is a line of labels, whatever it names.
  if (/[：:]\s*\S/.test(text)) return undefined;
  if (!line.mark && /[：:]$/.test(text) && head.length <= 5) return undefined;
  const role = roles.find(([, form]) => form.test(head))?.[0];
  if (role === undefined) return undefined;
  if (role === 'requirements' && kind === 'rules') return undefined;
  return role;
}

/** A heading of level 2 or deeper that still opens a part, such as （一）存在的主要问题. */
function isPart(head: string): boolean {
  return (
    head.length <= 16 &&
    /^(?:说明|问题|部门任务|存在的?(?:主要|突出)?问题|(?:主要)?原因(?:分析|剖析)|整改措施|(?:今后)?努力方向|改进措施|下一?步(?:整改)?(?:措施|打算)|整改任务|工作要求|总体要求|组织领导)(?:和不足|及不足|和整改措施|及整改措施)?$/.test(
      head,
    )
  );
}
