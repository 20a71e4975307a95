import type { Window } from './period.ts';
import { isProblem, type Problem, problem } from './reading.ts';
import type { DaySpec, PeriodUnit, Rule } from './schedule.ts';
import { type Specs, specsOf } from './specs.ts';
import type { NoteCode, Token } from './tokens.ts';

export type Every = Extract<Token, { t: 'every' }>;

export interface Cadence {
  readonly rule: Rule;
  readonly notes: readonly NoteCode[];
  /** The window whose last day (or latest day) the rule names; undefined if it names days. */
  readonly window?: Window;
  /** Every-N rules without a day whose periods follow the calendar (每两个月: February, April …). */
  readonly aligned?: true;
}

/** What repeats: the rule of the days, and the window if it names a latest day. */
export function cadenceOf(every: Every, tokens: readonly Token[]): Cadence | Problem {
  const { unit, step } = every;
  if (unit === 'feast') return { rule: { unit: 'feast' }, notes: ['before-feast'] };
  if (unit === 'workday') return { rule: { unit: 'workday' }, notes: [] };
  if (unit === 'half-month') return halfMonthly(tokens);
  if (unit === 'ten-days') return fixedDays([10, 20, -1]);
  if (unit === 'day') return daily(step, tokens);
  return periodic(unit, step, tokens);
}

function fixedDays(ns: readonly number[], window?: Window): Cadence {
  const days: DaySpec[] = ns.map((n) => ({ on: 'day', n }));
  return { rule: { unit: 'month', step: 1, days }, notes: [], ...(window ? { window } : {}) };
}

/** 每半月: the 15th and the last day (DOMAIN §8.7), or the two days written beside it, one in each half. */
function halfMonthly(tokens: readonly Token[]): Cadence | Problem {
  const written = specsOf(tokens, 'month');
  if (isProblem(written)) return written;
  const { specs, notes } = written;
  if (specs.length === 0) return fixedDays([15, -1], 'half-month');
  const inFirst = specs.filter(({ on, n }) => on === 'day' && n > 0 && n <= 15);
  const inSecond = specs.filter(({ on, n }) => on === 'day' && (n > 15 || n === -1));
  if (inFirst.length !== 1 || inSecond.length !== 1 || specs.length !== 2) {
    return problem('ambiguous', 'schedule-problem-two-cadences');
  }
  return { rule: { unit: 'month', step: 1, days: specs }, notes, window: 'half-month' };
}

function daily(step: number, tokens: readonly Token[]): Cadence | Problem {
  if (step > 3660) return problem('impossible-count', 'schedule-problem-count', String(step));
  if (tokens.some(({ t }) => t === 'weekday')) return periodic('week', 1, tokens);
  return { rule: { unit: 'day', step }, notes: [] };
}

function periodic(unit: PeriodUnit, step: number, tokens: readonly Token[]): Cadence | Problem {
  if (step > 120) return problem('impossible-count', 'schedule-problem-count', String(step));
  const loose = looseWeekday(unit, tokens);
  if (loose) return loose;
  const specs = specsOf(unit === 'week' ? tokens.filter(({ t }) => t !== 'end') : tokens, unit);
  if (isProblem(specs)) return specs;
  if (specs.specs.length === 0) return wholePeriod(unit, step, specs);
  const latest = specs.window || tokens.some(({ t }) => t === 'before');
  if ((unit === 'quarter' || unit === 'half-year') && specs.specs.some(needsMonth)) {
    return problem('ambiguous', 'schedule-problem-which-month');
  }
  if (unit === 'year' && specs.specs.some((spec) => spec.on === 'weekday' && spec.month === undefined && spec.n > 5)) {
    return problem('impossible-date', 'schedule-problem-nth', String(specs.specs[0]!.n));
  }
  const window = latest && specs.specs.length === 1 ? { window: unit } : {};
  return { rule: { unit, step, days: specs.specs }, notes: specs.notes, ...window };
}

/** 每季度10日: the tenth of which of its months? */
function needsMonth(spec: DaySpec): boolean {
  return spec.month === undefined && spec.on === 'day' && spec.n > 1;
}

/** 每月周五: which of them? */
function looseWeekday(unit: PeriodUnit, tokens: readonly Token[]): Problem | undefined {
  if (unit === 'week' || !tokens.some(({ t }) => t === 'weekday')) return undefined;
  return problem('ambiguous', 'schedule-problem-which-week');
}

/** A period with no day is due on its last day (DOMAIN §8.7). */
function wholePeriod(unit: PeriodUnit, step: number, { notes }: Specs): Cadence {
  if (unit === 'week' && step > 1) return { rule: { unit: 'day', step: 7 * step }, notes: [...notes, 'every-n-weeks'] };
  if (unit === 'week') {
    return { rule: { unit, step, days: [{ on: 'weekday', n: 1, weekday: 7 }] }, notes, window: 'week' };
  }
  const days: readonly DaySpec[] = [{ on: 'day', n: -1 }];
  const named = unit === 'month' ? ({ 3: 'quarter', 6: 'half-year', 12: 'year' } as const)[step] : undefined;
  if (named) return { rule: { unit: named, step: 1, days }, notes: [...notes, 'every-n-months'], window: named };
  if (unit === 'quarter' && step === 2) return wholePeriod('half-year', 1, { specs: [], window: true, notes });
  if (step === 1) return { rule: { unit, step, days }, notes, window: unit };
  return { rule: { unit, step, days }, notes: [...notes, 'every-n-months'], aligned: true };
}
