import type { Waiting } from './bundle.ts';
import type { Instant } from './calendar.ts';
import { type Notice, noticeKey } from './notice.ts';
import { type OccurrenceFacts, startOf } from './occurrence.ts';

export type Why = 'answered' | 'superseded' | 'unknown';

/** Why one of the notices that wait for a recipient need not be said any more; null: it is to be said. */
export function needlessIn(waiting: Waiting): (notice: Notice) => Why | null {
  const newest = newestOf(waiting.notices);
  return (notice) => needless(notice, waiting, newest);
}

/** When the newest notice about each occurrence should have been said. */
function newestOf(notices: readonly Notice[]): ReadonlyMap<string, Instant> {
  const newest = new Map<string, Instant>();
  for (const { occurrence, at } of notices)
    if (occurrence && at > (newest.get(occurrence) ?? Number.NEGATIVE_INFINITY)) newest.set(occurrence, at);
  return newest;
}

function needless(notice: Notice, waiting: Waiting, newest: ReadonlyMap<string, Instant>): Why | null {
  const { facts, now } = waiting;
  if (!notice.occurrence) return null;
  const one = facts.get(notice.occurrence);
  if (!one) return 'unknown';
  if (one.settled) return 'answered';
  // Held back past the start, the reminder of an event is of no use to somebody who is not asked for the record.
  const attends = one.gathering && notice.to !== `person/${one.asked}` && notice.kind === 'reminder';
  if (attends && now >= startOf(one)) return 'superseded';
  if (notice.revision !== undefined && notice.revision < one.revision) return 'superseded';
  if (isKnownFromAlert(notice, one, waiting)) return 'superseded';
  return newest.get(notice.occurrence)! > notice.at ? 'superseded' : null;
}

/** Whoever passes things on is not asked to pass on what she is alerted about in the same breath. */
function isKnownFromAlert({ kind, rung, to }: Notice, one: OccurrenceFacts, { told }: Waiting): boolean {
  if (kind !== 'relay' || rung === undefined || told[one.id] === undefined) return false;
  return rung.startsWith('l') && one.noticed.includes(noticeKey(one.revision, rung, to));
}
