import type { OpenItem, ReplyContext } from './contract.ts';
import { aboutness } from './duty-words.ts';
import type { Sentence } from './sentence.ts';
import { MERGING } from './words.ts';

type Clauses = Sentence['clauses'];

/** Clauses that speak of the same target. */
export interface Segment {
  readonly clauses: Clauses;
  readonly numbers: readonly number[];
  readonly all: boolean;
  /** Open items it may be about. */
  readonly items: readonly OpenItem[];
}

const ALL =
  /全部|全都|都(?=已|完|办|搞|弄|做|好|落实|谈|开|学|报|推|延)|所有|统统|(?:这|以上|上面)(?:几|些)?(?:项|条|个)?(?:都|全)/;
const AGENDA = /^(?:会上|主要|重点|集体)?(?:研究|讨论|审议|议定|传达|听取|通报|部署)/;
const REST = /^(?:其余|其他|其它|剩下|剩余|余下|另外的?)/;

/** Cuts the sentence where another list number, or another open duty's name, begins. */
export function segmentsOf(sentence: Sentence, context: ReplyContext): readonly Segment[] {
  const { clauses } = sentence;
  if (clauses.length === 0) return [];
  const numbered = (context.shown?.length ?? 0) > 0 && clauses.some((c) => c.numbers.length > 0);
  return numbered ? byNumber(sentence, context) : byTitle(sentence, context);
}

function byNumber(sentence: Sentence, context: ReplyContext): readonly Segment[] {
  const groups: { clauses: Clauses[number][]; numbers: readonly number[]; rest: boolean }[] = [];
  for (const clause of sentence.clauses) {
    const rest = REST.test(sentence.normal.text.slice(clause.from, clause.to));
    const last = groups.at(-1);
    if (clause.numbers.length > 0 || rest || !last) groups.push({ clauses: [clause], numbers: clause.numbers, rest });
    else last.clauses.push(clause);
  }
  // A greeting before the first number belongs to what follows.
  return groups
    .filter((g, i) => g.numbers.length > 0 || g.rest || i === 0)
    .filter((g, i, all) => !(i === 0 && g.numbers.length === 0 && !g.rest && all.length > 1 && g.clauses.length === 1))
    .map((g) => ({
      clauses: g.clauses,
      numbers: g.numbers,
      all: g.rest,
      items: g.rest
        ? rest(
            groups.flatMap((o) => o.numbers),
            context,
          )
        : listed(g.numbers, context),
    }));
}

function listed(numbers: readonly number[], context: ReplyContext): readonly OpenItem[] {
  const ids = numbers.map((n) => context.shown?.[n - 1]);
  return context.open.filter((i) => ids.includes(i.occurrence));
}

function rest(named: readonly number[], context: ReplyContext): readonly OpenItem[] {
  const ids = (context.shown ?? []).filter((_, i) => !named.includes(i + 1));
  return context.open.filter((i) => ids.includes(i.occurrence));
}

function byTitle(sentence: Sentence, context: ReplyContext): readonly Segment[] {
  const about = context.about ?? [];
  const pool = about.length > 0 ? context.open.filter((i) => about.includes(i.occurrence)) : context.open;
  const words = (clause: Clauses[number]): string => sentence.normal.text.slice(clause.from, clause.to);
  const spokenOf = (clause: Clauses[number], among: readonly OpenItem[]): readonly OpenItem[] => {
    const named = namedBy(words(clause), among);
    return named.length > 0 ? named : talksIn(clause, words(clause), sentence, among);
  };
  const groups: { clauses: Clauses[number][]; items: readonly OpenItem[] }[] = [];
  for (const clause of sentence.clauses) {
    const last = groups.at(-1);
    const topic = last?.items.some((i) => i.kind === 'talk') && TALKED_ABOUT.test(words(clause));
    const items = pool.length > 1 && !topic ? spokenOf(clause, pool) : [];
    const other =
      items.length > 0 && last !== undefined && last.items.length > 0 && !items.some((i) => last.items.includes(i));
    // 中心组学习不开了，与廉政党课合并: the other event is where it goes; 研究了发展党员: what was spoken of at this one.
    if (
      !last ||
      talkOfItsOwn(clause, last.clauses, items, sentence) ||
      (other && !MERGING.test(words(clause)) && !AGENDA.test(words(clause)))
    )
      groups.push({ clauses: [clause], items });
    else {
      last.clauses.push(clause);
      if (last.items.length === 0) last.items = items;
    }
  }
  const text = sentence.normal.text;
  return groups.map((g) => ({
    clauses: g.clauses,
    numbers: [],
    all: ALL.test(text) && groups.length === 1,
    items: g.items.length > 0 ? g.items : pool,
  }));
}

/** The open items whose own words the clause uses, if any clearly more than the others. */
function namedBy(text: string, pool: readonly OpenItem[]): readonly OpenItem[] {
  const scores = pool.map((item) => aboutness(text, item));
  const best = Math.max(...scores);
  return best >= 2 ? pool.filter((_, i) => scores[i] === best) : [];
}

/** 王志强昨天谈了，陈敏前天谈了: whoever has a day of their own is a report of its own. */
function talkOfItsOwn(
  clause: Clauses[number],
  before: Clauses,
  items: readonly OpenItem[],
  { dates, people }: Sentence,
): boolean {
  const holds = (one: Clauses[number]) =>
    [dates, people].every((found) => found.some((m) => m.from >= one.from && m.to <= one.to));
  return items.some((i) => i.counterpart !== undefined) && holds(clause) && before.some(holds);
}

/** 和陈敏谈了, 约陈敏聊; what somebody said at a meeting (会上陈敏谈了) is no talk with them. */
const TALKED_WITH = /(?:[跟和与同找约]|[谈聊]了?)[^,]*$/;
const TALKED = /谈|聊/;
/** 聊了低保核查, after a talk: what it was about, and no check. */
const TALKED_ABOUT = /^\s*(?:主要|重点|还|也|又)?(?:聊|谈|说|讲|问|提|交流|沟通|了解|反映)/;
const ENDS_TALKED = /^[^,]*(?:谈|聊)(?:了|过|完|好)*的?$/;
const THAT_ONE = /^(?:同志)?(?:那个|那次|的)/;

/** Among meetings and papers: the talks of the duty in which whoever is named is the other person. */
function talksIn(clause: Clauses[number], text: string, sentence: Sentence, pool: readonly OpenItem[]) {
  const meant = sentence.people.filter((m) => {
    if (m.from < clause.from || m.to > clause.to) return false;
    const [before, after] = [text.slice(0, m.from - clause.from), text.slice(m.to - clause.from)];
    if (THAT_ONE.test(after)) return true;
    return TALKED.test(text) && (TALKED_WITH.test(before) || (before === '' && ENDS_TALKED.test(after)));
  });
  const ids = meant.flatMap((m) => m.ids);
  const talks = pool.filter((i) => i.kind === 'talk');
  const theirs = talks.filter((i) => i.counterpart !== undefined && ids.includes(i.counterpart));
  return talks.filter((i) => theirs.some((t) => t.duty === i.duty));
}
