import type { Check, CheckAnswer } from '../occurrence.ts';

/** One question still open, as the reader of the message sees it. */
export interface CheckItem {
  readonly item: string;
  readonly label: string;
  /** Its place in the whole list, from 1. */
  readonly no: number;
}

const words: Readonly<Record<CheckAnswer, RegExp>> = {
  yes: /没有?问题|有|合格|齐|是的?|对|好|符合|做到|√|\b(yes|ok|okay|fine|good|there|complete)\b/iu,
  no: /没有?(?!问题|变|起色)|无|不|缺|未|漏|×|\b(no|missing|none|not|lacks?)\b/iu,
  better: /好转|好多了|有起色|起色大|改善|向好|变好|见好|\b(better|improved|improving)\b/iu,
  same: /持平|没有?变|没变化|没有?起色|老样子|一样|依旧|照旧|\b(same|unchanged)\b/iu,
  worse: /变差|更差|差了|恶化|退步|下滑|反弹|\b(worse|worsened)\b/iu,
};

/** In which order words are looked for: 没有起色 holds 有, 没有 holds 有, 不合格 holds 合格. */
const order: readonly CheckAnswer[] = ['same', 'worse', 'better', 'no', 'yes'];
const rest = /其余|其他|其它|剩下|都|全部?|均|一律|\b(rest|others?|all|everything)\b/iu;
const notNow = /还没|没查|没看|没来得及|没去|正在|明天|下午|晚上|稍后|等会|\b(not yet|later|tomorrow)\b/iu;

/**
 * A sentence as answers to a checklist: 1有，3没有，其余都合格 · 逐人表态有 · 城东好转，城西持平. Without a subject (有, 没有,
 * 好转) it answers the first open question, where `asked`; else a question has to be named. Undefined: it is none.
 * `title` is the duty's own, whose words name no question; `all` are its questions, answered ones too.
 */
export function readChecks(
  text: string,
  open: readonly CheckItem[],
  answers: readonly CheckAnswer[],
  asked: boolean,
  { title = '', all = open }: { readonly title?: string; readonly all?: readonly CheckItem[] } = {},
): readonly Check[] | undefined {
  if (open.length === 0 || notNow.test(text)) return undefined;
  const found = new Map<string, CheckAnswer>();
  let named = false;
  let subjects: CheckItem[] = [];
  let others = false;
  for (const clause of clausesOf(text)) {
    const about = open.filter((one) => names(clause, one, all, title));
    const said = without(clause, about);
    subjects = [...subjects, ...about];
    others ||= rest.test(said);
    const answer = answerIn(said, answers);
    if (!answer) {
      // 1、2、4有: a list goes on. 记录查过了，缺签字 does not.
      if (!LISTS.test(said)) [subjects, others] = [[], false];
      continue;
    }
    named ||= subjects.length > 0;
    const first = open.filter(({ item }) => !found.has(item));
    const meant = subjects.length > 0 ? subjects : others ? first : asked || named ? first.slice(0, 1) : [];
    for (const { item } of meant) found.set(item, answer);
    subjects = [];
    others = false;
  }
  if (found.size === 0 || !(asked || named)) return undefined;
  return open.flatMap(({ item }) => (found.has(item) ? [{ item, answer: found.get(item)! }] : []));
}

const LISTS =
  /^(?:第|项|条|个|处|点|[\d.:：]|和|与|跟|还有|以及|其余|其他|其它|剩下|的|都|and|rest|the|others?|\s)*$/iu;

/** 查完了，都合格: said of the checklist as a whole, though nobody had just asked. */
export const saysChecked = (text: string): boolean => /核查|检查|查(完|过|了)|\bchecked\b/iu.test(text);

const clausesOf = (text: string): readonly string[] =>
  text.split(/[，,；;。、\n\s]+|(?<=[有好齐平转差])(?=第?\d)/u).filter((clause) => clause !== '');

function answerIn(clause: string, answers: readonly CheckAnswer[]): CheckAnswer | undefined {
  return order.find((answer) => answers.includes(answer) && words[answer].test(clause));
}

/** By number, in full, or by a part of its name that no other shares. */
function names(clause: string, { label, no }: CheckItem, all: readonly CheckItem[], title: string): boolean {
  const numbers = [...clause.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  if (numbers.length > 0) return numbers.includes(no);
  if (clause.includes(label)) return true;
  const part = sharedPart(clause, label);
  if (part.length < sharedPart(clause, title).length) return false;
  return part.length >= 2 && all.every((one) => one.no === no || !one.label.includes(part));
}

function sharedPart(clause: string, label: string): string {
  for (let size = Math.min(clause.length, label.length); size >= 2; size--)
    for (let at = 0; at + size <= label.length; at++) {
      const part = label.slice(at, at + size);
      if (clause.includes(part)) return part;
    }
  return '';
}

/** The words of a question are no answer to it: 要素齐全 is not yet 齐全. */
function without(clause: string, items: readonly CheckItem[]): string {
  return items.reduce((left, { label }) => {
    const part = left.includes(label) ? label : sharedPart(left, label);
    return part === '' ? left : left.replace(part, ' ');
  }, clause);
}
