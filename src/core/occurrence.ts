import type { Instant, LocalDate } from './calendar.ts';
import type { Duration } from './duration.ts';
import type { TextRef } from './ledger.ts';
import type { DutyId, DutyKindId, LadderTarget, MeasureId, PersonId } from './plan/plan.ts';

/** `<duty>@<slot>/<person>[+<counterpart>]`; the person of a vacant post is `post.<id>`. */
export type OccurrenceId = string;

/** One message before the ladder, fixed when the occurrence opens. */
export interface Reminder {
  /** `r0`, `r1` … in order of time. */
  readonly key: string;
  readonly at: Instant;
}

export interface Rung {
  /** `l0`, `l1` …; counted from grace end. */
  readonly key: string;
  readonly after: Duration;
  readonly tell: readonly LadderTarget[];
}

/** Who came, as far as the report says so. Counts may name more people than the plan knows. */
export interface Attendance {
  /** 应到. */
  readonly expected?: number;
  /** 实到. */
  readonly present?: number;
  readonly attended?: readonly PersonId[];
  readonly absent?: readonly { readonly person: PersonId; readonly reason: string }[];
}

/** How an occurrence was settled. A later correction replaces it here; the ledger keeps every entry. */
export interface Settlement {
  readonly how: 'done' | 'excused' | 'void' | 'gap' | 'vacant';
  /** When it was reported: the message's date or the tap's entry into the inbox. */
  readonly at: Instant;
  /** When it was carried out, if that is another day. */
  readonly carriedOut?: LocalDate;
  /** Days of self-study, or another amount that the duty sums. */
  readonly amount?: number;
  readonly by: PersonId;
  readonly onBehalfOf?: PersonId;
  readonly reason?: string;
  readonly attendance?: Attendance;
  /** What it was about; never of a talk, unless the plan keeps its content. */
  readonly topic?: TextRef;
  /** Who gave the lecture or led the study (主讲人, 领学人). */
  readonly presenter?: PersonId;
  /** The one line in which its state was told (进展情况). */
  readonly line?: TextRef;
  /** Source of the check-in (`<bot>:<update>` or the like): what an undo refers to. */
  readonly source: string;
}

/**
 * What is known of one occurrence: the frozen opening and what has happened since. Folded from ledger entries,
 * kept beside them as an index, and rebuildable from them.
 */
export interface OccurrenceFacts {
  readonly v: 1;
  /**
   * How often the store has written it, as read: an append whose facts were written by somebody else meanwhile is
   * refused as `moved`. 0 when it opens. Without it nothing is compared.
   */
  readonly writes?: number;
  readonly id: OccurrenceId;
  readonly measure: MeasureId;
  readonly duty: DutyId;
  readonly kind: DutyKindId;
  readonly title: string;
  readonly slot: string;
  readonly person: PersonId;
  readonly counterpart?: PersonId;
  /** Who is asked for the record: the reporter of a gathering, else the person. */
  readonly asked: PersonId;
  /** When it was handed over to them, if it was. */
  readonly askedSince?: Instant;
  readonly gathering: boolean;
  readonly planVersion: number;
  readonly openedAt: Instant;
  /** First instant from which a report counts (early credit, or the first day of a window); -Infinity is never stored: 0. */
  readonly creditFrom: Instant;
  /** By rule; never changes. For a window, its last day. */
  readonly scheduled: Instant;
  /** A gathering that was moved for all begins then instead. */
  readonly begins?: Instant;
  /** The first instant that is late. Grows by extension, with `revision`. */
  readonly due: Instant;
  /** Whether it has a time of day; if not, it is due at the end of its day and shown as a date. */
  readonly timed: boolean;
  /** Given as one date-time: never moved or muted by days off, budget or bundling. */
  readonly exact: boolean;
  /** Daily self-study, asked once a week: shown only to the person, in no totals, never overdue. */
  readonly own: boolean;
  readonly revision: number;
  /** An absence moved it from that due, with that revision: whoever is back early has it back. */
  readonly movedAway?: { readonly from: Instant; readonly revision: number };
  readonly grace: Duration;
  readonly reminders: readonly Reminder[];
  readonly ladder: readonly Rung[];
  /** Scheduled instant of the duty's next slot: from then on an overdue one is missed. Null: there is none. */
  readonly nextSlot: Instant | null;
  /** `<revision>.<rung>~<recipient>` of every notice already decided. */
  readonly noticed: readonly string[];
  /** All its steps are said: nothing lies ahead of it while its revision and its reminders stay as they are. */
  readonly atRest?: string;
  readonly acknowledged?: { readonly at: Instant; readonly until: Instant };
  /** Snooze: reminders before the ladder are not said until then. Moves nothing. */
  readonly mutedUntil?: Instant;
  /** The secretary held rungs above herself until then; at most once. */
  readonly held?: { readonly until: Instant; readonly by: PersonId; readonly reason: string };
  /** Leave or another day was asked for, and nobody has decided yet: not the silence of somebody who does not answer. */
  readonly requested?: { readonly at: Instant; readonly what: 'leave' | 'extension'; readonly until?: LocalDate };
  /** The how-manieth miss of this duty in a row it is, known when its ladder begins; not set for the first. */
  readonly streak?: number;
  readonly settled?: Settlement;
  /** Answers to the questions of its kind, one by one: a checklist, the trend at each site. */
  readonly checks?: readonly Check[];
  /** 验收: the named person has accepted it. */
  readonly accepted?: { readonly at: Instant; readonly by: PersonId };
  /** 双方确认: the other side of a talk, or the one on whose behalf it was recorded, reported it too. */
  readonly confirmed?: { readonly at: Instant; readonly by: PersonId; readonly of: string };
  /** The occurrence that it grew out of: a correction, a make-up. */
  readonly follows?: OccurrenceId;
  /** Pieces of evidence kept for it: files, places of deposit, document numbers. */
  readonly evidence?: number;
  /** Due on the day of its adoption or soon after: grace ends here at the earliest. */
  readonly graceTo?: Instant;
  /** A one-off deadline that was past when the plan was adopted: one line to the secretary, no ladder. */
  readonly history?: true;
  /** Rungs above the secretary count from here at the earliest (end of an outage). */
  readonly rungsFrom?: Instant;
}

export type CheckAnswer = 'yes' | 'no' | 'better' | 'same' | 'worse';

export interface Check {
  /** The plan's own words, or `#<id>` of a standard item whose words are `check-item-<id>`. */
  readonly item: string;
  readonly answer: CheckAnswer;
}

/** Whether its own person has been told of it, and how. */
export interface Told {
  readonly at: Instant;
  readonly how: 'sent' | 'unconfirmed' | 'relayed' | 'gone';
}

export type Standing =
  | 'upcoming'
  | 'open'
  | 'acknowledged'
  | 'done'
  | 'done-late'
  | 'excused'
  | 'overdue'
  | 'missed'
  | 'void'
  | 'vacant'
  | 'gap';

/** When an event begins: as scheduled, unless it was moved. Of anything else, when it is scheduled. */
export function startOf({ begins, scheduled }: Pick<OccurrenceFacts, 'begins' | 'scheduled'>): Instant {
  return begins ?? scheduled;
}

/** The parts of an id. Slugs hold no `@`, `/` or `+`, so the reading is exact. */
export interface OccurrenceParts {
  readonly duty: DutyId;
  readonly slot: string;
  readonly person: PersonId;
  readonly counterpart?: PersonId;
}

export function occurrenceId({ duty, slot, person, counterpart }: OccurrenceParts): OccurrenceId {
  return `${duty}@${slot}/${person}${counterpart ? `+${counterpart}` : ''}`;
}

export function partsOfOccurrence(id: OccurrenceId): OccurrenceParts {
  const match = /^([^@]+)@([^/]+)\/([^+]+)(?:\+(.+))?$/.exec(id);
  if (!match) throw new Error(`not an occurrence id: ${id}`);
  const [, duty, slot, person, counterpart] = match;
  return counterpart
    ? { duty: duty!, slot: slot!, person: person!, counterpart }
    : { duty: duty!, slot: slot!, person: person! };
}
