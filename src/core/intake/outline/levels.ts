import { type Mark, PROBLEM_MARK } from '../numbering.ts';
import { isHeading, type Node } from './node.ts';

/** What is open where a mark stands, and how deep this paper puts the marks that stand high or low as it likes. */
export interface Levels {
  /** The open nodes, outermost first. */
  readonly open: readonly Node[];
  /** It has headings; a paper without any is led by its sentences. */
  readonly headed: boolean;
  /** The level that 问题1 has in this paper: above or below （一）. */
  problemLevel: number | undefined;
  /** The level of 第一方面: above 一、, or below it. */
  aspectLevel: number | undefined;
}

export const PART = 0.7;
const OUTERMOST = 0.5;
const ASPECT_MARK = 1.2;
export const PARENTHESES = 2;
const BELOW = 0.05;
export const SIGN_ALONE = 7;

/** 问题1 stands below （一）党的领导弱化, or above （一）存在问题; the first one tells. */
export function levelOf({ level, sign }: Mark, levels: Levels): number {
  if (sign === '【】') return PART + BELOW;
  if (sign !== undefined) return signLevel(sign, levels);
  if (level === ASPECT_MARK) return aspectLevelOf(levels);
  if (level !== PROBLEM_MARK) return level;
  levels.problemLevel ??= levels.open.some((node) => node.kind === 'mark' && node.level >= PARENTHESES)
    ? PARENTHESES + 0.5
    : PROBLEM_MARK;
  return levels.problemLevel;
}

function aspectLevelOf(levels: Levels): number {
  const below = levels.open.some((node) => node.kind === 'mark' && node.level <= 1);
  levels.aspectLevel ??= below ? ASPECT_MARK : OUTERMOST;
  return levels.aspectLevel;
}

/** A sign of the paper's own stands beside its like, else below the innermost heading that is open. */
function signLevel(sign: string, { open, headed }: Levels): number {
  const like = open.findLast((node) => node.sign === sign);
  if (like) return like.level;
  const above = open.findLast((node) => isHeading(node));
  return above ? above.level + BELOW : headed ? SIGN_ALONE : PART + BELOW;
}
