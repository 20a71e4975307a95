import type { DutyKind } from './draft.ts';

const classes: readonly (readonly [DutyKind, RegExp])[] = [
  ['other', /(?:交|缴)纳?[^，]{0,4}党费|党费[^，]{0,4}(?:交|缴)/],
  ['talk', /谈(?!及|到|判)|约见|聊/],
  ['progress', /听[^，]{0,8}进[展度]/],
  ['inspection', /听[^，]{0,8}课/],
  ['minutes-check', /[查核审看][^，]{0,8}记录/],
  ['report', /报(?!销|名|到|废|刊|纸|账|告厅)|汇总|通气|公示|公布|(?<!制)发布|公开(?!招|选|竞|课|透明|栏)/],
  [
    'inspection',
    /[查检巡督访抽](?!询|阅|讨|出)|察看|[到去][^，]{1,14}(?:看|听|摸|走[一1]趟)|回头|看望|点评|评(?!优|先|选)|考核|[核测盘]|比对/,
  ],
  ['study', /学(?![生校院员期年科位])|读(?!者)|训|讲|[观收]看|背诵|宣/],
  ['meeting', /[召开碰][^，]{0,12}会(?!计|员)|碰头|碰面|碰[一1]次|会商|议(?!案)|研究|研判|分析/],
  [
    'deliverable',
    /写|编|制[定作]|整理|公布|公示|公开|更新|录入|填|上交|提交|传到|上传|出(?:[具台]|[\u4e00-\u9fff]{1,5}[表单册])|建(?!设)/,
  ],
];

/** The kind of an act in words that no list of activities foresees, by its first verb. */
export function kindByVerb(clause: string): DutyKind | undefined {
  // 陪餐并填写记录: what comes with it is not what is done.
  const main = clause.split(/并(?!联)/)[0]!;
  const hits = classes.flatMap(([kind, form]) => {
    const at = form.exec(main)?.index;
    return at === undefined ? [] : [{ kind, at }];
  });
  return hits.sort((a, b) => a.at - b.at)[0]?.kind;
}
