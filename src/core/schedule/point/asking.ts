import { type LocalDate, type LocalTime, partsOf } from '../../calendar.ts';
import type { ReadingContext } from '../reading.ts';
import type { NoteCode, Token } from '../tokens.ts';

/** What a phrase without a cadence points at: a day, or a period whose last day is the deadline. */
export interface Point {
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly before?: true;
  readonly time?: LocalTime;
  readonly notes?: readonly NoteCode[];
}

export interface Asking extends ReadingContext {
  readonly today: LocalDate;
  readonly anchorDay: LocalDate;
  /** The time that the phrase names, if any: a bare weekday or day whose time has passed today means the next one. */
  readonly time: LocalTime | undefined;
}

export type Of<T extends Token['t']> = Extract<Token, { t: T }>;

export function one<T extends Token['t']>(tokens: readonly Token[], t: T): Of<T> | undefined {
  return tokens.find((token): token is Of<T> => token.t === t);
}

/** The year that the phrase names, in figures or by 今年, 明年. */
export function yearOf(tokens: readonly Token[], { anchorDay }: Asking): number | undefined {
  const year = one(tokens, 'year');
  if (year) return year.year;
  const relative = tokens.find((token) => token.t === 'relative' && token.unit === 'year');
  return relative?.t === 'relative' ? partsOf(anchorDay).year + relative.n : undefined;
}
