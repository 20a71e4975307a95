/** What a label such as 整改措施： or a column head announces. */
export type Label =
  | 'no'
  | 'aspect'
  | 'problem'
  | 'example'
  | 'cause'
  | 'measure'
  | 'lead'
  | 'department'
  | 'co'
  | 'owner'
  | 'deadline'
  | 'frequency'
  | 'progress'
  | 'evidence'
  | 'closed'
  | 'goal';

// Order matters: the first that fits wins. A head of a column may carry more words than a label in a line.
const words: readonly (readonly [Label, string])[] = [
  ['closed', '是否销号|是否完成|是否办结|销号(?:情况|时间|状态)?|(?:整改|完成|当前|目前|办理)?状态'],
  [
    'progress',
    '(?:目前|当前|最新)?(?:整改)?(?:进展|完成|落实|推进|工作)(?:落实)?(?:情况|程度)|整改(?:成效|情况|结果|进度)|进度|办理情况',
  ],
  ['evidence', '佐证(?:材料|资料)?(?:名称|清单)?|证明材料|支撑材料|印证(?:材料|资料)|成果(?:形式|清单|材料)'],
  [
    'deadline',
    '(?:整改|完成|办结|落实)?(?:时限|期限|时间节点)(?:要求)?|(?:整改|完成|办结|计划完成|拟完成)(?:时间|日期)|时间(?:节点|安排|要求)?',
  ],
  ['frequency', '(?:开展|工作|落实|执行|检查)?(?:频次|频率|周期)(?:要求)?|多久一次'],
  ['lead', '(?:责任|牵头|分管|包联|挂牌|包抓|督办|整改责任)(?:县级)?领导|领导责任|牵头人|第一责任人|总牵头人'],
  ['co', '(?:配合|协助|协同|参与)(?:单位|科室|股室|部门|人)'],
  ['department', '(?:整改)?(?:责任|牵头|承办|主办|落实|主责|整改)(?:单位|科室|股室|处室|部门|支部)(?:及配合单位)?'],
  ['owner', '(?:整改|具体|直接|主要)?责任人(?:员)?|负责人|经办人|承办人|责任主体|落实人|责任分工|责任者'],
  ['goal', '(?:整改|工作|预期)?目标(?:要求)?|整改标准|整改要求'],
  [
    'measure',
    '(?:具体|拟采取的?|主要|下步|下一步|细化)?(?:整改|改进|工作)?(?:措施|举措)(?:及要求)?|整改(?:任务|内容|事项)(?:及措施)?|(?:重点|工作|具体)任务|整改方案|整改意见',
  ],
  ['cause', '(?:问题)?(?:产生|存在)?(?:的)?原因(?:分析|剖析)?|根源'],
  ['example', '(?:问题)?(?:具体)?表现(?:形式)?|具体(?:情况|事例|问题表现)|问题(?:描述|说明)|典型(?:表现|事例)'],
  ['aspect', '(?:反馈|问题|巡察)?(?:方面|类别|类型|分类|领域)|监督重点|一级问题'],
  [
    'problem',
    '(?:巡察|巡视|存在|反馈|具体|主要|查摆|梳理|整改|突出)?(?:的)?(?:具体|主要)?问题(?:简述|摘要|概况|内容|清单|事项|表述|概述|情况|名称)?|问题及表现|(?:巡察)?反馈(?:意见|内容)',
  ],
  ['no', '(?:问题|任务|措施|清单|对应)?(?:序号|编号)|序|项次|No\\.?'],
];

const exact = words.map(([label, pattern]) => [label, new RegExp(`^(?:${pattern})$`)] as const);

/** The column that a head names; a head such as 责任领导（签字） counts without the bracket. */
export function columnOf(head: string): Label | undefined {
  const plain = head.replace(/\s|（.*?）|[:：]/g, '');
  if (plain === '' || plain.length > 16) return undefined;
  return exact.find(([, form]) => form.test(plain))?.[0] ?? loose.find(([, form]) => form.test(plain))?.[0];
}

// Heads that no list foresees, by the word that says what they hold.
const loose: readonly (readonly [Label, RegExp])[] = [
  ['measure', /(?:措施|举措)$/],
  ['deadline', /(?:时限|期限|节点)$/],
  ['lead', /领导$/],
  ['department', /(?:责任|牵头|承办).*(?:单位|科室|股室|部门)$/],
  ['owner', /(?:责任人|负责人|经办人)$/],
  ['problem', /^.{0,8}问题$/],
];

// What a name of an office's own speaks of, by one character or two; the first that fits wins.
const tells: readonly (readonly [Label, RegExp])[] = [
  ['closed', /销号|办结(?:情况|与否)/],
  ['progress', /进展|进度|完成情况|落实情况|成效|目前|现状/],
  ['aspect', /^哪一?[块类方]/],
  ['evidence', /佐证|印证|证明|痕迹|凭据|凭证|凭什么/],
  ['deadline', /何时|啥时|几时|哪[天月日]|哪个月|时[间限点段节]|期限|限期|到期|日期|节点|多久|截止/],
  ['cause', /因$|[病祸]根|原因|根[源子由]|症结|成因|为什么|为何/],
  ['lead', /领导|挂帅|抓总|谁.?[抓管领]|牵头人/],
  ['co', /配合|协[同助办]/],
  ['department', /单位|科室|股室|部门/],
  ['owner', /谁|责|负责|主体|承办|经办|落实人|办理人|牵头/],
  ['goal', /目标|标准|效果/],
  [
    'measure',
    /^改$|怎么[干治管]|[做干办排管]什么|什么事|哪些事|措施|举措|怎[么样][改办做]|如何[改办做]|办法|对策|做法|打算|承诺|任务|行动|整改/,
  ],
  ['example', /表现|事例|例子|情形/],
  ['problem', /问题|短板|不足|差距|毛病|病灶|症状|查摆|弱项|欠缺/],
];

/** What a label in words of an office's own speaks of, such as 谁来办 or 何时办结. */
export function labelOfName(name: string): Label | undefined {
  // 整改措施及时限 speaks of measures first.
  const first = name.split(/[及和与、]/)[0]!;
  return tells.find(([, form]) => form.test(first))?.[0];
}

const inLine = words
  .filter(([label]) => label !== 'no' && label !== 'closed')
  .map(([label, pattern]) => `(?<${label}>${pattern})`)
  .join('|');
const LABEL = new RegExp(
  `(?:^|(?<=[。；;，,、！\\s）】\\n→⇒►▶]))[【\\[（]?(?:${inLine})(?:[】\\]）]?[：:]|[】\\]])\\s*`,
  'g',
);

export interface Labelled {
  readonly label: Label | undefined;
  readonly text: string;
}

/** The label that a line is by itself, with or without brackets and colon: 【整改举措】, 整改措施. */
export function bareLabelOf(line: string): Label | undefined {
  const word = line.replace(/^[【[（]|[】\]）]?[：:]?$/g, '');
  return /[。；，]/.test(word) ? undefined : exact.find(([, form]) => form.test(word))?.[0];
}

/** Cuts a line at its labels (整改措施：… 责任人：… 完成时限：…); what stands before the first has none. */
export function labelledOf(line: string): readonly Labelled[] {
  const bare = bareLabelOf(line);
  if (bare && bare !== 'no') return [{ label: bare, text: '' }];
  const hits = [...line.matchAll(LABEL)];
  const lead = line.slice(0, hits[0]?.index ?? line.length).replace(/^\s+|[\s→⇒►▶]+$/g, '');
  const parts: Labelled[] = lead ? [{ label: undefined, text: lead }] : [];
  for (const [i, hit] of hits.entries()) {
    const text = line.slice(hit.index + hit[0].length, hits[i + 1]?.index ?? line.length);
    const label = Object.entries(hit.groups ?? {}).find(([, value]) => value !== undefined)?.[0] as Label;
    parts.push({ label, text: text.replace(/^\s+|[\s，,；;、/◆◇■□●○★☆▲△▶※•·→⇒►]+$/g, '') });
  }
  return parts.some(({ label }) => label === 'deadline') ? parts : parts.flatMap(withBareDeadline);
}

const BARE_DEADLINE =
  /[，；、]\s*(?<when>(?:[^，。；]*(?:20\d\d年|\d{1,2}月|年底)[^，。；]*|立行立改[^。；]*|长期(?:坚持)?|持续坚持))(?<end>[）。\s]*)$/;

/** 责任单位：党建办，2026年3月底前完成 names the deadline without its label. */
export function withBareDeadline(part: Labelled): readonly Labelled[] {
  const isWho = part.label === 'owner' || part.label === 'lead' || part.label === 'department' || part.label === 'co';
  const match = isWho ? BARE_DEADLINE.exec(part.text) : null;
  if (!match) return [part];
  return [
    { label: part.label, text: part.text.slice(0, match.index) },
    { label: 'deadline', text: match.groups!.when! },
  ];
}
