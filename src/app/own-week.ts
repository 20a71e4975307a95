import { studyDaysIn } from '../core/reply/own-study.ts';
import { hoursIn } from '../core/reply/record-words.ts';
import { saysOwnStudy } from '../core/reply/sayings.ts';
import { inHours, isOwnWeek } from '../core/wording/item.ts';
import type { Ask, Reply } from './commands/contract.ts';
import { reportDone } from './report.ts';
import type { Surroundings } from './surroundings.ts';

/** 上周自学几天, answered in words: by a number of days, or of hours where the plan sums those up. */
export async function ownWeekTyped(ask: Ask, around: Surroundings, text: string): Promise<Reply | undefined> {
  const weeks = around.open.filter((f) => isOwnWeek(f) && f.person === ask.speaker);
  const newest = weeks.sort((a, b) => b.scheduled - a.scheduled)[0];
  if (!newest) return undefined;
  const place = around.shown.findIndex((ids) => ids.includes(newest.id));
  const amount = inHours(newest, ask.office.plan)
    ? hoursOf(text)
    : studyDaysIn(text, place < 0 ? undefined : place + 1);
  return amount === undefined ? undefined : reportDone(ask, [newest], { amount });
}

const hoursOf = (text: string): number | undefined => (saysOwnStudy(text) ? hoursIn(text) : undefined);
