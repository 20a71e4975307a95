import { addDays, dateAt, type Instant, instantOf, MINUTE } from './calendar.ts';
import { entry, type Recorded, recordUndone, type Said, together } from './check-in.ts';
import { addDuration } from './duration.ts';
import { type OccurrenceFacts, startOf } from './occurrence.ts';
import type { Organization, PersonId } from './plan/plan.ts';
import { addWorkdays, workdayFrom } from './working-calendar.ts';

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
  const { acknowledged: _, mutedUntil: __, requested: ___, ...rest } = facts;
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
  const { acknowledged: _, mutedUntil: __, requested: ___, ...rest } = facts;
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
