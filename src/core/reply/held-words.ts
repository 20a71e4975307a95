import type { ItemKind, OpenItem } from './contract.ts';
import { aboutness, NAMED } from './duty-words.ts';

const HELD = /(?:^|[^谈聊])(?:召?开[了过完]|已[经]?召?开|散会)|\bheld\b/iu;
/** People meet for these; 其他 may be anything. */
const MET: readonly ItemKind[] = ['meeting', 'study', 'other'];

/** 开了, while nothing that people meet for is among the items: it is said of no talk, no visit and no paper. */
export const isSaidOfNone = (text: string, items: readonly OpenItem[]): boolean =>
  HELD.test(text) && items.every((item) => !MET.includes(item.kind) && aboutness(text, item) < NAMED);

const PAPER_HANDED =
  /(?:纪要|报告|简报|通报|通知|汇总表|统计表)(?:也|都|已经?|刚刚?|今天|昨天)*(?:印发|下发|上报|报送|报|交|送|发|传)[^,]{0,10}了/;
const HELD_TOO = /开[了过完]|[谈学查看跑]了|[谈学查看跑开]完/;

/** 例会的纪要印发了, 抽查报告送陈局了: a paper is handed on, which is no event by itself. */
export const isPaperHanded = (text: string): boolean => PAPER_HANDED.test(text) && !HELD_TOO.test(text);
