import { DAY, dateAt, dayNumberOf, type Instant, type LocalDate, type LocalTime } from '../calendar.ts';
import { boundsOf } from './bounds.ts';
import { occurrencesBetween } from './occurrences.ts';
import type { Window } from './period.ts';
import { isProblem, type Problem, problem, type ReadingContext } from './reading.ts';
import type { DaySpec, PeriodUnit, Recurring, Rule } from './schedule.ts';
import { type Specs, specsOf } from './specs.ts';
import type { EveryUnit, NoteCode, Token } from './tokens.ts';

export interface RecurringReading {
  readonly schedule: Recurring;
  readonly notes: readonly NoteCode[];
}

type Every = Extract<Token, { t: 'every' }>;

/** True if the phrase repeats: 每…, 工作日, or a list that only makes sense repeated (周一至周五, 6月底、12月底前, 5日、15日). */
export function repeats(tokens: readonly Token[]): boolean {
  if (tokens.some(({ t }) => t === 'every')) return true;
  const weekly = tokens.some((t) => t.t === 'weekday' && t.plural === true);
  if (tokens.some(({ t }) => bounding.has(t))) return weekly && !isInOneWeek(tokens);
  return listOf(tokens) !== undefined;
}

/** Beside one of these a list of days is a span, or belongs to that one year or week. */
const bounding = new Set<Token['t']>(['year', 'date', 'relative', 'range', 'since', 'until', 'first']);

/** 下周一至周五, 本周三、周五. */
function isInOneWeek(tokens: readonly Token[]): boolean {
  return tokens.some((t, at) => t.t === 'relative' && t.unit === 'week' && tokens[at + 1]?.t === 'weekday');
}

/** In which period a list without 每 repeats; undefined if it is no list. */
function listOf(tokens: readonly Token[]): 'week' | 'month' | 'year' | undefined {
  if (tokens.some((t) => t.t === 'weekday' && t.plural === true)) return 'week';
  const months = tokens.reduce((sum, token) => sum + monthsIn(token), 0);
  if (months > 1) return 'year';
  return months === 0 && tokens.some((t) => t.t === 'days' && t.ns.length > 1) ? 'month' : undefined;
}

function monthsIn(token: Token): number {
  if (token.t === 'months') return token.ns.length;
  return token.t === 'month-days' || token.t === 'quarter' || token.t === 'half' ? 1 : 0;
}

export function recurringOf(
  all: readonly Token[],
  times: readonly LocalTime[],
  context: ReadingContext,
): RecurringReading | Problem {
  const bounded = boundsOf(all, context);
  if (isProblem(bounded)) return bounded;
  const { tokens, since, until, first } = bounded;
  const every = everyOf(tokens);
  if (isProblem(every)) return every;
  if (tokens.some(({ t }) => !fits(t, every.every.unit))) return problem('ambiguous', 'schedule-problem-two-cadences');
  const cadence = cadenceOf(every.every, tokens);
  if (isProblem(cadence)) return cadence;
  const rule = anchoredRule(cadence, times, context, { since, first });
  const schedule: Recurring = {
    kind: 'recurring',
    rule,
    times,
    ...windowOf(cadence, tokens, rule),
    ...shiftOf(tokens),
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
  };
  return { schedule, notes: [...every.notes, ...cadence.notes] };
}

function everyOf(tokens: readonly Token[]): { readonly every: Every; readonly notes: readonly NoteCode[] } | Problem {
  const all = tokens.filter((token): token is Every => token.t === 'every');
  const notes = all.flatMap(({ note }) => note ?? []);
  const [only] = all;
  if (!only) {
    const weekly = tokens.some(({ t }) => t === 'weekday');
    // Monday to Friday leaves no doubt; a list of two days may be meant as two dates.
    if (tokens.some((token) => token.t === 'weekday' && token.days.length > 3)) {
      return { every: { t: 'every', unit: 'week', step: 1 }, notes: [] };
    }
    const unit = weekly ? 'week' : (listOf(tokens) ?? 'year');
    return { every: { t: 'every', unit, step: 1 }, notes: [listNotes[unit]] };
  }
  const kinds = new Set(all.map(({ unit, step }) => `${unit}/${step}`));
  if (kinds.size === 1) return { every: only, notes };
  const working = all.find(({ unit }) => unit === 'workday');
  const plain = all.every(({ unit, step }) => step === 1 && (unit === 'workday' || unit === 'day' || unit === 'week'));
  if (working && plain) return { every: working, notes };
  const inner = all.filter(({ unit }) => unit !== 'year');
  if (inner.length === 1) return { every: inner[0]!, notes };
  return problem('ambiguous', 'schedule-problem-two-cadences');
}

const listNotes = { week: 'weekday-list', month: 'days-list', year: 'months-list' } as const;

const always = new Set<Token['t']>(['every', 'count', 'before', 'shift', 'sep', 'noise', 'ongoing', 'immediate']);
const inMonth: readonly Token['t'][] = ['days', 'nth', 'end', 'third', 'month-in', 'weekday'];
const inYear: readonly Token['t'][] = [...inMonth, 'months', 'month-days', 'quarter', 'half', 'feast'];
const perUnit: Readonly<Record<EveryUnit, readonly Token['t'][]>> = {
  day: ['weekday'],
  workday: [],
  feast: [],
  'half-month': ['days', 'nth', 'end'],
  'ten-days': [],
  week: ['weekday', 'nth'],
  month: inMonth,
  quarter: inMonth,
  'half-year': inMonth,
  year: inYear,
};

/** Nothing that names a day may be left over: better a question than a phrase half read. */
function fits(t: Token['t'], unit: EveryUnit): boolean {
  return always.has(t) || perUnit[unit].includes(t);
}

interface Cadence {
  readonly rule: Rule;
  readonly notes: readonly NoteCode[];
  /** The window whose last day (or latest day) the rule names; undefined if it names days. */
  readonly window?: Window;
  /** Every-N rules without a day whose periods follow the calendar (每两个月: February, April …). */
  readonly aligned?: true;
}

function cadenceOf(every: Every, tokens: readonly Token[]): Cadence | Problem {
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

/** 每半月（15日、月底前）: the days may be written beside it, as long as they are the two that it has (DOMAIN §8.7). */
function halfMonthly(tokens: readonly Token[]): Cadence | Problem {
  const written = specsOf(tokens, 'month');
  if (isProblem(written)) return written;
  const isEnd = ({ on, n }: DaySpec): boolean => on === 'day' && (n === 15 || n === -1);
  if (!written.specs.every(isEnd)) return problem('ambiguous', 'schedule-problem-two-cadences');
  return fixedDays([15, -1], 'half-month');
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

function windowOf(
  { window }: Cadence,
  tokens: readonly Token[],
  rule: Rule,
): { readonly window?: Window; readonly count?: number } {
  const count = tokens.find((token) => token.t === 'count');
  const n = count?.t === 'count' ? count.n : undefined;
  if (rule.unit === 'day' && n !== undefined && n > 1 && rule.step === 1) return { window: 'day', count: n };
  if (window === undefined || ('step' in rule && rule.step > 1)) return {};
  return n === undefined ? { window } : { window, count: n };
}

function shiftOf(tokens: readonly Token[]): { readonly shift?: 'next' | 'previous' } {
  const shift = tokens.find((token) => token.t === 'shift');
  if (shift?.t !== 'shift') return {};
  return { shift: shift.to === 'previous' ? 'previous' : 'next' };
}

/** An every-N rule starts on its first day strictly later than the asking moment (DOMAIN §8.6). */
function anchoredRule(
  { rule, aligned }: Cadence,
  times: readonly LocalTime[],
  context: ReadingContext,
  { since, first }: { readonly since: LocalDate | undefined; readonly first: LocalDate | undefined },
): Rule {
  if (!('step' in rule) || rule.step === 1) return rule;
  const step = aligned && 12 % rule.step === 0 && rule.unit === 'month' ? rule.step : 1;
  const every = step === 1 ? { ...rule, step: 1 } : { ...rule, anchor: calendarAnchor(step) };
  const probe: Recurring = { kind: 'recurring', rule: every, times, ...(since ? { since } : {}) };
  const start = first ?? firstDate(probe, context, since);
  return { ...rule, anchor: start ?? dateAt(context.from, context.zone) };
}

/** The last day of the step-th month: every second month is February, April …. */
function calendarAnchor(step: number): LocalDate {
  return `1999-${String(12 - 12 + step).padStart(2, '0')}-01` as LocalDate;
}

function firstDate(probe: Recurring, context: ReadingContext, since: LocalDate | undefined): LocalDate | undefined {
  const from: Instant = since === undefined ? context.from : (dayNumberOf(since) - 2) * DAY;
  const place = { zone: context.zone, calendar: context.calendar };
  return occurrencesBetween(probe, place, from, from + 800 * DAY)[0]?.date;
}
