import type { Block } from './document.ts';
import { labelledOf } from './labels.ts';
import { markOf, PROBLEM_MARK } from './numbering.ts';
import { plainOf } from './plain.ts';

// Copied from a chat: who spoke and when, and who says that it was read.
const SPOKEN =
  /^[\u4e00-\u9fff]{2,10}\s*(?:(?:20\d\d[年/-])?\d{1,2}[月/-]\d{1,2}日?\s*)?(?:[上下]午\s*)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$/;
const CHATTER = /^(?:收到|好的|明白|辛苦)[^，。]{0,8}$|聊天记录\P{L}*$|^【群聊】/u;

/** A line that a chat program wrote, or a word of thanks: no part of the paper that was copied from it. */
export function isChat(words: string): boolean {
  return SPOKEN.test(words) || CHATTER.test(words);
}

/** Paragraphs of a paper that was copied out of a chat, where a line breaks wherever the sender's screen ended. */
export function unwrapped(blocks: readonly Block[]): readonly Block[] {
  if (blocks.filter((block) => block.kind === 'paragraph' && SPOKEN.test(block.text.trim())).length < 2) return blocks;
  const out: Block[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    if (last?.kind === 'paragraph' && block.kind === 'paragraph' && goesOn(last.text.trim(), block.text.trim()))
      // What is left of the first line is nothing, so that all that follow keep their numbers.
      out.splice(-1, 1, { ...last, text: '' }, { ...last, text: `${last.text.trimEnd()}${block.text.trim()}` });
    else out.push(block);
  }
  return out;
}

/** 整改措施：党建办每季度, 问题1：三会一课: what stands behind a label may end on the next line; other lines are often whole. */
function isField(line: string): boolean {
  const [first] = labelledOf(line);
  return first?.label ? first.text !== '' : (markOf(line)?.level ?? 0) === PROBLEM_MARK;
}

function goesOn(last: string, next: string): boolean {
  const plain = plainOf(next);
  return (
    isField(plainOf(last)) &&
    next !== '' &&
    !/[。；：！？|｜]$/.test(plainOf(last)) &&
    ![last, next].some((line) => isChat(line) || /[|｜\t]/.test(line)) &&
    !markOf(plain) &&
    !labelledOf(plain)[0]?.label &&
    !/^20\d\d年/.test(plain)
  );
}
