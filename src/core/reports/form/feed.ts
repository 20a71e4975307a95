import type { Instant, LocalDate } from '../../calendar.ts';
import type { Words } from './words.ts';

/** A calendar to subscribe to or to open as a file. */
export interface Feed {
  readonly fileName: Words;
  readonly name: Words;
  readonly zone: string;
  readonly made: Instant;
  readonly events: readonly FeedEvent[];
}

export interface FeedEvent {
  /** The same on every export, so that a calendar moves an event instead of doubling it. */
  readonly uid: string;
  readonly title: Words;
  readonly about: Words;
  /** An event with an hour, or a whole day. */
  readonly when: { readonly at: Instant; readonly minutes: number } | { readonly day: LocalDate };
  /** Grows with each extension. */
  readonly revision: number;
}
