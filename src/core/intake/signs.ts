import { isGrid, type Line, type Part } from './lines.ts';
import { type Mark, markOf } from './numbering.ts';
import { numberOf } from './plain.ts';

/**
 * Signs of a paper's own that head its lines: ◆ and →, A1, 任务一：, 【…】. No list foresees them; they are known by
 * coming again, and how deep they stand is told by the headings that are open (`outline/tree.ts`).
 */
export function withSigns(parts: readonly Part[]): readonly Part[] {
  const counts = new Map<string, number>();
  for (const part of parts) {
    const sign = isGrid(part) ? undefined : ownSign(part)?.sign;
    if (sign) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return parts.map((part) => {
    const mark = isGrid(part) ? undefined : ownSign(part);
    return mark && counts.get(mark.sign!)! > 1 ? { ...(part as Line), mark: markOf(mark.rest) ?? mark } : part;
  });
}

/** Deeper than any number that official papers know, until the tree tells. */
const LEVEL = 7;

// A dash or plus in front of a number belongs to the number.
const BULLET =
  /^(?<sign>(?:(?![<>=%|~^`$])[\p{S}\p{Pd}\p{Co}•·※*▪◦‣]){1,3})(?:\s+(?=\S)|(?=[^\s\d])|(?<![-+－])(?=\d))/u;
const CODE = /^(?<sign>[A-Za-z]{1,3})[-－—.]?(?<number>\d{1,3})(?:[、.．：）\s]+(?=\S)|(?=[\u4e00-\u9fff]))/;
const LETTER = /^(?<open>[（【]?)(?<number>[A-Za-z])[）】、.．]+\s*(?=[\u4e00-\u9fff“《【]|\d{1,2}[月日年个名项次])/;
const WORD =
  /^【?(?<sign>(?!第)[\u4e00-\u9fff]{2,5}?)(?<number>\d{1,2}|[一二三四五六七八九十]{1,2})(?:】：?|[：、]|\s)\s*(?=\S)/;
const BRACKETED = /^【(?<rest>[^【】]{2,30})】$/;

function ownSign(line: Line): Mark | undefined {
  if (line.mark) return undefined;
  const { plain } = line;
  const rest = (match: RegExpExecArray): string => plain.slice(match[0].length);
  const bullet = BULLET.exec(plain);
  if (bullet) return { level: LEVEL, number: Number.NaN, sign: bullet.groups!.sign!, rest: rest(bullet) };
  const coded = CODE.exec(plain) ?? WORD.exec(plain);
  if (coded)
    return { level: LEVEL, number: numberOf(coded.groups!.number!), sign: coded.groups!.sign!, rest: rest(coded) };
  const letter = LETTER.exec(plain);
  if (letter)
    return { level: LEVEL, number: letterNumber(letter), sign: `${letter.groups!.open}a`, rest: rest(letter) };
  const bracketed = BRACKETED.exec(plain);
  return bracketed ? { level: LEVEL, number: Number.NaN, sign: '【】', rest: bracketed.groups!.rest! } : undefined;
}

function letterNumber({ groups }: RegExpExecArray): number {
  return groups!.number!.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0) + 1;
}
