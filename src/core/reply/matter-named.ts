import type { ItemKind, OpenItem } from './contract.ts';
import { aboutness, GATHERING_FAMILIES, NAMED, namesAnother } from './duty-words.ts';
import { normalize } from './normalize.ts';

/** Papers that are owed for their own sake, by family: a month's report is no rule, and a rule no ledger. */
const PAPERS: readonly RegExp[] = [
  /月报表?|周报表?|季报表?|年报表?|旬报|简报|快报|报表|报告/,
  /方案|预案/,
  /制度|办法|规定|细则|规程/,
  /台账/,
  /责任书|承诺书/,
];
/** Called by these alone, a paper may be any. */
const ANY_PAPER = /^(?:报告|方案|制度|办法|规定|report|plan|policy|summary|figures)$/;
const PAPER_KINDS: readonly ItemKind[] = ['report', 'deliverable', 'progress', 'minutes-check', 'other'];
const GATHERING_KINDS: readonly ItemKind[] = ['meeting', 'study', 'other'];

/** monthly report submitted: what English names before its verb. */
const ENGLISH_PAPER =
  /^(?:the |my |our |this |last )?((?:[a-z]+ ){0,2}(?:report|plan|policy|ledger|summary|figures))(?= (?:is |was |has been |have been |are )?(?:done|submitted|sent|filed|finished|completed|handed in|ready|written|not )|$)/;

const oneOf = (tables: readonly RegExp[]): string => tables.map(({ source }) => source).join('|');
// 例会和学习都开了: joined with another.
const BETWEEN =
  '(?:[和与跟、][\\u4e00-\\u9fff]{2,9}?)?(?:一并|一起|合并|我们?|是|[\\d]+[月日号]|也|都|还|仍|已经?|早就|刚刚?|正|在|没有?|未|准备|明天|今天|昨天|下周|这周|本周)*';
const SAID_OF_PAPER = '(?:[报交送递发呈传签印填写拟改定审批做弄办搞]|出台|上墙|完|更新|提交|上传|好了)';
const SAID_OF_GATHERING = '(?:[开上搞办弄]|召开|举行|举办|结束|完)';
const MODIFIER = '[\\u4e00-\\u9fff]{0,8}?';
const MATTERS: readonly (readonly [RegExp, 'paper' | 'gathering'])[] = [
  [ENGLISH_PAPER, 'paper'],
  [new RegExp(`(?<![\\u4e00-\\u9fff])(${MODIFIER}(?:${oneOf(PAPERS)}))(?=${BETWEEN}${SAID_OF_PAPER})`), 'paper'],
  [
    new RegExp(`(?<![\\u4e00-\\u9fff])(${MODIFIER}(?:${oneOf(GATHERING_FAMILIES)}))(?=${BETWEEN}${SAID_OF_GATHERING})`),
    'gathering',
  ],
];
/** What stands before a name and is none of it. */
const BEFORE =
  /^(?:我们?|咱们?|你们?|[这上本]个?月(?!报)|这个?|那个?|这[份次期]|那[份次期]|本[次期]?|该|今[天早晚]|昨[天晚]|前天|[上下]午|刚才|刚刚?|上?周[一二三四五六日]|上周|的|把|将|还有|但是?|不过|就|是|也)+/;
/** 按方案开展了: how it was done. 收到月报: what reached somebody. */
const BESIDE = /^(?:按照?|根据|依据?|照|参照|收到|看了|看到|转发)/;

interface Named {
  readonly name: string;
  readonly kind: 'paper' | 'gathering';
}

/** 整改月报报了, 督导方案定了, 支委会还没开: the paper or the gathering by name that the words are said of. */
export function matterNamed(text: string): Named | undefined {
  const plain = normalize(text).text;
  for (const [pattern, kind] of MATTERS) {
    const name = pattern.exec(plain)?.[1]?.replace(BEFORE, '');
    if (name && !BESIDE.test(name)) return { name, kind };
  }
  return undefined;
}

/** The name that the words give to what none of the items can be, where they name none of the items besides. */
export function strangeMatter(text: string, items: readonly OpenItem[]): string | undefined {
  const named = matterNamed(text);
  if (!named || ANY_PAPER.test(named.name)) return undefined;
  const plain = normalize(text).text;
  return items.some((item) => aboutness(plain, item) >= NAMED || mayBe(named, item)) ? undefined : named.name;
}

/** Those that the name in the words may be said of; all of them where the words name nothing, or none that is there. */
export function mayBeMeant(text: string, items: readonly OpenItem[]): readonly OpenItem[] {
  const named = matterNamed(text);
  const fitting = named ? items.filter((item) => mayBe(named, item)) : [];
  return fitting.length > 0 ? fitting : items;
}

function mayBe({ name, kind }: Named, item: OpenItem): boolean {
  if (kind === 'gathering') return GATHERING_KINDS.includes(item.kind) && !namesAnother(name, item);
  return PAPER_KINDS.includes(item.kind) && !isAnotherPaper(name, item.title);
}

/** Of one family may be called either way: 整改进展报告 is also a month's. */
function isAnotherPaper(name: string, title: string): boolean {
  const [own, said] = [title, name].map((words) => PAPERS.filter((family) => family.test(words)));
  return own!.length > 0 && !own!.some((family) => said!.includes(family));
}
