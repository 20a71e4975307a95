import {
  addDays,
  HOUR,
  type Instant,
  instantOf,
  type LocalDate,
  localOf,
  MINUTE,
  SECOND,
  type Zone,
} from './calendar.ts';
import { addWorkdays, type WorkingCalendar } from './working-calendar.ts';

/** Seconds, minutes, hours, calendar days, working days (DESIGN §5). */
export type DurationUnit = 's' | 'm' | 'h' | 'd' | 'wd';

export interface Duration {
  readonly unit: DurationUnit;
  /** Negative = before. */
  readonly n: number;
}

const FORM = /^([+-]?)(\d{1,5})\s*(s|m|h|d|wd)$/;

/** Reads `0s`, `10m`, `-30m`, `2h`, `-1d`, `3wd`; undefined for anything else. */
export function readDuration(text: string): Duration | undefined {
  const match = FORM.exec(text.trim());
  if (!match) return undefined;
  const size = Number(match[2]);
  return { unit: match[3] as DurationUnit, n: match[1] === '-' && size > 0 ? -size : size };
}

export function textOfDuration(duration: Duration): string {
  return `${duration.n}${duration.unit}`;
}

const millis = { s: SECOND, m: MINUTE, h: HOUR } as const;

/**
 * The instant a duration after T (before it, if negative). `Nwd` = the N-th following working day, `Nd` = N calendar
 * days on, both at T's wall-clock time in the zone; `0wd` and `0d` are T itself (DESIGN §5).
 */
export function addDuration(
  instant: Instant,
  duration: Duration,
  where: { readonly zone: Zone; readonly calendar: WorkingCalendar },
): Instant {
  const { unit, n } = duration;
  if (n === 0) return instant;
  if (unit === 's' || unit === 'm' || unit === 'h') return instant + n * millis[unit];
  const from = localOf(instant, where.zone).date;
  return onDate(instant, unit === 'd' ? addDays(from, n) : addWorkdays(from, n, where.calendar), where.zone);
}

function onDate(instant: Instant, date: LocalDate, zone: Zone): Instant {
  const { time, seconds } = localOf(instant, zone);
  return instantOf(date, time, zone, seconds) + (((instant % SECOND) + SECOND) % SECOND);
}
