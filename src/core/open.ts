import { alarmClock } from './alarms.ts';
import type { Instant } from './calendar.ts';
import type { OccurrenceFacts, OccurrenceId } from './occurrence.ts';

/**
 * The unsettled occurrences of one measure, kept so that nobody goes through all of them to find the few that have
 * something to say. Whoever asks the agenda once makes it of what the store holds; whoever asks wake after wake of one
 * unchanged plan (`simulate`) keeps it: an occurrence that was looked at rests until its next instant, until it changes
 * or until its person is told of it.
 */
export interface OpenOccurrences {
  all(): readonly OccurrenceFacts[];
  /** Those that came or changed, and those whose instant has come. */
  awake(now: Instant): readonly OccurrenceFacts[];
  /** When the first of those that rest has something to say. */
  next(): Instant | null;
  /** All open ones of the same duty, person and counterpart: consecutive misses among them share one ladder. */
  rowOf(facts: OccurrenceFacts): Iterable<OccurrenceFacts>;
  /** As it is now; a settled one is open no longer. */
  put(facts: OccurrenceFacts): void;
  /** Something else that decides about it has changed: its person was told. */
  wake(id: OccurrenceId): void;
  /** It was looked at and has nothing to say before then; null: never again. */
  rest(id: OccurrenceId, until: Instant | null): void;
}

export function openOccurrences(all: readonly OccurrenceFacts[] = []): OpenOccurrences {
  const open = new Map<OccurrenceId, OccurrenceFacts>();
  const rows = new Map<string, Map<OccurrenceId, OccurrenceFacts>>();
  const awake = new Set<OccurrenceId>();
  const resting = alarmClock();
  const rouse = (id: OccurrenceId) => {
    awake.add(id);
    resting.drop(id);
  };
  const remove = (facts: OccurrenceFacts) => {
    open.delete(facts.id);
    rows.get(rowKey(facts))?.delete(facts.id);
    awake.delete(facts.id);
    resting.drop(facts.id);
  };
  const put = (facts: OccurrenceFacts) => {
    const before = open.get(facts.id);
    if (before === facts) return;
    if (before && (facts.settled || before.asked !== facts.asked)) remove(before);
    if (facts.settled) return;
    open.set(facts.id, facts);
    const key = rowKey(facts);
    const row = rows.get(key);
    if (row) row.set(facts.id, facts);
    else rows.set(key, new Map([[facts.id, facts]]));
    rouse(facts.id);
  };
  for (const facts of all) put(facts);
  return {
    all: () => [...open.values()],
    awake(now) {
      for (let at = resting.next(); at !== undefined && at <= now; at = resting.next())
        for (const id of resting.take(at)) awake.add(id);
      return [...awake].map((id) => open.get(id)!);
    },
    next: () => resting.next() ?? null,
    rowOf: (facts) => rows.get(rowKey(facts))?.values() ?? [],
    put,
    wake(id) {
      if (open.has(id)) rouse(id);
    },
    rest(id, until) {
      awake.delete(id);
      resting.drop(id);
      if (until !== null && open.has(id)) resting.set(id, until);
    },
  };
}

/** Of one occurrence only who is asked may change: handed on, it counts in another row. */
function rowKey({ duty, person, counterpart, asked }: OccurrenceFacts): string {
  return `${duty}/${person}+${counterpart ?? ''}~${asked}`;
}
