import { type Instant, instantOf, type LocalDate, type LocalTime, localOf, type Zone } from '../calendar.ts';
import type { WorkingCalendar } from '../working-calendar.ts';
import type { Span } from './marks.ts';
import type { Clock } from './times.ts';

/** The day of the message, seen from the office. */
export interface Today {
  readonly now: Instant;
  readonly zone: Zone;
  readonly date: LocalDate;
  readonly time: LocalTime;
  readonly calendar: WorkingCalendar;
}

export function todayAt(now: Instant, zone: Zone, calendar: WorkingCalendar): Today {
  const { date, time } = localOf(now, zone);
  return { now, zone, date, time, calendar };
}

/**
 * A day as words name it: `past` if the sentence looks back, `next` if it looks ahead (DOMAIN §9.6). One of
 * them is null where the words exclude it (昨天, 下周五); both are null for a vague one (上周, 过几天).
 */
export interface DateMention extends Span {
  readonly past: LocalDate | null;
  readonly next: LocalDate | null;
  /** Vague words: earliest day they can mean, to compare with a deadline. */
  readonly vague?: { readonly side: 'past' | 'now' | 'future'; readonly from: LocalDate };
  readonly clock?: Clock;
  /** 八点: an hour, and no day named with it. */
  readonly hourOnly?: boolean;
  /** 3月5日前: a limit, not a day. */
  readonly before: boolean;
}

export type Days = Pick<DateMention, 'past' | 'next' | 'vague'>;
export interface Rule {
  readonly pattern: RegExp;
  read(match: RegExpMatchArray, today: Today): Days | undefined;
}

export const on = (day: LocalDate, today: Today): Days =>
  day < today.date
    ? { past: day, next: null }
    : day > today.date
      ? { past: null, next: day }
      : { past: day, next: day };
export const vague = (side: 'past' | 'now' | 'future', from: LocalDate): Days => ({
  past: null,
  next: null,
  vague: { side, from },
});

/** 今晚, said after midnight of what is over: the evening just gone. */
export const justGone = (mention: DateMention, today: Today): boolean =>
  Boolean(mention.clock?.night) && !mention.clock?.exact && mention.past === today.date && today.time < '05:00';

/** Is that day and hour still to come? A day alone is not, until it is over. */
export function isAhead(mention: DateMention, today: Today): boolean {
  if (mention.vague) return mention.vague.side === 'future';
  if (mention.past && mention.past < today.date) return false;
  if (mention.next && mention.next > today.date && !mention.past) return true;
  const start = mention.clock?.start;
  return start !== undefined && mention.past === today.date && instantOf(today.date, start, today.zone) > today.now;
}
