import type { ItemKind } from './contract.ts';

const DAY = String.raw`(?:今天|昨天|前天|大前天|昨晚|今早|早上|上午|中午|下午|晚上|(?:上|这|本)?个?(?:周|星期|礼拜)[一二三四五六日天]|(?:\d{1,2}月)?\d{1,2}[日号])`;
const ONLY_WHEN = new RegExp(
  `^(?:哦|噢|嗯|对了|补充一下)?[，,\\s]*(?:应该?)?是?(?:${DAY})+(谈|聊|开|学|去|报|交|办|查|做|弄|搞|讲)的[。.!！]*$`,
  'u',
);

const saidOfKind: Readonly<Record<string, readonly ItemKind[]>> = {
  谈: ['talk'],
  聊: ['talk'],
  开: ['meeting', 'study'],
  学: ['study'],
  去: ['inspection'],
  讲: ['meeting', 'study'],
};

/** 是昨天谈的, right after a report: on which day that was, and no deed of its own. */
export function tellsOnlyWhen(text: string, kind: ItemKind): boolean {
  const verb = ONLY_WHEN.exec(text.trim())?.[1];
  return verb !== undefined && (saidOfKind[verb]?.includes(kind) ?? true);
}
