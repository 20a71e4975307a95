import { type Instant, type LocalDate, type LocalTime, readDate } from '../calendar.ts';
import { type Duration, readDuration } from '../duration.ts';
import type { HolidayTable } from '../working-calendar.ts';
import type { Draft } from './draft.ts';
import type { Organization } from './plan.ts';
import type { PlanProblem } from './problem.ts';

/** What a plan is read with. */
export interface PlanContext {
  /** The holidays of `calendar: cn`. */
  readonly officialTable: HolidayTable;
  /**
   * Relative phrases (3个月内, 年底前) count from here where neither `from` nor the round's feedback is given. A stored
   * plan must be read with the instant of its adoption, or such dates would move at every start.
   */
  readonly now: Instant;
  /** Longest file in characters; 1 MB unless told. */
  readonly limit?: number;
}

/** A draft on its way to being a plan; what is found wrong is collected. */
export interface Resolving {
  readonly draft: Draft;
  readonly organization: Organization;
  readonly now: Instant;
  readonly problems: PlanProblem[];
  readonly warnings: PlanProblem[];
}

/** A day whose form the shape has already checked. */
export function dayOf(text: string): LocalDate {
  return readDate(text)!;
}

/** A clock time whose form the shape has already checked. */
export function clockOf(text: string): LocalTime {
  return text as LocalTime;
}

/** An optional field: set, or not there at all. */
export function given<K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: V };
}

/** A duration whose form the shape has already checked. */
export function durationOf(text: string): Duration {
  return readDuration(text)!;
}

export function spanOf(text: string): Duration | null {
  return text === 'none' || text === 'any' ? null : durationOf(text);
}
