import type { ItemKind, OpenItem } from './contract.ts';
import { aboutness, NAMED, namedApart } from './duty-words.ts';
import { NUMBER, numberOf } from './numbers.ts';
import type { Sentence } from './sentence.ts';
import { saysTalkedWith } from './talk-words.ts';

type Clause = Sentence['clauses'][number];

/** Which of the things open a clause names. */
export interface Told {
  /** Empty where it names none. */
  readonly items: readonly OpenItem[];
  /** Each of them is named: not one of several that fit alike. */
  readonly each: boolean;
  /** 其余, 另外两个: those that the other clauses do not name. */
  readonly rest: boolean;
}

const NOTHING: Told = { items: [], each: false, rest: false };

/** What only one kind of duty is said to be or to have been, where no name says more. */
const OF_KIND: readonly { readonly words: RegExp; readonly kinds: readonly ItemKind[] }[] = [
  { words: /谈|聊|唠|\btalk|\bchat|\bspoke\b/, kinds: ['talk'] },
  { words: /学(?!校|生|院)|\bstud(?:y|ied)/, kinds: ['study'] },
  { words: /开会|会议?(?:已经?|也|都|还)*(?:没|未)?开|[应实]到|到会|散会|\bmeeting/, kinds: ['meeting'] },
  {
    words:
      /督导|督查|检查|抽查|入户|走访|暗访|实地|现场|[跑走转]了?(?:[一三两\d]+[个圈遍趟]|完|遍)|\binspect|\bvisit|\bchecks?\b/,
    kinds: ['inspection'],
  },
  { words: /记录|纪要|\bminutes\b/, kinds: ['minutes-check'] },
  { words: /进展|推进|\bprogress\b/, kinds: ['progress'] },
  { words: /报告|报表|月报|\breports?\b/, kinds: ['report'] },
  { words: /办法|制度|细则|方案|印发|定稿|会签|\brules?\b|\bpolicy\b/, kinds: ['deliverable'] },
];

const REST = new RegExp(
  `^(?:但|那|就|至于)?(?:其余|其他|其它|剩下|剩余|余下|另外(?=的?${NUMBER}|的)|另(?=${NUMBER}))的?(?:(${NUMBER})(?:个|位|项|样|件|条|名))?`,
);
const LISTED = /[、]|都|(?<=[\u4e00-\u9fff])[和与跟及]|\band\b/;
/** 请何书记代我谈, 向张局汇报: persons who are not the other side. */
const NOT_WITH = /(?:请|让|由|委托|派|叫|催|替|代|向|给|交给?|报给?|送给?|转给|安排|麻烦|听)$/;
const THAT_ONE = /^(?:同志)?(?:那个|那次|那边|那里|的(?![^,]{0,4}(?:意见|材料|讲话|办公室)))/;
const ENDS_TALKED = /^[^,]*(?:谈|聊)(?:了|过|完|好)*的?$/;
/** 聊了低保核查, after a talk: what it was about, and no check. */
const TALKED_ABOUT = /^\s*(?:主要|重点|还|也|又)?(?:聊|谈|说|讲|问|提|交流|沟通|了解|反映)/;
const AGENDA = /^(?:会上|主要|重点|集体)?(?:研究|讨论|审议|议定|传达|听取|通报|部署|学习?了?《|讲了)/;

/** What each clause tells of, in order. `before` decides whether it goes on with what was spoken of. */
export function toldOf(
  clause: Clause,
  before: readonly OpenItem[],
  sentence: Sentence,
  pool: readonly OpenItem[],
): Told {
  const text = sentence.normal.text.slice(clause.from, clause.to);
  const rest = REST.exec(text);
  if (rest) return { ...NOTHING, rest: true };
  const afterTalk = before.some((i) => i.kind === 'talk');
  const talks = talksNamed(clause, text, before, sentence, pool);
  if (afterTalk && talks.length === 0 && TALKED_ABOUT.test(text)) return NOTHING;
  const others = pool.filter((i) => i.counterpart === undefined);
  const named = matterNamedOf(text, others);
  if (talks.length > 0 && named.items.length > 0) {
    // 跟志强谈了意识形态的事: of what they talked. 例会开了，陈敏参加: who came.
    if (saysTalkedWith(text) && !namesBothOf(text)) return byName(talks, pool);
    if (!saysTalkedWith(text)) return named;
    return { items: [...talks, ...named.items], each: named.each, rest: false };
  }
  if (talks.length > 0) return byName(talks, pool);
  if (named.items.length > 0) return AGENDA.test(text) && before.length > 0 ? NOTHING : named;
  return ofKind(text, before, pool);
}

/** 谈话和督导都完成了. */
const namesBothOf = (text: string): boolean => /[和与、跟及][^,]{1,16}都/.test(text);

const byName = (items: readonly OpenItem[], pool: readonly OpenItem[]): Told => {
  const one = items.every((i) => pool.filter((o) => o.counterpart === i.counterpart).length === 1);
  return { items, each: one, rest: false };
};

/** 党课讲了廉政和意识形态: what comes after the verb is what it was about. */
const ABOUT = /(?<=.{2}(?:讲|谈|聊|学|研究|讨论|传达|说|强调)(?:了|的是|到)).+$/;

function matterNamedOf(whole: string, others: readonly OpenItem[]): Told {
  const head = whole.replace(ABOUT, '');
  const text = others.some((item) => aboutness(head, item) >= NAMED) ? head : whole;
  const scores = others.map((item) => aboutness(text, item));
  const best = Math.max(0, ...scores);
  if (best < NAMED) return NOTHING;
  const apart = LISTED.test(text) ? namedApart(text, others) : [];
  if (apart.length > 1) return { items: apart, each: true, rest: false };
  const top = others.filter((_, i) => scores[i] === best);
  return { items: top, each: top.length === 1, rest: false };
}

/** The talks in which whoever the clause names is the other person. */
function talksNamed(
  clause: Clause,
  text: string,
  before: readonly OpenItem[],
  sentence: Sentence,
  pool: readonly OpenItem[],
): readonly OpenItem[] {
  const onlyTalks = pool.every((i) => i.counterpart !== undefined);
  // 支委会开了，何平请假: of the gathering that was spoken of, and not of the talk that is owed with him.
  const gathered = before.some((i) => i.counterpart === undefined);
  const ids = sentence.people.flatMap((m) => {
    if (m.from < clause.from || m.to > clause.to) return [];
    const [front, after] = [text.slice(0, m.from - clause.from), text.slice(m.to - clause.from)];
    if (NOT_WITH.test(front) && !/[谈聊]了?$/.test(front)) return [];
    const plain =
      onlyTalks || THAT_ONE.test(after) || saysTalkedWith(text) || (front === '' && ENDS_TALKED.test(after));
    return plain || !gathered ? m.ids.filter(() => m.group || m.ids.length === 1) : [];
  });
  return pool.filter((i) => i.counterpart !== undefined && ids.includes(i.counterpart));
}

/** By a verb that only one kind of the things open is said with. */
function ofKind(text: string, before: readonly OpenItem[], pool: readonly OpenItem[]): Told {
  const said = OF_KIND.filter(({ words }) => words.test(text)).flatMap(({ kinds }) => kinds);
  const items = pool.filter((i) => said.includes(i.kind));
  const kinds = new Set(items.map((i) => i.kind));
  // 支委会开了，学了条例: what they did there.
  const within = before.some((i) => EVENTS.has(i.kind)) && !/[也还另补]|其中/.test(text);
  if (kinds.size !== 1 || (within && !before.some((i) => kinds.has(i.kind)) && !OWN_STATEMENT.test(text)))
    return NOTHING;
  // 吴局没碰上，改天正式谈: of whoever was just spoken of.
  if (before.some((i) => kinds.has(i.kind))) return NOTHING;
  return { items, each: items.length === 1, rest: false };
}

const EVENTS: ReadonlySet<ItemKind> = new Set(['talk', 'study', 'meeting']);
/** 学习参加了, 谈话没来得及: opens with the name of the kind. */
const OWN_STATEMENT =
  /^(?:但|就|而|那)?(?:谈话|谈心|学习|督导|检查|抽查|入户|记录|进展|报告|月报|制度|办法|方案|会议?)/;

/** How many of them a sentence counts: 三个人都, 两项. */
export function countedIn(text: string): number | null {
  const found = new RegExp(
    `(${NUMBER})(?:个(?!小时|钟头|月|多)|位|项|样|件|条(?!意见)|名|人)|(两|俩|仨)(?=都|人)`,
  ).exec(text);
  return found ? numberOf(found[1] ?? found[2]!) : null;
}

export const restCount = (text: string): number | null => {
  const count = REST.exec(text)?.[1];
  return count === undefined ? null : numberOf(count);
};

/** Those of the items that the verb in the words is said of; none where it tells nothing. */
export function kindSaid(text: string, items: readonly OpenItem[]): readonly OpenItem[] {
  const kinds = [
    ...OF_KIND.filter(({ words }) => words.test(text)).flatMap((k) => k.kinds),
    ...(REPORTED.test(text) ? PAPERS : []),
  ];
  return items.filter((i) => kinds.includes(i.kind));
}
const REPORTED = /(?<!汇)报(?:了|上|送|完|出|给)|[交送]了/;
const PAPERS: readonly ItemKind[] = ['report', 'progress', 'deliverable'];
