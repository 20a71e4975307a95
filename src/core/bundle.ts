import { messageOf } from './bundle-message.ts';
import type { Instant } from './calendar.ts';
import { chosenOf } from './chosen.ts';
import { heldUntil } from './held.ts';
import { holdsOf } from './hold.ts';
import type { Message } from './message.ts';
import { needlessIn, type Why } from './needless.ts';
import type { Notice, Recipient } from './notice.ts';
import type { OccurrenceFacts, Told } from './occurrence.ts';
import type { DutyId, Plan } from './plan/plan.ts';

export interface Waiting {
  readonly plan: Plan;
  readonly to: Recipient;
  readonly notices: readonly Notice[];
  /** Facts of every occurrence that a notice names; missing ones are dropped. */
  readonly facts: ReadonlyMap<string, OccurrenceFacts>;
  readonly told: Readonly<Record<string, Told>>;
  /** Overdue items in the whole office, for the secretary's alert. */
  readonly overdue: number;
  /** Reminder messages this person was sent today. */
  readonly spokenToday: number;
  /** Messages about what others are late with that this person was sent today; 0 where nobody counts them. */
  readonly alertedToday?: number;
  /** Messages to forward that this secretary was sent today. */
  readonly relayedToday: number;
  /** First adoption of each duty, where what was adopted in the evening or on a day off waits for the morning. */
  readonly since?: Readonly<Record<DutyId, Instant>>;
  readonly now: Instant;
}

export interface Verdict {
  readonly drop: readonly { readonly id: string; readonly why: Why }[];
  readonly outcome:
    | { readonly type: 'nothing' }
    /** Office instant before which nothing of this may be said. */
    | { readonly type: 'wait'; readonly until: Instant }
    | Said;
}

/** One message; other notices may go on waiting for the next round. */
export interface Said {
  readonly type: 'say';
  /** All that the message says. */
  readonly notices: readonly Notice[];
  /** Worded when it is read: a year of a plan is foreseen without words. */
  readonly message: Message;
  /** Counts against the day's budget. */
  readonly budgeted: boolean;
}

/** What becomes of the notices that wait for one recipient: dropped, held back, or said together as one message. */
export function bundleOf(waiting: Waiting): Verdict {
  const { drop, left } = siftedOf(waiting);
  return { drop, outcome: outcomeOf(left, waiting) };
}

/** What need not be said any more, and what is left to say. */
export function siftedOf(waiting: Waiting): Pick<Verdict, 'drop'> & { left: Notice[] } {
  const needless = needlessIn(waiting);
  const drop: { readonly id: string; readonly why: Why }[] = [];
  const left: Notice[] = [];
  for (const notice of waiting.notices) {
    const why = needless(notice);
    if (why) drop.push({ id: notice.id, why });
    else left.push(notice);
  }
  return { drop, left };
}

/** Whether what is left is held back, or what of it is said next. */
export function outcomeOf(left: readonly Notice[], waiting: Waiting): Verdict['outcome'] {
  if (left.length === 0) return { type: 'nothing' };
  const holdOf = holdsOf(waiting);
  const ready: Notice[] = [];
  let hold = Number.POSITIVE_INFINITY;
  for (const notice of left) {
    const until = holdOf(notice);
    if (until === null) ready.push(notice);
    else hold = Math.min(hold, until);
  }
  if (ready.length === 0) return { type: 'wait', until: hold };
  const own = ready.filter(({ kind }) => kind !== 'aside');
  const until = heldUntil(own.length > 0 ? own : ready, waiting);
  return until === null ? said(ready, waiting) : { type: 'wait', until: Math.min(until, hold) };
}

function said(left: readonly Notice[], waiting: Waiting): Said {
  const { notices, joining, budgeted } = chosenOf(left, waiting);
  return {
    type: 'say',
    notices: [...notices, ...joining],
    budgeted,
    get message() {
      return messageOf(notices, joining, waiting);
    },
  };
}
