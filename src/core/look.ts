import type { Instant } from './calendar.ts';
import type { Notice, Recipient } from './notice.ts';
import type { OccurrenceFacts, OccurrenceId, Told } from './occurrence.ts';
import type { OpenOccurrences } from './open.ts';
import type { Plan } from './plan/plan.ts';
import { newestPerRecipient, reminderSteps, rungSteps, type Step } from './steps.ts';

interface LookQuestion {
  readonly plan: Plan;
  readonly open: OpenOccurrences;
  readonly told: Readonly<Record<OccurrenceId, Told>>;
  readonly now: Instant;
  readonly rungsAllowed: boolean;
}

/** One that was looked at: as it is once all is said of it, and when it has something to say again. */
export interface Looked {
  readonly facts: OccurrenceFacts;
  readonly notices: readonly Notice[];
  readonly next: Instant | null;
}

/**
 * What each of these has to say by now, in order of time, since what was said of an earlier one counts for those after
 * it. They are the awake ones of the open, and those that open now.
 */
export function lookAtAll(awake: readonly OccurrenceFacts[], question: LookQuestion): readonly Looked[] {
  const byNow = new Map(awake.map((facts) => [facts.id, facts]));
  const inOrder = awake.length > 1 ? [...awake].sort(byTime) : awake;
  return inOrder.map((facts) => {
    const looked = isAtRest(facts)
      ? { facts, notices: [], next: null }
      : lookAt(facts, earlierThan(facts, byNow, question.open), question);
    byNow.set(facts.id, looked.facts);
    return isAskedOnlyUntil(looked.facts) ? { ...looked, next: sooner(looked.next, facts.nextSlot) } : looked;
  });
}

/** One's own study ends when the next one begins, whatever is left to say of it. */
function isAskedOnlyUntil({ own, settled }: OccurrenceFacts): boolean {
  return own && !settled;
}

/** The open ones of the same duty and person before it, as they are by now: how many are like this; `most` are enough. */
type CountEarlier = (isOne: (earlier: OccurrenceFacts) => boolean, most?: number) => number;

function earlierThan(
  facts: OccurrenceFacts,
  byNow: ReadonlyMap<OccurrenceId, OccurrenceFacts>,
  open: OpenOccurrences,
): CountEarlier {
  return (isOne, most = Number.POSITIVE_INFINITY) => {
    let count = 0;
    for (const one of byNow.values()) if (isSameDuty(one, facts) && isOne(one) && ++count >= most) return count;
    for (const one of open.rowOf(facts)) {
      if (one.scheduled >= facts.scheduled || byNow.has(one.id)) continue;
      if (isOne(one) && ++count >= most) return count;
    }
    return count;
  };
}

export function sooner(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

function byTime(a: OccurrenceFacts, b: OccurrenceFacts): number {
  return a.scheduled - b.scheduled || (a.id < b.id ? -1 : 1);
}

function isAtRest(facts: OccurrenceFacts): boolean {
  return facts.settled !== undefined || (facts.atRest !== undefined && facts.atRest === restOf(facts));
}

function isSameDuty(earlier: OccurrenceFacts, later: OccurrenceFacts): boolean {
  if (earlier.duty !== later.duty || earlier.settled || earlier.scheduled >= later.scheduled) return false;
  return earlier.person === later.person && earlier.counterpart === later.counterpart && earlier.asked === later.asked;
}

/** One occurrence: which of its steps lie behind us unsaid, and when the next one comes. */
function lookAt(facts: OccurrenceFacts, countEarlier: CountEarlier, question: LookQuestion): Looked {
  const { now } = question;
  const past: Step[] = [];
  const marks: string[] = [];
  let isLeft = false;
  let next: Instant | null = null;
  for (const step of stepsAsOf(facts, question)) {
    if (facts.noticed.includes(step.mark)) continue;
    // Only a ladder asks what was missed before, and it lies after due.
    const isShared = now >= facts.due && wasTold(countEarlier, step);
    const isDue = step.at <= now && step.may;
    if (isShared || isDue) marks.push(step.mark);
    else isLeft = true;
    if (isDue && !isShared) past.push(step);
    if (step.at > now && !isShared) next = sooner(next, step.at);
  }
  if (marks.length === 0) return { facts, notices: [], next };
  const after = {
    ...facts,
    noticed: [...facts.noticed, ...marks],
    ...streakOf(past, countEarlier, facts),
    ...(isLeft ? {} : { atRest: restOf(facts) }),
  };
  return { facts: after, notices: newestPerRecipient(past, facts), next };
}

/** The ladder lies after due: while a reminder comes first, it need not be placed. */
function stepsAsOf(facts: OccurrenceFacts, { plan, told, now, rungsAllowed }: LookQuestion): readonly Step[] {
  const reminders = reminderSteps(facts);
  const first = firstAfter(reminders, now);
  if (now < facts.due && first !== null && first < facts.due) return reminders;
  return [...reminders, ...rungSteps(facts, told[facts.id], plan, rungsAllowed)];
}

function firstAfter(steps: readonly Step[], now: Instant): Instant | null {
  let first: Instant | null = null;
  for (const { at } of steps) if (at > now && (first === null || at < first)) first = at;
  return first;
}

/** What was overdue for months costs nothing any more: once all is said, only an extension or a snooze wakes it. */
function restOf({ revision, reminders }: OccurrenceFacts): string {
  return `${revision}.${reminders.length}`;
}

/** When its ladder begins: the how-manieth miss in a row it is. */
function streakOf(past: readonly Step[], countEarlier: CountEarlier, facts: OccurrenceFacts) {
  const begins = !facts.own && past.some(({ rung }) => rung === facts.ladder[0]?.key);
  const missed = begins ? countEarlier((f) => f.due <= facts.due && !f.history) : 0;
  return missed > 0 ? { streak: missed + 1 } : {};
}

/** Consecutive misses of one duty share one ladder: whoever above was told of an open earlier one is not told again. */
function wasTold(countEarlier: CountEarlier, { kind, to }: Step): boolean {
  return kind === 'escalation' && countEarlier((f) => f.noticed.some((mark) => isRungTo(mark, to)), 1) > 0;
}

/** Marks are `<revision>.<rung>~<recipient>`. */
function isRungTo(mark: string, to: Recipient): boolean {
  return mark[mark.indexOf('.') + 1] === 'l' && mark.endsWith(`~${to}`);
}
