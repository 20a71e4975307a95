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

/** What tells which problems a measure answers. */
export interface Answering {
  readonly title: string;
  readonly text: string;
}

// A problem without a word in common needs a good reason to be answered.
const DOUBT = 0.7;
// As many measures as problems or aspects; or one more, as a rule an appeal at the end.
const IN_STEP = 1.2;
const NEARLY_IN_STEP = 0.8;
const ALONE = 2;
const MOST_PAIRS = 40_000;
/** For a matter that only the aspect of the problem shares with the measure. */
const ASPECT = 0.5;

/**
 * Numbers of the problems that each measure answers, where a paper keeps both apart. Papers answer in the order in
 * which they accuse, so of all readings in that order the one with most words in common is taken; a problem that it
 * leaves out goes to the measure that plainly speaks of it.
 */
export function answersOf(
  problems: readonly DraftProblem[],
  measures: readonly Answering[],
): readonly (readonly number[])[] {
  // No paper of an office is so long; one made to be is not compared.
  if (problems.length * measures.length > MOST_PAIRS) return measures.map(() => []);
  const steps = stepsOf(problems);
  const more = measures.length - ((steps.at(-1) ?? -1) + 1);
  const step = more === 0 ? IN_STEP : more === 1 ? NEARLY_IN_STEP : 0;
  const likeness = problems.map((problem) => {
    const rare = rarePairs(problem, problems, measures);
    return measures.map((measure) => likenessOf(problem, measure, rare));
  });
  const gain = likeness.map((row, i) =>
    row.map((like, j) => like - DOUBT + (steps[i] === j && (more === 0 || like > ASPECT) ? step : 0)),
  );
  const chosen = inOrder(gain);
  return measures.map((_, j) =>
    problems.filter((_, i) => (chosen[i] ?? loudest(likeness[i]!)) === j).map(({ no }) => no),
  );
}

/** Problems of one aspect are answered together, if the paper names aspects. */
function stepsOf(problems: readonly DraftProblem[]): readonly number[] {
  let step = -1;
  return problems.map(({ aspect }, i) => {
    if (i === 0 || aspect === null || aspect !== problems[i - 1]!.aspect) step++;
    return step;
  });
}

/** For each problem the measure that answers it, no earlier than that of the problem before; undefined for none. */
function inOrder(gain: readonly (readonly number[])[]): readonly (number | undefined)[] {
  const width = gain[0]?.length ?? 0;
  // At j: the best for the problems so far, with none answered behind measure j.
  let best = Array.from({ length: width }, () => ({ total: 0, chosen: [] as readonly (number | undefined)[] }));
  for (const row of gain) {
    const next: typeof best = [];
    for (const [j, { total, chosen }] of best.entries()) {
      const own =
        row[j]! > 0 ? { total: total + row[j]!, chosen: [...chosen, j] } : { total, chosen: [...chosen, undefined] };
      const before = next[j - 1];
      next.push(before && before.total >= own.total ? before : own);
    }
    best = next;
  }
  return best.at(-1)?.chosen ?? [];
}

function loudest(likeness: readonly number[]): number | undefined {
  const most = Math.max(...likeness);
  return most >= ALONE ? likeness.indexOf(most) : undefined;
}

function likenessOf(problem: DraftProblem, { title, text }: Answering, rare: ReadonlySet<string>): number {
  const own = problem.text;
  const inHead = matters.filter((form) => form.test(own) && form.test(title)).length;
  const inText = matters.filter((form) => form.test(own) && form.test(text)).length;
  const about = `${problem.aspect ?? ''} ${own}`;
  const byAspect = matters.some((form) => form.test(about) && form.test(title)) ? ASPECT : 0;
  const common = pairsOf(own).filter((pair) => text.includes(pair));
  const special = common.filter((pair) => rare.has(pair));
  return inHead * 2 + inText + byAspect + Math.min(common.length, 4) * 0.5 + Math.min(special.length, 3) * 0.5;
}

const EMPTY =
  /不够|不足|不到|到位|有差|差距|问题|方面|工作|存在|关于|加强|提高|制度|建设|落实|管理|执行|规范|不规|不严|不强|严格|深入/;

/** Pairs of characters of a text, but for those of every paper. */
function pairsOf(text: string): readonly string[] {
  return [...text]
    .map((_, i) => text.slice(i, i + 2))
    .filter((pair) => /^[\u4e00-\u9fff]{2}$/.test(pair) && !EMPTY.test(pair));
}

/** The pairs that no other problem has, and one measure alone. */
function rarePairs(
  { text }: DraftProblem,
  problems: readonly DraftProblem[],
  measures: readonly Answering[],
): ReadonlySet<string> {
  const inOne = (all: readonly { readonly text: string }[], pair: string): boolean =>
    all.filter((one) => one.text.includes(pair)).length === 1;
  return new Set(pairsOf(text).filter((pair) => inOne(problems, pair) && inOne(measures, pair)));
}
