import { PERSON } from './marks.ts';
import type { Part } from './sentence.ts';

const SLIP =
  /^\s*(?:[哦噢啊呃额诶哎呀]+[,\s]*)?(?:不对|不不+|不是?(?=$)|(?:我)?[写说记打报弄搞看]错了?|错了|口误|笔误|(?:sorry|no wait|wait|no|i mean|correction)\b)/;
const RIGHT = new RegExp(
  `^[\\s,]*(?:应该?|其实|实际|而)?(?:是|(?:i mean|it was|with|to)\\b)?\\s*(?:[跟和与同找]|with |to )?[${PERSON}]`,
);

/** 跟马慧，不对，是跟周洁谈的: whoever was named by mistake is marked as a slip of the tongue. */
export function withSlips(parts: readonly Part[]): readonly Part[] {
  const wrong = new Set<Part>();
  parts.forEach((part, i) => {
    const slip = SLIP.exec(part.text);
    if (!slip) return;
    // What is right stands in the same breath, or next.
    const rest = part.text.slice(slip[0].length);
    const right = RIGHT.test(rest) ? part : rest.trim() === '' ? nextOf(parts, i) : undefined;
    const before = parts.slice(0, i).findLast((p) => p.people.length > 0);
    if (right && before) wrong.add(before);
  });
  if (wrong.size === 0) return parts;
  return parts.map((part) =>
    wrong.has(part) ? { ...part, people: part.people.map((mention) => ({ ...mention, slip: true })) } : part,
  );
}

/** 不对，说错了，是周洁: what is right comes after all that is said of the mistake. */
function nextOf(parts: readonly Part[], from: number): Part | undefined {
  const next = parts.slice(from + 1).find((p) => SLIP.exec(p.text)?.[0].trim() !== p.text.trim());
  return next && RIGHT.test(next.text) ? next : undefined;
}
