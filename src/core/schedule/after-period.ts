import type { PeriodUnit } from './schedule.ts';
import type { Token } from './tokens.ts';

/** 季后10日内, within 10 days of quarter end: in the first month of the period that follows, as in 每季度次月10日前. */
export function afterPeriod(unit: PeriodUnit, n: number, working: boolean): readonly Token[] {
  const day: Token = working ? { t: 'nth', on: 'workday', ns: [n] } : { t: 'days', ns: [n] };
  return [...firstMonthOf(unit), { t: 'every', unit, step: 1 }, day, { t: 'before' }];
}

function firstMonthOf(unit: PeriodUnit): readonly Token[] {
  if (unit === 'month') return [];
  return unit === 'year' ? [{ t: 'months', ns: [1] }] : [{ t: 'month-in', n: 0, note: 'next-quarter-month' }];
}
