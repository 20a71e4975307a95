import type { ReplyContext, ReplyReading } from './contract.ts';
import { normalize } from './normalize.ts';
import { numberOf } from './numbers.ts';

const BARE = /^(?:第|选|no\.?)?\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:个|项|条|号)?[、.。!)]?$/;

/** A number by itself: the choice in the bot's own question, or a line of the list to open. Records nothing. */
export function pickIn(text: string, context: ReplyContext): ReplyReading['pick'] {
  const number = numberAlone(text);
  if (Number.isNaN(number)) return null;
  const choice = context.asking?.choices[number - 1];
  if (context.asking) return choice === undefined ? null : { number, from: 'choice', id: choice };
  const item = context.shown?.[number - 1];
  return item === undefined ? null : { number, from: 'item', id: item };
}

function numberAlone(text: string): number {
  const match = BARE.exec(text.trim());
  return match ? numberOf(match[1]!) : Number.NaN;
}

/** 3 谈了, 第3项, 3, under a list of two: the number that the list does not have. Undefined without a list. */
export function numberBeyond(text: string, { acts }: ReplyReading, context: ReplyContext): number | undefined {
  const size = context.shown?.length ?? 0;
  const alone = context.asking ? [] : [numberAlone(normalize(text).text)];
  return size === 0 ? undefined : [...alone, ...acts.flatMap((act) => act.numbers)].find((no) => no > size);
}

/** A tick alone closes what it answers; with nothing to answer it is a nod. */
export const isTick = (text: string): boolean => /^[✅\s!。]+$/.test(text) && text.includes('✅');

/** 好了, 完了, 打卡: said of something the bot asked about, the thing is done. */
export const isBareDone = (text: string): boolean =>
  /^(?:已?经?(?:全部|都|全)?(?:搞|弄|办|做)?(?:好|完|妥|齐)了|(?:都|全)?好了|ok了|(?:已|已经|全部|都|按时|按期)?打卡(?:了|成功)?|(?:全部|都|均|已|已经|按时已|圆满|顺利|如期)*完成(?:了|任务|✅)*|完成任务了?|已办|办了|已报|报了|done|finished|completed?|all done)[.。!✅]*$/.test(
    text,
  ) && !/^(?:好|完|按时完成)$/.test(text);
