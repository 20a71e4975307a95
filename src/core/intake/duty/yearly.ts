import { activityIn } from '../activities.ts';
import { oneOffIn } from '../one-off.ts';
import { base } from './base.ts';
import type { MeasureContext } from './context.ts';
import type { Sentence } from './sentence.ts';

const TURN_OF_YEAR = /^(?:每年)?(?<part>年初|年底|年终|年末)/;

/** 年初制定学习计划 in a rule comes every year; by which day is for the office to say. */
export function yearly(clause: string, sentence: Sentence, context: MeasureContext): void {
  const part = TURN_OF_YEAR.exec(clause)?.groups?.part;
  const off = part && oneOffIn(clause.replace(TURN_OF_YEAR, ''));
  const activity = off ? { ...off, form: /$/ } : part ? activityIn(clause) : undefined;
  if (!part || !activity) return;
  sentence.duties.push({
    ...base(activity, clause, sentence, context),
    scheduleText: part,
    schedule: null,
    origin: 'none',
    fuzzy: part,
    offer: part === '年初' ? '每年1月31日前' : '每年12月31日前',
  });
}
