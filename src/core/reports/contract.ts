import type { Instant } from '../calendar.ts';
import type { Message } from '../message.ts';
import type { OccurrenceFacts, Told } from '../occurrence.ts';
import type { OpeningContext } from '../opening.ts';

/** What every report is read from: the office, a span of time, and what is known of it. Nothing else may be counted. */
export interface ReportQuestion extends OpeningContext {
  /** Half-open: [from, to). An occurrence belongs to the span that its due lies in. */
  readonly from: Instant;
  readonly to: Instant;
  /** Until when the report looks ahead. */
  readonly ahead: Instant;
  /** Occurrences with due in the span, and those settled in it. */
  readonly facts: readonly OccurrenceFacts[];
  /** Everything open now, whenever due. */
  readonly open: readonly OccurrenceFacts[];
  readonly told: Readonly<Record<string, Told>>;
  /** Whether people may be named. */
  readonly names: boolean;
  readonly group: string;
}

/** Something worth telling, computed from the record. A new report is one file, its line in `index.ts`, and its words. */
export interface Report {
  readonly id: string;
  compose(question: ReportQuestion): Message;
}
