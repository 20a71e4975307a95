import { activities } from '../activities.ts';
import { fuzzyIn } from '../cadence.ts';
import { base, ownerOf } from './base.ts';
import type { FoundDuty, MeasureContext } from './context.ts';
import type { Sentence } from './sentence.ts';

export function makeUp(clause: string, sentence: Sentence, context: MeasureContext): FoundDuty {
  const activity = activities.find(({ title }) => title === '补学')!;
  const time = /(?<n>[\d一二两三]+)(?<unit>周|个?星期|个?工作日|日|天|个?月)(?:之内|以内|内)/.exec(clause);
  const owner = /(?:缺席|缺课|缺勤|请假|未参加)(?:的)?(?:人员|党员|同志|者)?/.exec(clause)?.[0];
  const schedule = time ? `会后${makeUpDays(time.groups!.n!, time.groups!.unit!)}内` : null;
  return {
    ...base(activity, clause, sentence, context),
    owner: owner ?? ownerOf(clause, sentence, context),
    scheduleText: time?.[0] ?? fuzzyIn(clause)?.text ?? null,
    schedule,
    origin: schedule ? 'text' : 'none',
    event: '缺席',
    ...(schedule ? {} : { offer: '会后7日内' }),
  };
}

function makeUpDays(n: string, unit: string): string {
  const count = '一二三'.includes(n) ? '一二三'.indexOf(n) + 1 : n === '两' ? 2 : Number(n);
  if (/工作日/.test(unit)) return `${count}个工作日`;
  if (/月/.test(unit)) return `${count * 30}日`;
  return `${count * (/周|星期/.test(unit) ? 7 : 1)}日`;
}
