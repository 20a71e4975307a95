import { simplifiedOf } from './han.ts';

const HAN = '\\u4e00-\\u9fff\\u3400-\\u4dbf';
const WIDE = '\\uff0e\\uff10-\\uff19';
const NOISE =
  /^#{1,6} +(?=[“《\u4e00-\u9fff])|\*\*|__(?=[\u4e00-\u9fff])|##\s*\/?\s*[a-z]+(?:begin|end)\s*##|<\/?[a-z][^<>\n]{0,60}>|[\u200b-\u200f\u2060\ufeff\u00ad]/gi;
// Offices stretch words with spaces and re-posts break them; a space between Latin words or in front of a
// label stays, because it separates.
const INNER = new RegExp(
  `(?<=[${HAN}，。、；：“”（）《》]) +(?=[${HAN}${WIDE}\\d，。、；：“”（）《》])(?![${HAN}]{2,8}[：:∶])|(?<=[\\d${WIDE}]) +(?=[${HAN}${WIDE}])`,
  'g',
);

/** The document's own words without stray markers, zero-width signs and spaces inside words. */
export function wordsOf(text: string): string {
  return text
    .replace(NOISE, '')
    .replace(/[\t\u00a0\u2000-\u200a\u3000]/g, (char) => (char === '\u3000' ? '\u3000' : ' '))
    .replace(INNER, '')
    .replace(/ {2,}/g, ' ')
    .replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
}

/** The same text, of the same length, as the grammars read it: half-width, simplified, without typing slips. */
export function plainOf(text: string): string {
  const half = text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0e\uff0f\uff0d\uff05\uff5e]/g, (char) =>
    String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
  return simplifiedOf(half)
    .replace(/集中政治/g, '集中整治')
    .replace(/整该|整攺/g, '整改')
    .replace(/带责任人/g, '代责任人')
    .replace(/[〔〖［[]/g, '【')
    .replace(/[〕〗］\]]/g, '】')
    .replace(/[「『]/g, '“')
    .replace(/[」』]/g, '”')
    .replace(/\u3000/g, ' ')
    .replace(/﹔|;/g, '；')
    .replace(/(?<=[\u4e00-\u9fff\d）)]),|,(?=[\u4e00-\u9fff])/g, '，')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/[∶︰﹕]/g, '：')
    .replace(/:(?!\d)/g, '：');
}

/** Finds a piece of the plain text in the words it came from; the piece itself if it was put together. */
export function asWritten(piece: string, plain: string, words: string): string {
  const at = plain === words ? -1 : plain.indexOf(piece);
  return at < 0 ? piece : words.slice(at, at + piece.length);
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  贰: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};

/** Reads 12, 十二, 二十一, 两, 一百零五; NaN for anything else. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let total = 0;
  let digit = -1;
  for (const char of text) {
    if (char === '十' || char === '拾') total += (digit < 0 ? 1 : digit) * 10;
    else if (char === '百') total += (digit < 0 ? 1 : digit) * 100;
    else if (DIGITS[char] === undefined) return Number.NaN;
    digit = /[十拾]/.test(char) || char === '百' ? 0 : DIGITS[char]!;
  }
  return text === '' ? Number.NaN : total + Math.max(digit, 0);
}

/** Reads 二〇二四 or 2024 as a year. */
export function yearOf(text: string): number {
  return Number([...text].map((char) => DIGITS[char] ?? char).join(''));
}
