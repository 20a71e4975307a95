import type { Duration } from '../duration.ts';
import type { RecurrenceRule } from '../schedule/rrule.ts';
import { isTimed, type Rule } from '../schedule/schedule.ts';
import type { Timing } from './plan.ts';

/** How a duty falls, as far as its kind cares. */
export interface Cadence {
  /** It has a time of day. */
  readonly timed: boolean;
  /** It may be done on any of several days: a quota, or a phrase such as 每季度. */
  readonly window: boolean;
  /** Every day or every working day. */
  readonly daily: boolean;
  /** About how many days lie between two; null for what happens once, after an event, or in windows. */
  readonly every: number | null;
  /** For a duty after an event: how long after. */
  readonly within: Duration | null;
  /** Somebody reports for everyone. */
  readonly reported: boolean;
  /** The plan gives it a `grace` or a `ladder` of its own. */
  readonly pressed: boolean;
}

export function cadenceOf(timing: Timing, own: Pick<Cadence, 'reported' | 'pressed'>): Cadence {
  const none = { timed: false, window: false, daily: false, every: null, within: null, ...own };
  if (timing.type === 'quota') return { ...none, window: true };
  if (timing.type === 'after') return { ...none, within: timing.within };
  const { schedule } = timing;
  if (schedule.kind !== 'recurring') return { ...none, timed: isTimed(schedule) };
  const { rule, window, times } = schedule;
  const every = daysBetweenTwo(rule);
  const daily = every < 1.5;
  const timed = times.length > 0;
  if (window !== undefined && !timed && !daily) return { ...none, window: true };
  return { ...none, timed, daily, every: every / Math.max(1, times.length) };
}

const sizes = { day: 1, week: 7, month: 30, quarter: 91, 'half-year': 182, year: 365 } as const;
const frequencies = { DAILY: 1, WEEKLY: 7, MONTHLY: 30, YEARLY: 365 } as const;
const workday = 7 / 5;
/** Public holidays are seven a year, and no closer than this. */
const feast = 20;

function daysBetweenTwo(rule: Rule): number {
  switch (rule.unit) {
    case 'day':
      return rule.step;
    case 'workday':
      return workday;
    case 'feast':
      return feast;
    case 'rrule':
      return daysOfRecurrence(rule);
    default:
      return (sizes[rule.unit] * rule.step) / Math.max(1, rule.days.length);
  }
}

function daysOfRecurrence({ freq, interval, byDay, byMonthDay, byMonth, bySetPos }: RecurrenceRule): number {
  const picked = bySetPos?.length ?? byMonthDay?.length ?? byMonth?.length ?? byDay?.length ?? 1;
  const weekly = byDay !== undefined && bySetPos === undefined && byDay.every(({ n }) => n === undefined);
  return weekly ? (7 * (freq === 'WEEKLY' ? interval : 1)) / byDay.length : (frequencies[freq] * interval) / picked;
}
