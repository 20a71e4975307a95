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
  return [...awake].sort(byTime).map((facts) => {
    const looked = isAtRest(facts)
      ? { facts, notices: [], next: null }
      : lookAt(facts, () => earlierOf(facts, byNow, question.open), question);
    byNow.set(facts.id, looked.facts);
    return isAskedOnlyUntil(looked.facts) ? { ...looked, next: sooner(looked.next, facts.nextSlot) } : looked;
  });
}

/** One's own study ends when the next one begins, whatever is left to say of it. */
function isAskedOnlyUntil({ own, settled }: OccurrenceFacts): boolean {
  return own && !settled;
}

/** The open ones of the same duty and person before it, as they are by now. */
function earlierOf(
  facts: OccurrenceFacts,
  byNow: ReadonlyMap<OccurrenceId, OccurrenceFacts>,
  open: OpenOccurrences,
): readonly OccurrenceFacts[] {
  const earlier: OccurrenceFacts[] = [];
  for (const one of open.rowOf(facts)) if (one.scheduled < facts.scheduled && !byNow.has(one.id)) earlier.push(one);
  for (const one of byNow.values()) if (isSameDuty(one, facts)) earlier.push(one);
  return earlier;
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
function lookAt(facts: OccurrenceFacts, earlierOnes: () => readonly OccurrenceFacts[], question: LookQuestion): Looked {
  const { now } = question;
  const unsaid = stepsAsOf(facts, question).filter((step) => !facts.noticed.includes(step.mark));
  // Only a ladder asks what was missed before, and it lies after due.
  const earlier = now >= facts.due && unsaid.length > 0 ? earlierOnes() : [];
  const shared = earlier.length > 0 ? unsaid.filter((step) => wasTold(earlier, step)) : [];
  const own = shared.length > 0 ? unsaid.filter((step) => !shared.includes(step)) : unsaid;
  const past = own.filter((step) => step.at <= now && step.may);
  const next = firstAfter(own, now);
  const said = [...shared, ...past];
  if (said.length === 0) return { facts, notices: [], next };
  const after = {
    ...facts,
    ...streakOf(past, earlier, facts),
    noticed: [...facts.noticed, ...said.map((step) => step.mark)],
    ...(unsaid.length === said.length ? { atRest: restOf(facts) } : {}),
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
function streakOf(past: readonly Step[], earlier: readonly OccurrenceFacts[], facts: OccurrenceFacts) {
  const begins = earlier.length > 0 && !facts.own && past.some(({ rung }) => rung.startsWith('l'));
  const missed = begins ? earlier.filter((f) => f.due <= facts.due && !f.history).length : 0;
  return missed > 0 ? { streak: missed + 1 } : {};
}

/** Consecutive misses of one duty share one ladder: whoever above was told of an open earlier one is not told again. */
function wasTold(earlier: readonly OccurrenceFacts[], { kind, to }: Step): boolean {
  return kind === 'escalation' && earlier.some((f) => f.noticed.some((mark) => isRungTo(mark, to)));
}

/** Marks are `<revision>.<rung>~<recipient>`. */
function isRungTo(mark: string, to: Recipient): boolean {
  return mark[mark.indexOf('.') + 1] === 'l' && mark.endsWith(`~${to}`);
}
