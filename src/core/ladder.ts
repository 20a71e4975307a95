import { absenceAt, returnOf, standInFor } from './absence/absence.ts';
import { type Instant, instantOf, localOf } from './calendar.ts';
import { addDuration } from './duration.ts';
import { noticeKey, type Recipient } from './notice.ts';
import type { OccurrenceFacts, Rung, Told } from './occurrence.ts';
import { personIn, rosterOf } from './plan/look-up.ts';
import type { LadderTarget, Person, PersonId, Plan } from './plan/plan.ts';
import { speakingTime } from './schedule/occurrences.ts';
import { graceEndOf } from './standing.ts';
import { workdayFrom } from './working-calendar.ts';

interface Listener {
  readonly person: PersonId;
  readonly as: 'self' | 'secretary' | 'above';
  /** Nobody else hears before its own person was told; whoever cannot be reached is not told on above the secretary. */
  readonly may: boolean;
}

/** One person's place on the ladder: on which rung they hear of it, and when. */
export interface LadderStep extends Listener {
  readonly key: string;
  readonly at: Instant;
  /** In whose place they hear it, that person being away. */
  readonly instead?: PersonId;
}

export function secretaryOf(plan: Plan): PersonId | null {
  return rosterOf(plan).secretary?.id ?? null;
}

/**
 * The ladder of an occurrence as instants and people, rung by rung; who was on an earlier rung is left out. Rungs count
 * from grace end; those above the secretary not before `rungsFrom` (end of an outage) or `held.until`. A person whose
 * messages never arrive is not told on above the secretary (DESIGN §4.13).
 */
export function placedLadder(facts: OccurrenceFacts, told: Told | undefined, plan: Plan): readonly LadderStep[] {
  const end = Math.max(graceEndOf(facts, told, plan.organization), ownTimeOf(facts, plan));
  const heard = new Set<PersonId>();
  const placed: LadderStep[] = [];
  for (const rung of facts.ladder) {
    const named = listenersOf(rung, facts, told, plan);
    const isAbove = named.some(({ person, as }) => as === 'above' && !heard.has(person));
    const spoken = spokenAt(addDuration(end, rung.after, plan.organization), facts, plan.organization);
    const at = isAbove ? Math.max(spoken, facts.rungsFrom ?? 0, facts.held?.until ?? 0) : spoken;
    const fresh = named
      .map((listener) => whileAway(listener, rung.key, at, facts, plan))
      .filter(({ person, as }) => as === 'self' || !heard.has(person));
    for (const { person } of fresh) heard.add(person);
    placed.push(...inOrder(fresh));
  }
  return placed;
}

/** Whoever was handed what is late already has its grace to themself, a working day at least: nobody is told on before. */
function ownTimeOf({ askedSince, due, grace }: OccurrenceFacts, { organization }: Plan): Instant {
  if (askedSince === undefined || askedSince < due) return due;
  return addDuration(askedSince, grace.n > 0 ? grace : { n: 1, unit: 'wd' }, organization);
}

/** Nearly always all hear of it at once. */
function inOrder(steps: readonly LadderStep[]): readonly LadderStep[] {
  return steps.every(({ at }) => at === steps[0]!.at) ? steps : [...steps].sort((a, b) => a.at - b.at);
}

/**
 * A rung addressed to somebody absent goes to the stand-in, or waits until they are back (the person's own is held back
 * with everything else). One that was said before the absence became known stays said.
 */
function whileAway(
  { person, as, may }: Listener,
  key: string,
  at: Instant,
  facts: OccurrenceFacts,
  plan: Plan,
): LadderStep {
  const step = { key, at, person, as, may };
  if (as === 'self' || !absenceAt(plan, person, at) || isSaid(facts, key, person)) return step;
  const standIn = standInFor(plan, person, at);
  if (standIn && standIn !== facts.asked) return { ...step, person: standIn, instead: person };
  return { ...step, at: returnOf(plan, person, at) ?? at };
}

/** What is due at the end of a day has its rungs when the bot speaks, on the working morning after it. */
function spokenAt(at: Instant, facts: OccurrenceFacts, { zone, calendar, bundle }: Plan['organization']): Instant {
  if (facts.timed) return at;
  const { date, time } = localOf(at, zone);
  const hour = bundle ?? speakingTime;
  return Math.max(at, instantOf(workdayFrom(date, calendar, 1), time > hour ? time : hour, zone));
}

function mayHear(as: Listener['as'], facts: OccurrenceFacts, told: Told | undefined): boolean {
  if (as === 'self' || facts.history) return true;
  // What the secretary was asked to pass on may never have reached them: she alone knows.
  return as === 'secretary' ? told !== undefined : told?.how === 'sent' || told?.how === 'unconfirmed';
}

/** The first rung above the secretary that lies ahead: what the overdue message and the alert name. */
export function nextRungAbove(
  facts: OccurrenceFacts,
  told: Told | undefined,
  plan: Plan,
  now: Instant,
): LadderStep | undefined {
  return placedLadder(facts, told, plan).find(
    ({ key, at, person, as, may }) => at > now && as === 'above' && may && !isSaid(facts, key, person),
  );
}

function isSaid({ noticed, revision }: OccurrenceFacts, rung: string, person: PersonId): boolean {
  return noticed.includes(noticeKey(revision, rung, toPerson(person)));
}

function listenersOf(rung: Rung, facts: OccurrenceFacts, told: Told | undefined, plan: Plan): readonly Listener[] {
  const secretary = secretaryOf(plan);
  const found = new Map<PersonId, Listener>();
  for (const target of rung.tell) {
    const id = personFor(target, facts, plan, secretary);
    if (!id || found.has(id)) continue;
    const as = id === facts.asked ? 'self' : id === secretary ? 'secretary' : 'above';
    found.set(id, { person: id, as, may: mayHear(as, facts, told) });
  }
  return [...found.values()];
}

/**
 * A rung whose recipient is the person, or nobody, passes to the head; if the person is the head or the secretary, to
 * a supervisor named in the plan, else the secretary for the head and the head for the secretary (DESIGN §5).
 */
function personFor(
  target: LadderTarget,
  facts: OccurrenceFacts,
  plan: Plan,
  secretary: PersonId | null,
): PersonId | null {
  const { asked } = facts;
  if (target === 'person') return asked.startsWith('post.') ? secretary : asked;
  const wanted = insider(namedBy(target, asked, plan, secretary), target, plan);
  if (wanted && wanted !== asked) return wanted;
  const { head } = plan.organization;
  if (asked !== head && asked !== secretary) return head;
  const supervisor = rosterOf(plan).supervisors.find((p) => p.id !== asked);
  return supervisor?.id ?? (asked === head ? secretary : head);
}

function namedBy(
  target: Exclude<LadderTarget, 'person'>,
  asked: PersonId,
  plan: Plan,
  secretary: PersonId | null,
): PersonId | null {
  if (typeof target === 'object') return target.person;
  if (target === 'secretary') return secretary;
  if (target === 'head') return plan.organization.head;
  if (target === 'supervisor') return rosterOf(plan).supervisors[0]?.id ?? null;
  return person(plan, asked)?.superior ?? null;
}

/** Outside inspectors are never sent lapses unless the plan names them for that duty. */
function insider(id: PersonId | null, target: LadderTarget, plan: Plan): PersonId | null {
  const outside = id !== null && typeof target !== 'object' && person(plan, id)?.roles.includes('inspector');
  return outside ? null : id;
}

export function person(plan: Plan, id: PersonId): Person | undefined {
  return personIn(plan, id);
}

export const toPerson = (id: PersonId): Recipient => `person/${id}`;
