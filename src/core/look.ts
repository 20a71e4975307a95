import type { Instant } from './calendar.ts';
import type { Notice, Recipient } from './notice.ts';
import type { OccurrenceFacts, OccurrenceId, Told } from './occurrence.ts';
import type { DutyId, Plan } from './plan/plan.ts';
import { newestPerRecipient, reminderSteps, rungSteps, type Step } from './steps.ts';

/** A pure memo of one measure, written by `agendaOf`: it changes no answer, only what the next one costs. */
export interface AgendaMemo {
  /** Until when a duty opens nothing new; null: never again. */
  readonly asleep: Map<DutyId, Instant | null>;
  /** When an occurrence has something to say, as long as it and what its person was told stay the same objects. */
  readonly looked: Map<OccurrenceId, Rest>;
}

interface Rest {
  readonly facts: OccurrenceFacts;
  readonly told: Told | undefined;
  readonly next: Instant | null;
}

export function agendaMemo(): AgendaMemo {
  return { asleep: new Map(), looked: new Map() };
}

interface LookQuestion {
  readonly plan: Plan;
  readonly told: Readonly<Record<OccurrenceId, Told>>;
  readonly now: Instant;
  readonly rungsAllowed: boolean;
  readonly memo?: AgendaMemo;
}

/** One that has something to say, as it is once that is said. */
export interface Looked {
  readonly facts: OccurrenceFacts;
  readonly notices: readonly Notice[];
}

/**
 * What each of a measure's occurrences has to say by now, in order of time, since what was said of an earlier one counts
 * for those after it; and when the first of them has something to say again.
 */
export function lookAtAll(
  all: readonly OccurrenceFacts[],
  question: LookQuestion,
): { readonly looked: readonly Looked[]; readonly next: Instant | null } {
  const { memo, told } = question;
  const looked = new Map<OccurrenceId, Looked>();
  const { awake, first } = awakeOf(all, question);
  let next = first;
  for (const facts of awake.sort(byTime)) {
    // Only a ladder asks what was missed before, and it lies after due.
    const earlier = question.now < facts.due ? [] : earlierOf(facts, all, looked);
    const one = lookAt(facts, earlier, question);
    if (one.facts !== facts) looked.set(facts.id, one);
    memo?.looked.set(facts.id, { facts: one.facts, told: told[facts.id], next: one.next });
    next = sooner(next, one.next);
  }
  return { looked: [...looked.values()], next };
}

/** The open ones of the same duty and person before it, as they are once all is said of them. */
function earlierOf(
  facts: OccurrenceFacts,
  all: readonly OccurrenceFacts[],
  looked: ReadonlyMap<OccurrenceId, Looked>,
): readonly OccurrenceFacts[] {
  const before = all.filter((f) => isSameDuty(f, facts));
  return looked.size === 0 ? before : before.map((f) => looked.get(f.id)?.facts ?? f);
}

/** Those to look at, and when the first of the others has something to say. */
function awakeOf(all: readonly OccurrenceFacts[], { memo, told, now }: LookQuestion) {
  const awake: OccurrenceFacts[] = [];
  let first: Instant | null = null;
  for (const facts of all) {
    const known = memo?.looked.get(facts.id);
    const isSame = known !== undefined && known.facts === facts && known.told === told[facts.id];
    if (isSame && (known.next === null || known.next > now)) first = sooner(first, known.next);
    else if (!isAtRest(facts)) awake.push(facts);
  }
  return { awake, first };
}

function sooner(a: Instant | null, b: Instant | null): Instant | null {
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
function lookAt(
  facts: OccurrenceFacts,
  earlier: readonly OccurrenceFacts[],
  question: LookQuestion,
): Looked & { readonly next: Instant | null } {
  const { now } = question;
  const unsaid = stepsAsOf(facts, question).filter((step) => !facts.noticed.includes(step.mark));
  const shared = now >= facts.due ? unsaid.filter((step) => wasTold(earlier, step)) : [];
  const own = shared.length > 0 ? unsaid.filter((step) => !shared.includes(step)) : unsaid;
  const past = own.filter((step) => step.at <= now && step.may);
  const next = firstAfter(own, now);
  const marks = [...shared, ...past].map((step) => step.mark);
  if (marks.length === 0) return { facts, notices: [], next };
  const after = {
    ...facts,
    ...streakOf(past, earlier, facts),
    noticed: [...facts.noticed, ...marks],
    ...(unsaid.length === marks.length ? { atRest: restOf(facts) } : {}),
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
  const missed = earlier.filter((f) => f.due <= facts.due && !f.history).length;
  const begins = past.some(({ rung }) => rung.startsWith('l')) && !facts.own;
  return begins && missed > 0 ? { streak: missed + 1 } : {};
}

/** Consecutive misses of one duty share one ladder: whoever above was told of an open earlier one is not told again. */
function wasTold(earlier: readonly OccurrenceFacts[], { kind, to }: Step): boolean {
  return kind === 'escalation' && earlier.some((f) => f.noticed.some((mark) => isRungTo(mark, to)));
}

/** Marks are `<revision>.<rung>~<recipient>`. */
function isRungTo(mark: string, to: Recipient): boolean {
  return /^\d+\.l/.test(mark) && mark.endsWith(`~${to}`);
}
