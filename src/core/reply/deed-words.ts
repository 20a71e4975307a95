import type { ItemKind, OpenItem } from './contract.ts';

// What only one kind of duty is said to have been: 开了 a meeting, 谈了 a talk. 办完了 and 报了 are said of many.
const DEEDS: readonly { readonly words: RegExp; readonly kinds: readonly ItemKind[] }[] = [
  { words: /谈[了过完]|已谈|聊[了过完]|\btalked\b/, kinds: ['talk'] },
  { words: /学[了过完]|已学|补学|领学|自学/, kinds: ['study'] },
  { words: /开[了过完]|已开|补开|散会|[应实]到|到会|参会|\bheld\b/, kinds: ['meeting', 'study'] },
  { words: /已去|去[了过看]|到现场|实地|走访|跑了/, kinds: ['inspection'] },
];

/** Those of the open items of whose kind these words are said; all of them where the words, or the items, tell nothing. */
export function saidOf(text: string, open: readonly OpenItem[]): readonly OpenItem[] {
  const deed = DEEDS.find(({ words }) => words.test(text));
  const fitting = deed ? open.filter(({ kind }) => deed.kinds.includes(kind)) : [];
  return fitting.length > 0 ? fitting : open;
}
