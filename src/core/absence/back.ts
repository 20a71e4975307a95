import { addDays, dateAt, endOfDay, type Instant, instantOf } from '../calendar.ts';
import { type Recorded, type Said, together } from '../check-in.ts';
import { recordExtended } from '../extension.ts';
import type { OccurrenceFacts } from '../occurrence.ts';
import type { PersonId, Plan } from '../plan/plan.ts';
import { addWorkdays, workdayFrom } from '../working-calendar.ts';

/**
 * Somebody is back earlier than was said: what the absence moved is due again as it was, but not before the second
 * working day. What the office has put off since stays where it was put.
 */
export function recordBack(facts: readonly OccurrenceFacts[], said: Said, person: PersonId, plan: Plan): Recorded {
  const moved = facts.filter((f) => f.person === person && !f.settled && f.movedAway?.revision === f.revision);
  return together(moved.map((one) => movedBack(one, said, plan)));
}

function movedBack(facts: OccurrenceFacts, said: Said, plan: Plan): Recorded {
  const { organization } = plan;
  const { zone, calendar } = organization;
  const first = workdayFrom(dateAt(said.at, zone), calendar, 1);
  const due = Math.max(facts.movedAway!.from, endOfDay(addWorkdays(first, 1, calendar), zone));
  if (due >= facts.due) return { entries: [], occurrences: [], refused: [] };
  const extension = { due, reason: 'back', approver: said.by };
  const { movedAway: _, ...rest } = facts;
  const back = recordExtended([rest], said, extension, organization);
  const reminders = hoursOf(due, said.at, plan).map((at, i) => ({ key: `r${i}`, at }));
  return { ...back, occurrences: back.occurrences.map((o) => ({ ...o, reminders })) };
}

/** At once, with what was held back, and on the last morning. */
function hoursOf(due: Instant, now: Instant, { organization }: Plan): readonly Instant[] {
  const { zone, bundle } = organization;
  const last = instantOf(addDays(dateAt(due, zone), -1), bundle ?? '09:00', zone);
  return last > now ? [now, last] : [now];
}
