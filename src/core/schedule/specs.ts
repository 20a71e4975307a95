import { isProblem, type Problem, problem } from './reading.ts';
import type { DaySpec, PeriodUnit } from './schedule.ts';
import type { NoteCode, Token } from './tokens.ts';

export interface Specs {
  readonly specs: readonly DaySpec[];
  /** True if a period and not a day was named (6月, 中旬, 前5个工作日): its last day is the latest. */
  readonly window: boolean;
  readonly notes: readonly NoteCode[];
}

const monthsOf = { week: 0, month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;
const most = {
  week: { day: 7, workday: 7, weekday: 1 },
  month: { day: 31, workday: 25, weekday: 5 },
  quarter: { day: 92, workday: 70, weekday: 14 },
  'half-year': { day: 184, workday: 140, weekday: 27 },
  year: { day: 366, workday: 280, weekday: 53 },
} as const;

/** The days that tokens name inside one period of the unit, in the order written. */
export function specsOf(tokens: readonly Token[], unit: PeriodUnit): Specs | Problem {
  const specs: DaySpec[] = [];
  const notes = new Set<NoteCode>();
  let window = false;
  let scope: readonly number[] = [];
  let pending = false;
  const flush = (): void => {
    if (pending) for (const month of scope) specs.push({ month, on: 'day', n: -1 });
    window ||= pending;
    pending = false;
  };
  const feast = tokens.some(({ t }) => t === 'feast');
  if (feast && tokens.some(({ t }) => t === 'nth' || t === 'days')) {
    return problem('ambiguous', 'schedule-problem-two-cadences');
  }
  const inPart = tokens.some(({ t }) => t === 'quarter' || t === 'half');
  if (unit === 'year' && inPart && tokens.some(({ t }) => t === 'month-in')) {
    return problem('ambiguous', 'schedule-problem-two-cadences');
  }
  // 每月底最后一个工作日 is one day, named twice.
  const fromEnd = tokens.some((token) => token.t === 'nth' && token.ns.every((n) => n < 0));
  for (const token of tokens) {
    const months = scopeOf(token, unit);
    if (months !== undefined) {
      if (isProblem(months)) return months;
      flush();
      scope = months.months;
      pending = true;
      if (token.t === 'month-in' && token.note) notes.add(token.note);
      if (token.t === 'month-days') pending = false;
    }
    const found = daysOfToken(token);
    if (!found || (token.t === 'end' && fromEnd)) continue;
    if (token.t === 'end' && pending && scope.length > 0 && token.unit === undefined) window = false;
    const inner = scope.length > 0 ? 'month' : unit;
    for (const spec of found.specs) {
      if (!isPossible(spec, inner, unit === 'year' ? scope : [])) return impossible(spec);
      if (inner === 'month' && spec.on === 'day' && spec.n > 28 && unit === 'month') notes.add('skips-months');
    }
    for (const month of scope.length > 0 ? scope : [undefined]) {
      for (const spec of found.specs) specs.push(month === undefined ? spec : { ...spec, month });
    }
    if (found.note) notes.add(found.note);
    window ||= found.window === true;
    pending = false;
  }
  flush();
  return { specs, window, notes: [...notes] };
}

function scopeOf(token: Token, unit: PeriodUnit): { readonly months: readonly number[] } | Problem | undefined {
  const size = monthsOf[unit];
  if (token.t === 'month-in') {
    if (size <= 1)
      return token.n === 0 ? undefined : problem('impossible-date', 'schedule-problem-month', String(token.n));
    const n = token.n === 0 ? 1 : token.n < 0 ? size + 1 + token.n : token.n;
    return n >= 1 && n <= size
      ? { months: [n] }
      : problem('impossible-date', 'schedule-problem-month', String(token.n));
  }
  if (unit !== 'year') return undefined;
  if (token.t === 'quarter') return { months: [token.n * 3] };
  if (token.t === 'half') return { months: [token.n * 6] };
  if (token.t !== 'months' && token.t !== 'month-days') return undefined;
  const months = token.t === 'months' ? token.ns : [token.month];
  const wrong = months.find((n) => !(n >= 1 && n <= 12));
  return wrong === undefined ? { months } : problem('impossible-date', 'schedule-problem-month', String(wrong));
}

interface Found {
  readonly specs: readonly DaySpec[];
  readonly window?: boolean;
  readonly note?: NoteCode;
}

function daysOfToken(token: Token): Found | undefined {
  if (token.t === 'nth') {
    const specs = token.ns.map((n) => ({ on: token.on, n, ...(token.weekday ? { weekday: token.weekday } : {}) }));
    return { specs, ...(token.before ? { window: true } : {}), ...(token.note ? { note: token.note } : {}) };
  }
  if (token.t === 'days' || token.t === 'month-days') {
    return {
      specs: token.ns.map((n) => ({ on: 'day', n })),
      ...(token.window ? { window: true, note: 'window-last' } : {}),
    };
  }
  if (token.t === 'end') return { specs: [{ on: 'day', n: -1 }], note: 'month-end' };
  if (token.t === 'third')
    return { specs: [{ on: 'day', n: ([10, 20, -1] as const)[token.n - 1]! }], window: true, note: 'third' };
  if (token.t === 'weekday') return { specs: token.days.map((weekday) => ({ on: 'weekday', n: 1, weekday })) };
  if (token.t === 'feast') return { specs: [{ on: 'feast', n: token.n, feast: token.name }], window: token.n < 0 };
  return undefined;
}

const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isPossible(spec: DaySpec, unit: PeriodUnit, scope: readonly number[]): boolean {
  if (spec.on === 'feast') return true;
  const size = Math.abs(spec.n);
  if (!(size >= 1 && size <= most[unit][spec.on])) return false;
  return spec.on !== 'day' || scope.length === 0 || scope.some((month) => size <= longest[month - 1]!);
}

function impossible(spec: DaySpec): Problem {
  if (spec.on === 'day') return problem('impossible-date', 'schedule-problem-day', String(spec.n));
  return problem('impossible-date', 'schedule-problem-nth', String(spec.n));
}
