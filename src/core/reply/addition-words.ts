const TOPIC = /^[^，,。；;]{0,12}?((?:学习)?(?:主题|议题|题目)(?:是|为|[:：]).+)$/u;

/**
 * 主题是二十届四中全会精神, said after the report: what adds to it, in the words of a correction. Undefined for any
 * other sentence.
 */
export function additionIn(text: string): string | undefined {
  const added = TOPIC.exec(text.trim())?.[1];
  return added === undefined ? undefined : `更正，${added}`;
}

/** 进展：水电已通: said to be the line that was asked for. */
export const marksProgress = (text: string): boolean =>
  /^\s*(?:本周|最新|目前)?(?:工作)?进展(?:情况)?[：:]\s*\S/u.test(text);
