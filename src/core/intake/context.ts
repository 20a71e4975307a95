import type { LocalDate } from '../calendar.ts';

export interface IntakeContext {
  /** The office's day: what is due before it is history. */
  readonly today: LocalDate;
  /** The year that the office gave for a paper without one. */
  readonly year?: number;
}
