import type { Instant, LocalDate, Zone } from '../calendar.ts';
import { type Phrase, phrase } from '../phrase.ts';
import type { WorkingCalendar } from '../working-calendar.ts';
import type { Window } from './period.ts';
import type { EventName, Schedule } from './schedule.ts';

export interface ReadingContext {
  readonly zone: Zone;
  readonly calendar: WorkingCalendar;
  /** The asking moment: relative words and every-N rules count from here. */
  readonly from: Instant;
  /** The document's or feedback's date, from which N个月内 and a missing year count; default the day of `from`. */
  readonly anchor?: LocalDate;
}

/** Why a phrase could not be read; the wording says what to write instead. */
export type ProblemCode =
  | 'empty'
  | 'too-long'
  | 'unread'
  | 'vague'
  | 'impossible-date'
  | 'impossible-time'
  | 'impossible-count'
  | 'unsupported'
  | 'ambiguous'
  | 'no-cadence'
  | 'no-feast'
  | 'rrule';

export interface Problem {
  readonly ok: false;
  readonly code: ProblemCode;
  readonly problem: Phrase;
}

export interface Understood {
  readonly ok: true;
  readonly kind: Schedule['kind'];
  readonly schedule: Schedule;
  /** What could be read two ways, and which way was taken. */
  readonly notes: readonly Phrase[];
  /** False: spoken of at 09:00, due at the day's end (DOMAIN §8.2). */
  readonly timed: boolean;
  readonly after?: EventName;
  readonly deadline?: LocalDate;
  readonly window?: Window;
  readonly count?: number;
}

export type Reading = Understood | Problem;

/** 没有2月30日这一天. */
export function noSuchDay(month: number, day: number, year?: number): Problem {
  const name = phrase('schedule-month', { month });
  const word =
    year === undefined
      ? phrase('schedule-day-of-month', { name, day })
      : phrase('schedule-date', { year: String(year), name, month, day });
  return { ok: false, code: 'impossible-date', problem: phrase('schedule-problem-date', { word }) };
}

export function problem(code: ProblemCode, id: string, word?: string): Problem {
  return { ok: false, code, problem: word === undefined ? { id } : { id, args: { word } } };
}

export function isProblem<T extends object>(value: T | Problem): value is Problem {
  return 'ok' in value && value.ok === false;
}
