import type { Instant } from './calendar.ts';
import type { Message } from './message.ts';
import type { OccurrenceId } from './occurrence.ts';
import type { Phrase } from './phrase.ts';
import type { GroupId, MeasureId, PersonId } from './plan/plan.ts';

/** `person/<id>` or `group/<id>`. */
export type Recipient = `person/${PersonId}` | `group/${GroupId}`;

export type NoticeKind =
  /** To the one who owes it, before the ladder. */
  | 'reminder'
  /** To the one who is asked after a gathering has begun. */
  | 'ask'
  /** To the one who owes it: grace is over. */
  | 'overdue'
  /** To the secretary: somebody's grace is over, or nobody could be told. */
  | 'alert'
  /** To a superior, the head or a supervisor. */
  | 'escalation'
  /** A measure's deadline comes near or is over: by colour, to its lead, the secretary, the head. */
  | 'warn'
  /** The secretary or a leader urges once more, by hand. */
  | 'nudge'
  /** The weekly report. */
  | 'digest'
  /** What a person who has not joined, left or prefers paper should hear: to the secretary, once a day. */
  | 'relay'
  /** The bot's answer to what somebody typed or tapped: at once, whatever the hour. */
  | 'answer'
  /** A message sent before shows what was recorded since: it is edited, nothing new is said. */
  | 'edit'
  /** Worth a line in the next message to them; a message of its own if none comes within a day. */
  | 'aside'
  /** Anything else worth one message of its own. */
  | 'plain';

/**
 * One thing the bot has decided to say, to one recipient. Its id never repeats:
 * `<occurrence>#<due revision>.<rung>~<recipient>`, for others `<kind>@<instant>~<recipient>`.
 */
export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly to: Recipient;
  /** When it should have been said (office time). */
  readonly at: Instant;
  readonly occurrence?: OccurrenceId;
  readonly measure?: MeasureId;
  /** `r0`, `l1` …: which step of the occurrence's own timetable; of a warning its colour. */
  readonly rung?: string;
  readonly revision?: number;
  /** Why it comes to this person, above the matter itself. */
  readonly why?: Phrase;
  /** The whole message of an `answer`, a `digest` or a `plain` notice; of an `edit` what facts do not tell. */
  readonly message?: Message;
  /** The send that an `edit` is about. */
  readonly send?: string;
  /** Whom a relayed notice was meant for. */
  readonly instead?: PersonId;
}

export function noticeKey(revision: number, rung: string, to: Recipient): string {
  return `${revision}.${rung}~${to}`;
}

export function noticeId(occurrence: OccurrenceId, key: string): string {
  return `${occurrence}#${key}`;
}
