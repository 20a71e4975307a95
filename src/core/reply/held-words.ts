import type { ItemKind, OpenItem } from './contract.ts';
import { aboutness } from './duty-words.ts';

const HELD = /(?:^|[^谈聊])(?:召?开[了过完]|已[经]?召?开|散会)|\bheld\b/iu;
/** People meet for these; 其他 may be anything. */
const MET: readonly ItemKind[] = ['meeting', 'study', 'other'];

/** 开了, while nothing that people meet for is among the items: it is said of no talk, no visit and no paper. */
export const isSaidOfNone = (text: string, items: readonly OpenItem[]): boolean =>
  HELD.test(text) && items.every((item) => !MET.includes(item.kind) && aboutness(text, item) < 2);
