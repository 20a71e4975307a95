import type { RecurrenceRule } from './rrule.ts';
import type { DaySpec, Rule } from './schedule.ts';

/** The rule of the house that a plain RRULE is the same as, to explain it in words; undefined if there is none. */
export function plainRuleOf(rule: RecurrenceRule): Exclude<Rule, RecurrenceRule> | undefined {
  const { freq, interval, byMonth, byMonthDay, byDay, bySetPos } = rule;
  if (interval !== 1 || bySetPos || rule.count !== undefined || (byDay && byMonthDay)) return undefined;
  if (freq === 'DAILY') return byMonth || byMonthDay || byDay ? undefined : { unit: 'day', step: 1 };
  const days = daysOf(rule);
  if (days.length === 0) return undefined;
  if (freq === 'WEEKLY') return byMonth || byMonthDay ? undefined : { unit: 'week', step: 1, days };
  if (freq === 'MONTHLY' && !byMonth) return { unit: 'month', step: 1, days };
  if (freq !== 'YEARLY' || !byMonth) return undefined;
  return { unit: 'year', step: 1, days: byMonth.flatMap((month) => days.map((day) => ({ ...day, month }))) };
}

/** A weekday without a number means every one of them, which only a week has once. */
function daysOf({ freq, byMonthDay, byDay }: RecurrenceRule): readonly DaySpec[] {
  if (byMonthDay) return byMonthDay.map((n) => ({ on: 'day', n }));
  const weekly = freq === 'WEEKLY';
  if (!byDay?.every(({ n }) => weekly === (n === undefined))) return [];
  return byDay.map(({ weekday, n }) => ({ on: 'weekday', n: n ?? 1, weekday }));
}
