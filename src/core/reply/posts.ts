import { clean } from './clean-name.ts';
import type { ReplyPerson } from './contract.ts';

/** Titles that may follow a family name, longest first. */
export const TITLES =
  '副局长|局长|局|副书记|书记|副主任|主任|副股长|股长|副科长|科长|副处长|处长|副组长|组长|副部长|部长|所长|院长|站长|队长|校长|秘书长|秘书|委员|主席|总|科|处|股|工|老师|姐|哥|同志|经理|干事|镇长|乡长|县长|市长|区长|副(?![局书主股科处组部所院站队校县市镇乡区秘总])';
const SHORT: Readonly<Record<string, string>> = { 局: '局长', 科: '科长', 处: '处长', 股: '股长', 总: '总' };
/** 党组成员、副局长 holds two. */
export const partsOfPost = (person: ReplyPerson): readonly string[] =>
  person.post
    ? clean(person.post)
        .split(/[、,，;；/兼()（）]+/)
        .filter(Boolean)
    : [];

/** Does the post carry that title? 局长 is not 副局长 unless `loosely`, as with a family name (王局). */
export function holds(person: ReplyPerson, title: string, loosely: boolean): boolean {
  // 王副: deputy of whatever.
  if (title === '副') return partsOfPost(person).some((part) => /副.{0,2}(?:长|书记|主任)$/.test(part));
  const full = SHORT[title] ?? title;
  return partsOfPost(person).some((part) => {
    const at = part.lastIndexOf(full);
    if (at < 0 || at + full.length !== part.length) return false;
    return loosely || full.startsWith('副') || !part.slice(0, at).endsWith('副');
  });
}
