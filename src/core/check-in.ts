import { addDays, dateAt, type Instant, instantOf, type LocalDate, localOf, MINUTE } from './calendar.ts';
import { addDuration } from './duration.ts';
import type { EntryBody, NewEntry, TextRef } from './ledger.ts';
import {
  type Attendance,
  type Check,
  type OccurrenceFacts,
  type OccurrenceId,
  type Settlement,
  startOf,
} from './occurrence.ts';
import type { Organization, PersonId } from './plan/plan.ts';
import { canBeDone } from './standing.ts';
import { addWorkdays, workdayFrom } from './working-calendar.ts';

/** Who says something about occurrences, when, and what makes it unique. */
export interface Said {
  readonly by: PersonId;
  readonly onBehalfOf?: PersonId;
  /** The message's date, or when the tap entered the inbox. */
  readonly at: Instant;
  readonly source: string;
  readonly planVersion: number;
}

/** What a report changes: entries for the ledger and the facts folded with them. Nothing is written here. */
export interface Recorded {
  readonly entries: readonly NewEntry[];
  readonly occurrences: readonly OccurrenceFacts[];
  readonly refused: readonly { readonly id: OccurrenceId; readonly why: 'not-begun' | 'too-early' | 'settled' }[];
}

const nothing: Recorded = { entries: [], occurrences: [], refused: [] };

/** Joins what several reports change; a later one wins where both touch an occurrence. */
export function together(all: readonly Recorded[]): Recorded {
  return all.reduce(
    (a, b) => ({
      entries: [...a.entries, ...b.entries],
      occurrences: [...a.occurrences.filter((o) => b.occurrences.every((p) => p.id !== o.id)), ...b.occurrences],
      refused: [...a.refused, ...b.refused],
    }),
    nothing,
  );
}

export interface Done {
  readonly carriedOut?: LocalDate | undefined;
  readonly amount?: number | undefined;
  /** Absent from the gathering, with the reason they gave. */
  readonly absent?: readonly { readonly person: PersonId; readonly reason: string }[];
  readonly attendance?: Attendance | undefined;
  readonly topic?: TextRef | undefined;
  readonly presenter?: PersonId | undefined;
  /** 进展情况, in the person's own words. */
  readonly line?: TextRef | undefined;
  /** Said to be as it was: no line is asked for. */
  readonly unchanged?: boolean;
}

/** 已办: each occurrence is settled; of a gathering those named absent become excused with their reason. */
export function recordDone(facts: readonly OccurrenceFacts[], said: Said, done: Done = {}): Recorded {
  return together(
    facts.map((one) => {
      const absent = done.absent?.find((a) => a.person === one.person);
      if (one.settled && !absent) return { ...nothing, refused: [{ id: one.id, why: 'settled' }] };
      // Who came to what has not begun cannot be told yet, nor who did not.
      const may = canBeDone(one, said.at);
      if (may !== 'yes') return { ...nothing, refused: [{ id: one.id, why: may }] };
      if (absent) return settled(one, said, { how: 'excused', reason: absent.reason });
      const { carriedOut, amount, attendance, topic, presenter, line } = done;
      return settled(one, said, { how: 'done', carriedOut, amount, attendance, topic, presenter, line });
    }),
  );
}

/** 学时 added to a report that did not tell them: the same settlement, with its amount. */
export function recordAmount(facts: readonly OccurrenceFacts[], said: Said, amount: number): Recorded {
  return together(
    facts.flatMap((one) => {
      if (one.settled?.how !== 'done') return [];
      const settlement = { ...one.settled, amount };
      return [
        {
          entries: [entry(one, said, { kind: 'checked-in', settlement })],
          occurrences: [{ ...one, settled: settlement }],
          refused: [],
        },
      ];
    }),
  );
}

/** Leave, or the office excuses it: closed with a reason, never as done. */
export function recordExcused(facts: readonly OccurrenceFacts[], said: Said, reason: string): Recorded {
  return together(
    facts.map((one) => (one.settled ? alreadySettled(one) : settled(one, said, { how: 'excused', reason }))),
  );
}

export function recordVoid(facts: readonly OccurrenceFacts[], said: Said, reason: string): Recorded {
  return together(
    facts.map((one) => (one.settled ? alreadySettled(one) : settled(one, said, { how: 'void', reason }))),
  );
}

/** An occurrence of a daily duty that fell into an outage: counted apart, never anybody's lapse. */
export function recordGap(facts: readonly OccurrenceFacts[], said: Said): Recorded {
  return together(facts.map((one) => (one.settled ? alreadySettled(one) : settled(one, said, { how: 'gap' }))));
}

function alreadySettled({ id }: OccurrenceFacts): Recorded {
  return { ...nothing, refused: [{ id, why: 'settled' }] };
}

function settled(
  facts: OccurrenceFacts,
  said: Said,
  how: {
    [K in 'how' | 'reason' | 'carriedOut' | 'amount' | 'attendance' | 'topic' | 'presenter' | 'line']?:
      | Settlement[K]
      | undefined;
  } & Pick<Settlement, 'how'>,
): Recorded {
  const { by, onBehalfOf, at, source } = said;
  const given = Object.fromEntries(Object.entries({ ...how, onBehalfOf }).filter(([, v]) => v !== undefined));
  const settlement = { ...given, how: how.how, at, by, source } satisfies Settlement;
  return {
    entries: [entry(facts, said, bodyOf(settlement))],
    occurrences: [{ ...facts, settled: settlement }],
    refused: [],
  };
}

function bodyOf(settlement: Settlement): EntryBody {
  if (settlement.how === 'excused') return { kind: 'excused', settlement, reason: settlement.reason ?? '' };
  if (settlement.how === 'void') return { kind: 'voided', settlement, reason: settlement.reason ?? '' };
  if (settlement.how === 'gap') return { kind: 'gap', settlement };
  return { kind: 'checked-in', settlement, ...(settlement.line ? { text: settlement.line } : {}) };
}

/** Takes a report back: the occurrence is open again as it was, and both entries stay. */
export function recordUndone(facts: readonly OccurrenceFacts[], said: Said, reason?: string): Recorded {
  return together(
    facts.flatMap((one) => {
      if (!one.settled) return [];
      const { settled: before, ...open } = one;
      const body: EntryBody = { kind: 'undone', undoes: before.source, ...(reason ? { reason } : {}) };
      return [{ entries: [entry(one, said, body)], occurrences: [open], refused: [] }];
    }),
  );
}

/**
 * A correction sets an occurrence free that was wrongly credited: nobody is blamed for it before they could know, so
 * nothing counts as late for two working days.
 */
export function recordFreed(
  facts: readonly OccurrenceFacts[],
  said: Said,
  reason: string,
  organization: Organization,
): Recorded {
  const undone = recordUndone(facts, said, reason);
  const { zone, calendar } = organization;
  const last = addWorkdays(dateAt(said.at, zone), 2, calendar);
  const due = instantOf(addDays(last, 1), '00:00', zone);
  const short = undone.occurrences.filter((f) => f.due < due);
  const moved = recordExtended(short, said, { due, reason: 'correction', approver: 'bot' }, organization);
  return together([undone, moved]);
}

/** The named stand-in is asked from now on; whose duty it is does not change. */
export function recordDelegated(facts: readonly OccurrenceFacts[], said: Said, to: PersonId): Recorded {
  return together(
    facts
      .filter((one) => !one.settled)
      .map((one) => {
        const { acknowledged: _, mutedUntil: __, ...rest } = one;
        return {
          entries: [entry(one, said, { kind: 'delegated', person: one.asked, to })],
          occurrences: [{ ...rest, asked: to }],
          refused: [],
        };
      }),
  );
}

export type Evidence = Omit<Extract<EntryBody, { kind: 'evidence' }>, 'kind'>;

/** Evidence may come with the report or long after it: the entry's own time is the date of adding. */
export function recordEvidence(facts: readonly OccurrenceFacts[], said: Said, evidence: Evidence): Recorded {
  const measures = [...new Set(facts.map((f) => f.measure))];
  return together(
    measures.map((measure) => {
      const those = facts.filter((f) => f.measure === measure);
      const about = those.map((f) => f.id);
      return {
        entries: [{ ...entry(those[0]!, said, { kind: 'evidence', ...evidence }), about }],
        occurrences: those.map((one) => ({ ...one, evidence: (one.evidence ?? 0) + 1 })),
        refused: [],
      };
    }),
  );
}

/** 收到: mutes until the next reminder and closes nothing (DESIGN §4.7). */
export function recordSeen(facts: readonly OccurrenceFacts[], said: Said): Recorded {
  return together(
    facts
      .filter((one) => !one.settled)
      .map((one) => {
        const until = nextReminder(one, said.at) ?? one.due;
        return {
          entries: [entry(one, said, { kind: 'acknowledged', until })],
          occurrences: [{ ...one, acknowledged: { at: said.at, until } }],
          refused: [],
        };
      }),
  );
}

/** When the bot next speaks of it by itself before the ladder; undefined if it will not. */
export function nextReminder(facts: OccurrenceFacts, after: Instant): Instant | undefined {
  return facts.reminders.find((r) => r.at > after)?.at;
}

/** Snooze: says it again then, and not before. It moves neither due nor ladder. */
export function recordLater(facts: readonly OccurrenceFacts[], said: Said, until: Instant): Recorded {
  return together(
    facts
      .filter((one) => !one.settled)
      .map((one) => {
        const reminders = [...one.reminders, { key: `s${one.reminders.length}`, at: until }].sort(
          (a, b) => a.at - b.at,
        );
        return {
          entries: [entry(one, said, { kind: 'snoozed', until })],
          occurrences: [{ ...one, reminders, mutedUntil: until }],
          refused: [],
        };
      }),
  );
}

/** 稍后: in half an hour if it is due today at an hour, else on the next working morning. */
export function laterAt(facts: OccurrenceFacts, organization: Organization, now: Instant): Instant {
  const { zone, calendar, bundle } = organization;
  const today = localOf(now, zone).date;
  if (facts.timed && dateAt(facts.due, zone) === today) return now + 30 * MINUTE;
  return instantOf(workdayFrom(addDays(today, 1), calendar, 1), bundle ?? '09:00', zone);
}

/** Due moves, with reason and approver; the scheduled time never does (DESIGN §4.6). Old steps of the ladder are void. */
export function recordExtended(
  facts: readonly OccurrenceFacts[],
  said: Said,
  extension: { readonly due: Instant; readonly reason: string; readonly approver: PersonId | 'bot' },
  organization: Organization,
): Recorded {
  return together(
    facts
      .filter((one) => !one.settled)
      .map((one) => ({
        entries: [entry(one, said, { kind: 'extended', from: one.due, ...extension })],
        occurrences: [extended(one, extension.due, organization)],
        refused: [],
      })),
  );
}

function extended(facts: OccurrenceFacts, due: Instant, organization: Organization): OccurrenceFacts {
  const { acknowledged: _, mutedUntil: __, ...rest } = facts;
  const morning = dayBefore(due, facts.timed, organization);
  const revision = facts.revision + 1;
  return { ...rest, due, revision, reminders: [{ key: 'r0', at: morning }] };
}

/**
 * A gathering moves for everyone: it begins then, and its reminders keep their distance from it. Whoever had taken
 * leave keeps it, and the new hour with it.
 */
export function recordMoved(
  facts: readonly OccurrenceFacts[],
  said: Said,
  begins: Instant,
  approver: PersonId,
  organization: Organization,
): Recorded {
  return together(
    facts
      .filter((one) => one.gathering && (!one.settled || one.settled.how === 'excused'))
      .map((one) => ({
        entries: [entry(one, said, { kind: 'extended', from: one.due, due: begins, reason: 'moved', approver })],
        occurrences: [moved(one, begins, said.at, organization)],
        refused: [],
      })),
  );
}

function moved(facts: OccurrenceFacts, begins: Instant, now: Instant, { zone, calendar, bundle }: Organization) {
  const { acknowledged: _, mutedUntil: __, ...rest } = facts;
  const shift = begins - startOf(facts);
  const hours = facts.reminders.map(({ at }) => {
    const day = dateAt(at + shift, zone);
    if (at + shift >= begins || calendar.isWorkday(day)) return at + shift;
    return instantOf(workdayFrom(day, calendar, -1), bundle ?? '09:00', zone);
  });
  const asked = hours.some((at) => at >= begins) ? [] : [begins + 30 * MINUTE];
  const kept = [...new Set([...hours, ...asked])].filter((at) => at > now).sort((a, b) => a - b);
  const reminders = kept.map((at, i) => ({ key: `r${i}`, at }));
  return { ...rest, begins, due: begins, revision: facts.revision + 1, reminders };
}

/** The last day's morning, where one is reminded of an extended duty. */
function dayBefore(due: Instant, timed: boolean, { zone, bundle, calendar }: Organization): Instant {
  const day = workdayFrom(dateAt(timed ? due : due - 1, zone), calendar, -1);
  return instantOf(day, bundle ?? '09:00', zone);
}

/** The secretary holds the rungs above herself, once, for at most two working days. */
export function recordHeld(
  facts: readonly OccurrenceFacts[],
  said: Said,
  reason: string,
  organization: Organization,
): Recorded {
  const until = addDuration(said.at, { unit: 'wd', n: 2 }, organization);
  return together(
    facts
      .filter((one) => !one.settled && !one.held)
      .map((one) => ({
        entries: [entry(one, said, { kind: 'held', until, reason })],
        occurrences: [{ ...one, held: { until, by: said.by, reason } }],
        refused: [],
      })),
  );
}

/** What an outage does to what fell due in it: due two working days after its end (DESIGN §4.8). */
export function recordOutage(
  facts: readonly OccurrenceFacts[],
  said: Said,
  outage: { readonly from: Instant; readonly to: Instant },
  organization: Organization,
): Recorded {
  const { zone, calendar } = organization;
  return together(
    facts
      .filter((one) => !one.settled && !one.own)
      .map((one) => {
        const late = one.due > outage.from && one.due <= outage.to;
        if (!late) return { entries: [], occurrences: [{ ...one, rungsFrom: outage.to }], refused: [] };
        const last = addWorkdays(dateAt(outage.to, zone), 2, calendar);
        const due = instantOf(addDays(last, 1), '00:00', zone);
        const moved = recordExtended([one], said, { due, reason: 'outage', approver: 'bot' }, organization);
        return { ...moved, occurrences: moved.occurrences.map((o) => ({ ...o, rungsFrom: outage.to, noticed: [] })) };
      }),
  );
}

export function recordNote(facts: OccurrenceFacts, said: Said, body: EntryBody): Recorded {
  return { entries: [entry(facts, said, body)], occurrences: [], refused: [] };
}

function entry(facts: OccurrenceFacts, said: Said, body: EntryBody): NewEntry {
  const { by, onBehalfOf, at, source, planVersion } = said;
  return {
    at,
    by,
    ...(onBehalfOf ? { onBehalfOf } : {}),
    source,
    about: [facts.id],
    measure: facts.measure,
    planVersion,
    ...body,
  };
}

/** One question of its kind answered: kept, and nothing is closed by it. A later answer to the same item wins. */
export function recordCheck(facts: OccurrenceFacts, said: Said, check: Check): Recorded {
  const checks = [...(facts.checks ?? []).filter((c) => c.item !== check.item), check];
  return {
    entries: [entry(facts, said, { kind: 'checked', check })],
    occurrences: [{ ...facts, checks }],
    refused: [],
  };
}

/** 验收: the named person accepts what was reported as done. */
export function recordAccepted(facts: readonly OccurrenceFacts[], said: Said): Recorded {
  return together(
    facts
      .filter((one) => one.settled?.how === 'done' && !one.accepted)
      .map((one) => ({
        entries: [entry(one, said, { kind: 'accepted' })],
        occurrences: [{ ...one, accepted: { at: said.at, by: said.by } }],
        refused: [],
      })),
  );
}
