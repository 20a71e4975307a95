import { type Activity, activityIn } from '../activities.ts';
import { cadencesIn } from '../cadence.ts';
import type { ReadDeadline } from '../deadline.ts';
import type { Deadline } from '../draft.ts';
import { counterpartIn, ownerIn } from '../owner.ts';
import type { FoundDuty, MeasureContext } from './context.ts';
import type { Sentence } from './sentence.ts';

export function base(
  activity: Activity,
  clause: string,
  sentence: Sentence,
  context: MeasureContext,
): Omit<FoundDuty, 'scheduleText' | 'schedule' | 'origin'> {
  const ownsTitle = activity.title && (activity.standing || activity.kind === 'study');
  return {
    kind: activity.kind,
    title: ownsTitle ? activity.title : titleOf(clause) || activity.title || context.title,
    text: clause,
    owner: ownerOf(clause, sentence, context),
    with: counterpartIn(clause, activity.kind) ?? null,
    evidence: null,
    deadline: context.deadline ? deadlineOf(context.deadline) : null,
    place: context.place,
    ...(activity.offer ? { offer: activity.offer } : {}),
  };
}

export function deadlineOf({ text, due, ongoing }: ReadDeadline): Deadline {
  return { text, ...(due ? { due } : {}), ongoing };
}

/** Who acts in a clause; the committee in 支委会每月召开1次 is the meeting, not the one who calls it. */
export function actorIn(clause: string, names: readonly string[]): string | undefined {
  const who = ownerIn(clause, names);
  return who && activityIn(who)?.kind === 'meeting' && activityIn(clause)?.kind === 'meeting' ? undefined : who;
}

export function ownerOf(clause: string, sentence: Sentence, context: MeasureContext): string | null {
  return actorIn(clause, context.names) ?? sentence.subject ?? context.owner;
}

function titleOf(clause: string): string {
  const cadence = cadencesIn(clause)[0];
  const rest = (cadence ? clause.slice(0, cadence.at) + clause.slice(cadence.end) : clause)
    .replace(/收到|一般|原则上/g, '')
    .replace(/(?:不少于|至少|原则上|不低于)?[\d一二两三四五六七八九十]+(?:次|场|期)/, '')
    .replace(/^[，、\s并]+|[，、\s]+$/g, '');
  return rest.length > 24 ? `${rest.slice(0, 23)}…` : rest;
}

const AMOUNT =
  /^[^，。；]{0,16}?(?:不少于|不低于|至少|不得少于)?[\d一二两三四五六七八九十]+(?:个)?(?:次|场|期|篇|轮|遍|小时|天|学时|分钟)(?:以上)?/;

export function scheduleWords(clause: string, cadence: string): string {
  const amount = AMOUNT.exec(clause.slice(cadence.length));
  return clause.slice(0, cadence.length + (amount?.[0].length ?? 0));
}

export const CONDITION =
  /^会(?:前|上|中)|^该[^，]{1,4}的|[^及同按准小限定]时$|^重点(?:核查|检查|抽查|查看|关注|学习)|^[^，]{0,4}结果|^[^，]{1,6}(?:报告|情况)(?:报(?!告)|向|在|作为|纳入|经)|^(?:发现|对发现|凡|如|若|一旦|遇|因|未能?|对[^，]{0,24}的$)|^对[^，]{1,20}的[^，]{0,8}(?:问责|追责|处罚)|一项[、，]|(?:严肃|从严)(?:处理|问责|追究|追责|查处)|^(?:[^，]{0,3}内|今后|此后)?(?:予以|给予|依规|依纪|不得|严禁|禁止|不准)/;
