import type { Instant } from './calendar.ts';
import { placedLadder, toPerson } from './ladder.ts';
import { type Notice, type NoticeKind, noticeId, noticeKey, type Recipient } from './notice.ts';
import { type OccurrenceFacts, startOf, type Told } from './occurrence.ts';
import type { PersonId, Plan } from './plan/plan.ts';

/** One thing to say about an occurrence to one person, and when: a reminder, or its place on a rung of the ladder. */
export interface Step {
  readonly mark: string;
  readonly rung: string;
  readonly to: Recipient;
  readonly kind: NoticeKind;
  readonly at: Instant;
  /** False while it has to wait for something that will touch the measure when it happens. */
  readonly may: boolean;
}

/** Before the start a gathering's attendees are reminded; after it only whoever is asked for the record. */
export function reminderSteps(facts: OccurrenceFacts): readonly Step[] {
  const quietUntil = Math.max(facts.mutedUntil ?? 0, facts.acknowledged?.until ?? 0);
  // Whoever was handed it was told so: what was said before was said to another.
  const from = facts.askedSince ?? Number.NEGATIVE_INFINITY;
  const own = facts.reminders.filter(({ at }) => at >= from);
  return own.map(({ key, at }) => {
    const to = toPerson(hearerAt(facts, at));
    const kind: NoticeKind = facts.gathering && at >= startOf(facts) ? 'ask' : 'reminder';
    return { mark: noticeKey(facts.revision, key, to), rung: key, to, kind, at: Math.max(at, quietUntil), may: true };
  });
}

/** When this person is next reminded of it, before the ladder; undefined if they are not. */
export function nextReminderTo(person: PersonId, facts: OccurrenceFacts, after: Instant): Instant | undefined {
  return facts.reminders.find(({ at }) => at > after && hearerAt(facts, at) === person)?.at;
}

function hearerAt(facts: OccurrenceFacts, at: Instant): PersonId {
  return facts.gathering && at < startOf(facts) ? facts.person : facts.asked;
}

const kinds = { self: 'overdue', secretary: 'alert', above: 'escalation' } as const satisfies Record<
  string,
  NoticeKind
>;

/** The ladder's rungs; not one of them lies before the occurrence is due. */
export function rungSteps(
  facts: OccurrenceFacts,
  told: Told | undefined,
  plan: Plan,
  rungsAllowed: boolean,
): readonly Step[] {
  return placedLadder(facts, told, plan).map(({ key, at, person, as, may }) => {
    const to = toPerson(person);
    const mark = noticeKey(facts.revision, key, to);
    return { mark, rung: key, to, kind: kinds[as], at, may: may && rungsAllowed };
  });
}

/** After a stop several steps may lie behind us: each person hears the newest only. */
export function newestPerRecipient(past: readonly Step[], facts: OccurrenceFacts): readonly Notice[] {
  const newest = new Map<Recipient, Step>();
  for (const step of past) if ((newest.get(step.to)?.at ?? -1) <= step.at) newest.set(step.to, step);
  return [...newest.values()].map(({ mark, rung, to, kind, at }) => ({
    id: noticeId(facts.id, mark),
    kind,
    to,
    at,
    occurrence: facts.id,
    measure: facts.measure,
    rung,
    revision: facts.revision,
  }));
}
