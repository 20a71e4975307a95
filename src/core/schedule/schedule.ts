import type { LocalDate, LocalTime, Weekday } from '../calendar.ts';
import type { Duration } from '../duration.ts';
import type { Window } from './period.ts';
import type { RecurrenceRule } from './rrule.ts';

/** Where a day lies inside a period; `n` counts from 1, or from the end if negative. */
export interface DaySpec {
  /** Month within a quarter, half-year or year, from 1; the whole period without it. */
  readonly month?: number;
  readonly on: 'day' | 'workday' | 'weekday' | 'feast';
  /** For a feast: -1 the last day before its holiday, 0 its first day, 1 the first working day after it. */
  readonly n: number;
  readonly weekday?: Weekday;
  readonly feast?: string;
}

export type PeriodUnit = 'week' | 'month' | 'quarter' | 'half-year' | 'year';

export interface PeriodRule {
  readonly unit: PeriodUnit;
  /** Every step-th period, counted from the one that holds the anchor. */
  readonly step: number;
  /** First date of a rule with step > 1; there is nothing before it. */
  readonly anchor?: LocalDate;
  readonly days: readonly DaySpec[];
}

export type Rule =
  | { readonly unit: 'day'; readonly step: number; readonly anchor?: LocalDate }
  | { readonly unit: 'workday' }
  /** The last working day before every public holiday (节假日前). */
  | { readonly unit: 'feast' }
  | PeriodRule
  | RecurrenceRule;

/** On a day off: there all the same, moved to a working day, or not at all. */
export type Shift = 'none' | 'next' | 'previous' | 'skip';

export interface Recurring {
  readonly kind: 'recurring';
  readonly rule: Rule;
  /** Clock times in order; none = 09:00 and due by the day's end (DOMAIN §8.2). */
  readonly times: readonly LocalTime[];
  /** Set if the phrase names a window or a latest day (每季度1次, 每月10日前) rather than a day. */
  readonly window?: Window;
  /** How often within each window: 每周2次. */
  readonly count?: number;
  /** The phrase's own rule for days off (遇节假日顺延); the duty's `shift` speaks where it is silent. */
  readonly shift?: 'next' | 'previous';
  readonly since?: LocalDate;
  readonly until?: LocalDate;
}

/** After what an event deadline counts. */
export type EventName = 'meeting' | 'feedback' | 'inspection' | 'talk' | 'activity';

export interface Once {
  readonly kind: 'once';
  readonly date: LocalDate;
  readonly time?: LocalTime;
  readonly seconds?: number;
  /** Minutes ahead of UTC, if the date-time was written with an offset; else the zone decides. */
  readonly offset?: number;
  /** A latest day (…前, …内), itself included. */
  readonly before?: true;
  readonly after?: { readonly event: EventName; readonly within: Duration };
}

export interface Ongoing {
  readonly kind: 'ongoing';
  /** The first part of a two-part deadline: 2026年底前，并长期坚持. */
  readonly deadline?: LocalDate;
  /** 立行立改，长期坚持. */
  readonly immediate?: true;
}

/** What a phrase means, as plain data. */
export type Schedule = Recurring | Once | Ongoing;

export function isTimed(schedule: Schedule): boolean {
  if (schedule.kind === 'recurring') return schedule.times.length > 0;
  return schedule.kind === 'once' && schedule.time !== undefined;
}
