import { normalize } from './normalize.ts';
import * as words from './words.ts';

/** What kind of reason a sentence gives, where its words are not kept: 住院 is `ill`. Null for anything else. */
export function reasonKind(text: string): 'ill' | 'training' | 'duty' | 'away' | null {
  return usual.find(([, words]) => words.test(text))?.[0] ?? null;
}

const usual = [
  ['ill', /病|住院|就医|医院|体检|\bill\b|\bsick/i],
  ['training', /培训|党校|进修|学习班|\btraining/i],
  ['duty', /值班|带班/],
  ['away', /出差|外出|下乡|不在|公出|\baway\b|\btrip\b/i],
] as const;

/** 一起开的, 一并: one gathering for several duties. */
export const saysTogether = (text: string): boolean => /一起|一并|合并|同时|套开|连着|\btogether\b/i.test(text);

/** 都谈了: all that a line of the list stands for. */
export const saysAll = (text: string): boolean => /都|全|均|\ball\b/i.test(text);

/** 还没弄: that it is not done yet, and not only that it will be. */
export const saysNotYet = (text: string): boolean =>
  words.NEGATION.test(normalize(text).text.replace(words.NOT_NEGATIVE, ''));

/** 我去了中心组学习, 我参加了: that one was at it, and not that it was made up for. */
export const saysWasThere = (text: string): boolean =>
  /去了|去的|参加了|参会|到会|在场|在的/u.test(text) && !/补/u.test(text);

/** 自学了4天: said of one's own study, and not of one that people meet for. */
export const saysOwnStudy = (text: string): boolean => /自学|看书|读书|\bself-study\b/i.test(text);

/** A name by itself, without what is said around it: 是周敏同志。 */
export const bareName = (text: string): string =>
  text
    .trim()
    .replace(/^(?:是|和|跟|与)/, '')
    .replace(/(?:同志|那个|的)?[。.!]?$/, '');

/** 措施3佐证, 问题2材料: numbers of a measure in the plan's order, or of a problem in the letter. */
export function wholeIn(text: string): { readonly measure: number | null; readonly problem: number | null } {
  const number = (pattern: RegExp) => {
    const found = pattern.exec(text)?.[1];
    return found === undefined ? null : Number(found);
  };
  return {
    measure: number(/(?:措施|\bmeasure)\s*第?\s*(\d{1,3})/i),
    problem: number(/(?:问题|\bproblem)\s*(\d{1,3})/i),
  };
}

// Each word stands once, so that no text can be taken apart in two ways: hostile ones cost no more than others.
const COURTESY =
  /^(?:(?:谢|感谢|多谢|辛苦|您好|你好|大家好|早上好|上午好|中午好|下午好|晚上好|早安|晚安|早|再见|拜拜|哈|呵|嘿|嘻|不客气|没关系|hi|hello|hey|good (?:morning|afternoon|evening|night)|thanks|thank you|thx|cheers|bye|ha)(?:\s*(?:so much|a lot|very much|there)|提醒|一下|了|您|你|啊|呀|各位|同志)*[\s,，。.!！~～、]*)+$/iu;

/** 谢谢, 早上好, 哈哈: said to be polite; it answers no question and is not worth 没有看懂. */
export const isCourtesy = (text: string): boolean => COURTESY.test(text.normalize('NFKC').trim());
