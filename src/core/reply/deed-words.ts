import type { ItemKind, OpenItem } from './contract.ts';
import { aboutness } from './duty-words.ts';
import { isShortFor } from './short-names.ts';

// What only one kind of duty is said to have been: 开了 a meeting, 谈了 a talk. 办完了 and 报了 are said of many.
const DEEDS: readonly { readonly words: RegExp; readonly kinds: readonly ItemKind[] }[] = [
  { words: /谈[了过完]|已谈|聊[了过完]|\btalked\b/, kinds: ['talk'] },
  { words: /学[了过完]|已学|补学|领学|自学/, kinds: ['study'] },
  { words: /开[了过完]|已开|补开|散会|[应实]到|到会|参会|\bheld\b/, kinds: ['meeting', 'study'] },
  { words: /已去|去[了过看]|到现场|实地|走访|跑了/, kinds: ['inspection'] },
];

const events: readonly ItemKind[] = ['meeting', 'study'];
const HELD =
  /([\u4e00-\u9fff]{1,9}?(?:会|党课|党日|学习))(?:议|活动)?(?:也|都|已经?|刚刚?|今天|昨天|补)*(?:开|召开|举行|举办|上了|搞|结束)/;
/** 月报报了: a paper of its own, which a visit or a study is not. */
const PAPER = /(月报|周报|季报|年报|报表)(?:也|都|已经?|刚刚?|今天|昨天)*(?:报|交|送|发)(?:了|完|好|上去|过)/;
const BEFORE = /^(?:[今昨前]天|[上下]午|晚上|刚才|我们|咱们?|这个?|那个?|这次|本次|[上本这]周|周[一二三四五六日]|的)+/;
const ANY = /^(?:会|例会|开会|大会|全体会|会都?)$/;

/**
 * The open items of which these words can be said: by the name of the meeting in them, else by their verb. Undefined
 * where the words tell nothing; none where they name a meeting that is not among the items.
 */
export function saidOf(text: string, open: readonly OpenItem[]): readonly OpenItem[] | undefined {
  const name = meetingNamed(text);
  if (name !== undefined) return open.filter((item) => isCalled(item, name));
  // 例会开了 is said of no visit.
  if (HELD.test(text) && open.every((item) => !events.includes(item.kind) && aboutness(text, item) < 2)) return [];
  const paper = PAPER.exec(text)?.[1];
  if (paper !== undefined && open.every((item) => aboutness(text, item) < 2)) return [];
  const deed = DEEDS.find(({ words }) => words.test(text));
  const fitting = deed ? open.filter(({ kind }) => deed.kinds.includes(kind)) : [];
  return fitting.length > 0 ? fitting : undefined;
}

function meetingNamed(text: string): string | undefined {
  const name = HELD.exec(text)?.[1]?.replace(BEFORE, '');
  return name === undefined || name === '' || ANY.test(name) ? undefined : name;
}

/** 党组会 is no name of 党组会记录核查, which is done after it. */
function isCalled({ kind, title }: OpenItem, name: string): boolean {
  return events.includes(kind) ? isShortFor(name, title) || name.includes(title) : title.endsWith(name);
}
