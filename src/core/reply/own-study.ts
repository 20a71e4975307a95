import { NUMBER, numberOf } from './numbers.ts';

const SAID = new RegExp(`(?:自学|看书|读书|学习?)了?(?:有|大概|大约)?\\s*(${NUMBER}|[零〇0])\\s*天`);
const BARE = new RegExp(`^\\s*(${NUMBER}|[零〇0])\\s*天[。.]?\\s*$`);
const LISTED = new RegExp(`^\\s*(\\d{1,2})[\\s、,，.:：]+(${NUMBER}|[零〇0])\\s*天[。.]?\\s*$`);
const NONE = /上周[^，。]{0,4}没(?:有|怎么|能)?(?:自学|学|看书)|没(?:有|能)?自学|一天(?:都|也)?没(?:自)?学/;
/** Of studies that people meet for, and of somebody else's. */
const TOGETHER = /中心组|集中|集体|支部|大家|全体/;

/**
 * 上周自学了4天, 4天, 1 4天: on how many days of a week somebody studied by themselves; `no` is the place of that question
 * in the list last shown. Undefined where the words tell no number that a week can have.
 */
export function studyDaysIn(text: string, no: number | undefined): number | undefined {
  if (TOGETHER.test(text)) return undefined;
  const [, place, listed] = LISTED.exec(text) ?? [];
  if (place !== undefined && Number(place) !== no) return undefined;
  const said = listed ?? SAID.exec(text)?.[1] ?? BARE.exec(text)?.[1];
  if (said === undefined) return NONE.test(text) ? 0 : undefined;
  const days = numberOf(said);
  return days >= 0 && days <= 7 ? days : undefined;
}
