const ATTENDS =
  /^\s*第?(\d{1,2}(?:\s*[、,，和]\s*\d{1,2})*)\s*[项个]?\s*(?:我|都|也)*(?:能|可以|会|准时|按时|一定)*(?:参加|出席|到会|到场|attend(?:ing)?)[。.!！\s]*$/iu;

/** 2参加, 2、3能参加: places of a list at which somebody will be. Nothing is done by it. */
export function placesAttended(clause: string): readonly number[] | undefined {
  return ATTENDS.exec(clause)?.[1]?.match(/\d+/g)?.map(Number);
}

/** 王局没跟我谈: that a talk took place is denied by the one it was to be with. */
export const deniesTalk = (text: string): boolean =>
  /(?:没有?|并未|未曾?|从来?没有?)[^，,。;；]{0,6}(?:谈|聊)|不是(?:跟|和|与)我谈/u.test(text) && /我|本人/u.test(text);

/** 4 和孙伟谈了: of a line of the list, and no number of days. */
export const saysOfLine = (clause: string): boolean =>
  /^\s*\d{1,2}\s*[项、.:：]?\s*(?![\d天\s]|[一二三四五六七]天)\S/u.test(clause) &&
  !/^\s*\d{1,2}[\s、,，.:：]*\d\s*天/.test(clause);
