const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

export const NUMBER = '(?:\\d{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])';

const IN_ENGLISH = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
export const ENGLISH = IN_ENGLISH.join('|');

/** A number below 1000 in figures or Chinese numerals; NaN if it is none. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '半') return 0.5;
  if (/^[a-z]+$/.test(text)) return IN_ENGLISH.indexOf(text) + 1 || Number.NaN;
  const ten = text.indexOf('十');
  if (ten < 0) return text.length === 1 ? (DIGITS[text] ?? Number.NaN) : Number.NaN;
  const tens = ten === 0 ? 1 : DIGITS[text.slice(0, ten)];
  const ones = ten === text.length - 1 ? 0 : DIGITS[text.slice(ten + 1)];
  return tens === undefined || ones === undefined ? Number.NaN : tens * 10 + ones;
}

const ITEM = `(?:第)?(${NUMBER})(?:项|条|个|件)?`;
const JOIN = '(?:[、,.和与及&+ ]|和第|跟)+';
const LIST = new RegExp(
  `^\\s*(?:序号|编号|第|no\\.?|#)?\\s*(${ITEM}(?:${JOIN}${ITEM}|(?:-|到|至)${ITEM})*)\\s*[.、:)]?\\s*`,
);
// After a number these make it an amount or a date, not a line of the list.
const AMOUNT =
  /^(?:[月日号点时分年周天岁元万名位人次个条份篇页场期季级股组支部党楼柜户家处间所套起例笔台辆栋张块趟轮批%.:/\d]|小时|工作日)/;

/** 3 已谈, 三完成: what is said of a line right behind its number. */
const SAID_OF_LINE =
  /^(?:已|也|都|完|办|谈|聊|搞|弄|报|交|开|做|查|学|签|写|推|延|改|取消|撤|没|未|还|不|请|准备|可以|明|今|昨|下|上|[✅❌\ue000-\uf8ff]|[a-z]|$)/;
/** 第3项, 3、, #3: marked as a number of the list. */
const MARKED = /^\s*(?:第.*[项条件个]|序号|编号|no\b|#)|[、.:)]\s*$/;
/** No list has more lines than this: a larger number is an amount. */
const MOST_LINES = 30;

/**
 * The numbers of list lines that open a clause (`1、3完成`, `第2项`, `1-3`), with where the rest begins. A number that
 * the list does not have is given as well where nothing but a line can be meant: nobody is then credited by guess.
 */
export function leadingNumbers(
  clause: string,
  size: number,
): { readonly numbers: readonly number[]; readonly end: number } {
  const none = { numbers: [], end: 0 };
  const placed = byPlace(clause, size);
  if (placed) return placed;
  const match = LIST.exec(clause);
  if (!match || size === 0) return none;
  const rest = clause.slice(match[0].length);
  const whole = match[0];
  if (ALL_OF.test(clause)) return none;
  if (AMOUNT.test(rest) && !/[项条件、.]\s*$/.test(whole)) return none;
  const numbers = expanded(match[1]!);
  if (numbers.length === 0 || numbers.some((n) => !(n >= 1 && n <= MOST_LINES))) return none;
  // 三会一课, 一对一: a numeral by itself is part of a word as often as not.
  const sure = numbers.every((n) => n <= size) && /^\s*\d/.test(whole);
  return sure || MARKED.test(whole) || SAID_OF_LINE.test(rest) ? { numbers, end: whole.length } : none;
}

const THING = '(?:项|个|条|件|样)';
const PLACED = new RegExp(
  `^\\s*(?:那|就|这)?(?:(?<last>(?:最后|最末)一?${THING})|(?<first>头一?${THING}|前面那${THING})|(?<second>后面那${THING})|(?<side>[前后])(?<n>${NUMBER})${THING}|(?<both>both)\\b)(?:工作|事)?(?:是|的)?`,
);
/** 前面那个是点错的 is about what was reported before. */
const SLIP = /点|按|错|撤|不算|作废/;

/** 前两项, 最后一项, 后面那个 (of two), both: lines by their place in the list. */
function byPlace(
  clause: string,
  size: number,
): { readonly numbers: readonly number[]; readonly end: number } | undefined {
  const match = PLACED.exec(clause);
  if (!match || size < 2 || SLIP.test(clause)) return undefined;
  const { last, first, second, side, n, both } = match.groups!;
  const count = n ? numberOf(n) : 1;
  if (n ? count >= size : (second || both || (first && /前面/.test(first))) && size !== 2) return undefined;
  const from = both || first || side === '前' ? 1 : last || second ? size : size - count + 1;
  const numbers = Array.from({ length: both ? 2 : count }, (_, i) => from + i);
  return { numbers, end: match[0].length };
}

/** 三项都办完了: so many, and not the third. */
const ALL_OF = new RegExp(`^\\s*(?:这|以上|上面)?(${NUMBER})(?:项|条|个|件)(?:工作|事项|事|任务)?(?:全|都|均)`);

export function countOf(text: string): number | null {
  const found = ALL_OF.exec(text)?.[1];
  return found === undefined ? null : numberOf(found);
}

function expanded(list: string): readonly number[] {
  const numbers: number[] = [];
  let range = false;
  for (const token of list.match(new RegExp(`${NUMBER}|-|到|至`, 'g')) ?? []) {
    if (/^(?:-|到|至)$/.test(token)) range = true;
    else {
      const n = numberOf(token);
      const before = numbers.at(-1);
      if (range && before !== undefined && n - before < 100) for (let i = before + 1; i < n; i++) numbers.push(i);
      numbers.push(n);
      range = false;
    }
  }
  return [...new Set(numbers)];
}

function find(text: string, pattern: string): number | undefined {
  const match = new RegExp(pattern).exec(text);
  const value = match ? numberOf(match[1]!) : Number.NaN;
  return Number.isNaN(value) ? undefined : value;
}

/** 谈了3个: people counted without names. */
export function headCountIn(text: string): number | null {
  const count = find(text, `(?:谈|聊|约谈)(?:了|完了|过|完)?(${NUMBER})(?:个|位|名|人)`);
  return count ?? null;
}
