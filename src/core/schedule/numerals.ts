/** One number as people write it in a phrase, digits or Chinese; a source for regular expressions. */
export const NUM = '(?:\\d{1,4}|[零〇一二三四五六七八九十百两廿卅]{1,6})';

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 25, 二十五, 廿五, 两, 二〇二六 → the number; NaN if the characters make none. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace(/廿/g, '二十').replace(/卅/g, '三十');
  if (!/[十百]/.test(plain)) return Number([...plain].map((char) => digits[char] ?? 'x').join(''));
  const match = /^(?:([一二两三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(
    plain,
  );
  if (!match) return Number.NaN;
  const tens = match[3] ? (match[2] ? digits[match[2]]! : 1) : 0;
  return (match[1] ? digits[match[1]]! * 100 : 0) + tens * 10 + (match[4] ? digits[match[4]]! : 0);
}
