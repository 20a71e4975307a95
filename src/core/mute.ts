import { addDays, dateAt, type Instant, instantOf, localOf, MINUTE } from './calendar.ts';
import { entry, type Recorded, type Said, together } from './check-in.ts';
import type { OccurrenceFacts } from './occurrence.ts';
import type { Organization } from './plan/plan.ts';
import { workdayFrom } from './working-calendar.ts';

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
