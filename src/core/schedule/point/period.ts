import { addMonths, dateOf, daysBetween, daysIn, instantOf, type LocalDate, partsOf } from '../../calendar.ts';
import { dayIn } from '../dates.ts';
import { type Period, periodOf } from '../period.ts';
import { isProblem, noSuchDay, type Problem, problem } from '../reading.ts';
import type { PeriodUnit } from '../schedule.ts';
import { specsOf } from '../specs.ts';
import type { NoteCode, Token } from '../tokens.ts';
import { type Asking, type Of, one, type Point, yearOf } from './asking.ts';
import { bareDays } from './day.ts';

interface Unit {
  readonly unit: PeriodUnit;
  /** The place of the period in its year, from 1; undefined = told by the anchor and `n`. */
  readonly index?: number;
  readonly n?: number;
}

/** A month, quarter, half-year or year, or a day inside one. */
export function periodPoint(tokens: readonly Token[], asking: Asking): Point | Problem | undefined {
  const unit = unitOf(tokens);
  if (!unit) return bareDays(tokens, asking);
  const monthDay = one(tokens, 'month-days');
  if (unit.index !== undefined && (unit.index < 1 || unit.index > perYear[unit.unit])) {
    return problem('impossible-date', 'schedule-problem-month', String(unit.index));
  }
  if (monthDay?.ns.some((n) => n < 1 || n > (monthDay.month === 2 ? 29 : daysIn(2000, monthDay.month)))) {
    return noSuchDay(monthDay.month, monthDay.ns.at(-1)!);
  }
  const inside = insideOf(tokens, unit.unit);
  if (isProblem(inside)) return inside;
  if (inside.specs.length === 0 && one(tokens, 'weekday')) return problem('ambiguous', 'schedule-problem-which-week');
  return inPeriod(unit, inside, tokens, asking);
}

const perYear = { week: 53, month: 12, quarter: 4, 'half-year': 2, year: 1 } as const;

function unitOf(tokens: readonly Token[]): Unit | undefined {
  const monthDay = one(tokens, 'month-days');
  if (monthDay) return { unit: 'month', index: monthDay.month };
  const months = one(tokens, 'months');
  if (months) return { unit: 'month', index: months.ns.at(-1)! };
  const quarter = one(tokens, 'quarter');
  if (quarter) return { unit: 'quarter', index: quarter.n };
  const half = one(tokens, 'half');
  if (half) return { unit: 'half-year', index: half.n };
  const next = tokens.find((token) => token.t === 'month-in' && token.n === 0);
  if (next) return { unit: 'month', n: 1 };
  const relatives = tokens.filter((token) => token.t === 'relative' && token.unit !== 'day');
  const finest = (['month', 'quarter', 'half-year'] as const).find((unit) =>
    relatives.some((r) => r.t === 'relative' && r.unit === unit),
  );
  const end = one(tokens, 'end');
  if (finest)
    return {
      unit: finest,
      n: relatives.find((r) => r.t === 'relative' && r.unit === finest && r.n !== 0)
        ? (relatives[0] as Of<'relative'>).n
        : 0,
    };
  if (end?.unit && end.unit !== 'year' && end.unit !== 'week') return { unit: end.unit, n: 0 };
  if (one(tokens, 'year') || relatives.length > 0 || end?.unit === 'year') return { unit: 'year', index: 1 };
  return undefined;
}

function insideOf(tokens: readonly Token[], unit: PeriodUnit): ReturnType<typeof specsOf> {
  const within = tokens.filter(
    ({ t }) => t === 'days' || t === 'month-days' || t === 'nth' || t === 'third' || t === 'end' || t === 'month-in',
  );
  const flat = within.flatMap((token): Token[] => {
    if (token.t === 'month-days')
      return [{ t: 'days', ns: token.ns.slice(-1), ...(token.window ? { window: true } : {}) }];
    if (token.t === 'month-in' && token.n === 0) return [];
    return [token];
  });
  return specsOf(flat, unit);
}

function inPeriod(
  unit: Unit,
  inside: Exclude<ReturnType<typeof specsOf>, Problem>,
  tokens: readonly Token[],
  asking: Asking,
): Point | Problem {
  const spec = inside.specs.at(-1);
  let gone: LocalDate | undefined;
  for (const period of candidates(unit, yearOf(tokens, asking), asking)) {
    const day = spec ? dayIn(period, spec, asking.calendar) : period.last;
    if (day === undefined) continue;
    const open = unit.index !== undefined && yearOf(tokens, asking) === undefined && unit.unit !== 'year';
    if (open && (day < asking.anchorDay || isPast(day, asking))) {
      gone = day;
      continue;
    }
    const whole = spec === undefined;
    const notes: NoteCode[] = [
      ...inside.notes,
      ...(whole && one(tokens, 'months') ? (['month-alone'] as const) : []),
      ...(unit.index === undefined && !one(tokens, 'relative') ? (['period-once'] as const) : []),
      ...(gone !== undefined && isNearer(gone, day, asking.anchorDay) ? (['year-assumed'] as const) : []),
    ];
    return { first: whole ? period.first : day, last: day, notes, ...(whole || inside.window ? { before: true } : {}) };
  }
  return problem('impossible-date', 'schedule-problem-date', String(unit.index ?? ''));
}

/** 3月20日前, asked on 25 March: the day that has just gone by may well be meant. */
function isNearer(gone: LocalDate, coming: LocalDate, now: LocalDate): boolean {
  return daysBetween(gone, now) < daysBetween(now, coming);
}

/** A clock time of today that has gone by: a yearless date then means the next one (DOMAIN §8.1). */
function isPast(day: LocalDate, { anchor, today, time, zone, from }: Asking): boolean {
  return anchor === undefined && day === today && time !== undefined && instantOf(day, time, zone) <= from;
}

function candidates(unit: Unit, year: number | undefined, { anchorDay }: Asking): readonly Period[] {
  if (unit.index === undefined) {
    const size = { week: 0, month: 1, quarter: 3, 'half-year': 6, year: 12 }[unit.unit];
    return [periodOf(unit.unit, addMonths(`${anchorDay.slice(0, 7)}-01` as LocalDate, (unit.n ?? 0) * size))];
  }
  const first = partsOf(anchorDay).year;
  const years = year === undefined ? Array.from({ length: 9 }, (_, i) => first + i) : [year];
  const month = { week: 1, month: unit.index, quarter: unit.index * 3, 'half-year': unit.index * 6, year: 12 }[
    unit.unit
  ];
  return years.flatMap((y) => {
    const day = dateOf(y, month, 1);
    return day === undefined ? [] : [periodOf(unit.unit, day)];
  });
}
