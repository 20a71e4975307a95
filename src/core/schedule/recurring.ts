import { DAY, dateAt, dayNumberOf, type Instant, type LocalDate, type LocalTime } from '../calendar.ts';
import { boundsOf } from './bounds.ts';
import { type Cadence, cadenceOf, type Every } from './cadence.ts';
import { occurrencesBetween } from './occurrences.ts';
import type { Window } from './period.ts';
import { isProblem, type Problem, problem, type ReadingContext } from './reading.ts';
import type { Recurring, Rule } from './schedule.ts';
import type { EveryUnit, NoteCode, Token } from './tokens.ts';

export interface RecurringReading {
  readonly schedule: Recurring;
  readonly notes: readonly NoteCode[];
}

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
  // 4月底前报送，5月底前完成: two deadlines, and no list.
  if (months > 1) return tokens.filter(({ t }) => t === 'before').length > 1 ? undefined : 'year';
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
  const { tokens: plain, notes: spanNotes } = withoutSpans(all);
  const bounded = boundsOf(plain, context);
  if (isProblem(bounded)) return bounded;
  const { tokens, since, until, first } = bounded;
  const named = everyOf(tokens);
  if (isProblem(named)) return named;
  const every = { ...named, every: enumerated(named.every, tokens) };
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
  if (since && until && neverFalls(schedule, context)) return problem('impossible-date', 'schedule-problem-never');
  return { schedule, notes: [...every.notes, ...spanNotes, ...cadence.notes] };
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

/** 每年4月至6月: due by the end of the last of them. */
function withoutSpans(all: readonly Token[]): {
  readonly tokens: readonly Token[];
  readonly notes: readonly NoteCode[];
} {
  const yearly = all.some((token) => token.t === 'every' && token.unit === 'year');
  const opens = (at: number): boolean =>
    yearly && all[at]?.t === 'months' && all[at + 1]?.t === 'range' && all[at + 2]?.t === 'months';
  const tokens = all.filter((_, at) => !opens(at) && !opens(at - 1));
  return { tokens, notes: tokens.length < all.length ? ['window-last'] : [] };
}

/** 每半年一次，6月20日和12月20日前: the dates of a year, one in each of its halves or quarters. */
function enumerated(every: Every, tokens: readonly Token[]): Every {
  const months = tokens.flatMap((token) =>
    token.t === 'months' ? token.ns : token.t === 'month-days' ? [token.month] : [],
  );
  const size = every.unit === 'quarter' ? 3 : every.unit === 'half-year' ? 6 : undefined;
  if (size === undefined || every.step !== 1) return every;
  const met = new Set(months.map((month) => Math.ceil(month / size)));
  return met.size === 12 / size && months.length === met.size ? { ...every, unit: 'year' } : every;
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

function windowOf(
  { window }: Cadence,
  tokens: readonly Token[],
  rule: Rule,
): { readonly window?: Window; readonly count?: number } {
  const n = countOf(tokens, rule);
  if (rule.unit === 'day' && n !== undefined && n > 1 && rule.step === 1) return { window: 'day', count: n };
  if (window === undefined || ('step' in rule && rule.step > 1)) return {};
  return n === undefined ? { window } : { window, count: n };
}

/** How often in each period. 每年2次（上下半年各1次）: of several counts the one that stands beside the period that holds. */
function countOf(tokens: readonly Token[], rule: Rule): number | undefined {
  const period = tokens.findIndex((token) => token.t === 'every' && token.unit === rule.unit);
  const isCount = (token: Token): token is Extract<Token, { t: 'count' }> => token.t === 'count';
  return (tokens.slice(Math.max(0, period)).find(isCount) ?? tokens.find(isCount))?.n;
}

function shiftOf(tokens: readonly Token[]): { readonly shift?: 'next' | 'previous' } {
  const shift = tokens.find((token) => token.t === 'shift');
  if (shift?.t !== 'shift') return {};
  return { shift: shift.to === 'previous' ? 'previous' : 'next' };
}

/** Bounds between which nothing falls were not meant as bounds. */
function neverFalls(schedule: Recurring, { zone, calendar }: ReadingContext): boolean {
  const from = (dayNumberOf(schedule.since!) - 2) * DAY;
  const to = (dayNumberOf(schedule.until!) + 2) * DAY;
  return occurrencesBetween(schedule, { zone, calendar }, from, Math.min(to, from + 4000 * DAY)).length === 0;
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
