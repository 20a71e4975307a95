import type { LocalDate, LocalTime } from '../../calendar.ts';
import type { Phrase } from '../../phrase.ts';

/** Text is somebody's own words and goes in as it is; a phrase is worded by the writer in the reader's language. */
export type Words = string | Phrase;

/** What a cell of a table or sheet holds. Dates stay dates, so that a spreadsheet can sort and count by them. */
export type Cell = Words | number | Day | Moment | Lines | null;

export interface Day {
  readonly day: LocalDate;
}

/** A wall-clock time in the office's zone. */
export interface Moment {
  readonly day: LocalDate;
  readonly time: LocalTime;
}

export interface Lines {
  readonly lines: readonly Words[];
}

export interface Column {
  readonly heading: Words;
  /** In characters; a Han character counts as two. */
  readonly width: number;
}
