import type { DraftProblem } from './draft.ts';

// Words that papers use for one matter; a problem and a measure of one matter belong together.
const matters: readonly RegExp[] = [
  /理论|学习|中心组|研讨|自学|学用/,
  /谈心|谈话|交心/,
  /三会一课|组织生活|支委会|党小组|党课|党员大会|主题党日|党内(?:政治)?生活|民主生活会|批评/,
  /意识形态|网络舆情|舆论/,
  /廉政|廉洁|一岗双责|主体责任|从严治党|党风|纪律|监督执纪|警示/,
  /三重一大|末位表态|民主集中制|集体决策|党组会|议事|会议记录|决策/,
  /财务|报销|资金|经费|账|审批|采购|合同/,
  /资产|设备|设施|房产|闲置|物资/,
  /养老|敬老院|福利|幸福/,
  /低保|救助|特困|困难群众|临时救助/,
  /调研|作风|群众|基层|服务|形式主义|官僚/,
  /干部|选人用人|选任|轮岗|人事|档案|队伍|职称|培养/,
  /发展党员|党员教育|党费/,
  /项目|工程|招投标|建设/,
  /安全|消防|隐患|应急/,
  /担当|创新|攻坚|斗争|责任心/,
  /信念|宗旨|党性|政治站位|立场|信仰/,
];

/** Numbers of the problems that a measure answers, judged by its words; none if nothing fits well. */
export function problemsAnsweredBy(text: string, head: string, problems: readonly DraftProblem[]): readonly number[] {
  const scored = problems.map((problem) => ({
    no: problem.no,
    score: likeness(`${problem.aspect ?? ''} ${problem.text}`, text, head, problem.text),
  }));
  return scored.filter(({ score }) => score >= 2).map(({ no }) => no);
}

function likeness(problem: string, text: string, head: string, own: string): number {
  const inHead = matters.filter((form) => form.test(own) && form.test(head)).length;
  const inText = matters.filter((form) => form.test(own) && form.test(text)).length;
  const byAspect = matters.some((form) => form.test(problem) && form.test(head)) ? 0.5 : 0;
  return inHead * 2 + inText + byAspect + shared(own, text);
}

const EMPTY =
  /不够|不足|不到|到位|有差|差距|问题|方面|工作|存在|关于|加强|提高|制度|建设|落实|管理|执行|规范|不规|不严|不强|严格|深入/;

/** Pairs of characters in common beyond those of every paper. */
function shared(problem: string, text: string): number {
  let count = 0;
  for (let i = 0; i + 2 <= problem.length; i++) {
    const pair = problem.slice(i, i + 2);
    if (/^[\u4e00-\u9fff]{2}$/.test(pair) && !EMPTY.test(pair) && text.includes(pair)) count++;
  }
  return Math.min(count, 4) * 0.5;
}
