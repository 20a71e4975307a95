import { addDays, dateAt, endOfDay, type Instant, instantOf, type LocalDate } from './calendar.ts';
import { addDuration, type Duration } from './duration.ts';
import { standardLadder } from './ladder-default.ts';
import type { NewEntry } from './ledger.ts';
import { type OccurrenceFacts, occurrenceId, startOf } from './occurrence.ts';
import type { Duty, DutyKindId, Organization, PersonId } from './plan/plan.ts';
import { workdayFrom } from './working-calendar.ts';

/** What grows out of one occurrence: a correction, a make-up study. It belongs to the same measure and duty. */
export interface FollowUp {
  /** Tells it from the occurrence it follows: its slot is `<slot>.<mark>`. */
  readonly mark: 'fix' | 'make-up' | 'use';
  readonly person: PersonId;
  readonly title: string;
  readonly kind: DutyKindId;
  readonly within: Duration;
  /** Its last day, where somebody named one; else counted by `within`. */
  readonly last?: LocalDate;
}

/**
 * The follow-up as it opens at that instant: due at the end of its last day, counted from the event or from now, and
 * said on the working morning after both and on the last one; a correction at once.
 */
export function followUpOf(
  source: OccurrenceFacts,
  { mark, person, title, kind, within, last: named }: FollowUp,
  organization: Organization,
  at: Instant,
): OccurrenceFacts {
  const { zone, calendar, bundle } = organization;
  const hour = bundle ?? '09:00';
  const from = Math.max(at, mark === 'make-up' ? startOf(source) : at);
  const last = named ?? dateAt(addDuration(from, within, organization), zone);
  const nextMorning = instantOf(workdayFrom(addDays(dateAt(from, zone), 1), calendar, 1), hour, zone);
  const lastMorning = instantOf(last, hour, zone);
  const hours = [...new Set([mark === 'make-up' ? nextMorning : at, lastMorning])].filter((one) => one >= at);
  const slot = `${source.slot}.${mark}`;
  return {
    v: 1,
    writes: 0,
    id: occurrenceId({ duty: source.duty, slot, person }),
    measure: source.measure,
    duty: source.duty,
    kind,
    title,
    slot,
    person,
    asked: person,
    gathering: false,
    planVersion: source.planVersion,
    openedAt: at,
    creditFrom: 0,
    scheduled: instantOf(last, hour, zone),
    due: endOfDay(last, zone),
    timed: false,
    exact: false,
    own: false,
    revision: 0,
    grace: { unit: 's', n: 0 },
    reminders: hours.sort((a, b) => a - b).map((one, i) => ({ key: `r${i}`, at: one })),
    ladder: standardLadder.map(({ after, tell }, i) => ({ key: `l${i}`, after, tell })),
    nextSlot: null,
    noticed: [],
    follows: source.id,
  };
}

export function openedEntry(facts: OccurrenceFacts, at: Instant): NewEntry {
  const { id, measure, planVersion } = facts;
  return { at, by: 'bot', about: [id], measure, planVersion, kind: 'opened', facts };
}

/** 补学: leave from a gathering, or an absence that the reporter named, opens a make-up where the plan gives it a limit. */
export function makeUpFor(
  facts: OccurrenceFacts,
  duty: Duty | undefined,
  organization: Organization,
  at: Instant,
): OccurrenceFacts | undefined {
  if (!duty?.makeUp || !facts.gathering || facts.settled?.how !== 'excused') return undefined;
  const { person, title, kind } = facts;
  return followUpOf(facts, { mark: 'make-up', person, title, kind, within: duty.makeUp }, organization, at);
}
