import type { Instant, LocalDate } from './calendar.ts';
import type { EntryBody, NewEntry, TextRef } from './ledger.ts';
import type { Attendance, OccurrenceFacts, OccurrenceId, Settlement } from './occurrence.ts';
import type { PersonId } from './plan/plan.ts';
import { canBeDone } from './standing.ts';

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

/** The named stand-in is asked from now on; whose duty it is does not change. */
export function recordDelegated(facts: readonly OccurrenceFacts[], said: Said, to: PersonId): Recorded {
  return together(
    facts
      .filter((one) => !one.settled)
      .map((one) => {
        const { acknowledged: _, mutedUntil: __, atRest: ___, ...rest } = one;
        return {
          entries: [entry(one, said, { kind: 'delegated', person: one.asked, to })],
          occurrences: [{ ...rest, asked: to, askedSince: said.at }],
          refused: [],
        };
      }),
  );
}

export function recordNote(facts: OccurrenceFacts, said: Said, body: EntryBody): Recorded {
  return { entries: [entry(facts, said, body)], occurrences: [], refused: [] };
}

export function entry(facts: OccurrenceFacts, said: Said, body: EntryBody): NewEntry {
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
