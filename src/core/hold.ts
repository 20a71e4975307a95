import { firstDayBack, returnOf } from './absence/absence.ts';
import type { Waiting } from './bundle.ts';
import { addDays, dateAt, type Instant, instantOf, type LocalTime, MINUTE } from './calendar.ts';
import type { Notice } from './notice.ts';
import { personIn } from './plan/look-up.ts';
import { workdayFrom } from './working-calendar.ts';

/** Where the office bundles, alerts and rungs after the first of a day are collected until these hours. */
const collected: readonly LocalTime[] = ['11:30', '16:30'];

/** Until when one notice waits by itself, whatever else waits beside it; null: it may be said now. */
export function holdOf(notice: Notice, waiting: Waiting): Instant | null {
  if (notice.kind === 'answer' || notice.kind === 'edit' || waiting.to.startsWith('group/')) return null;
  const others = notice.kind === 'alert' || notice.kind === 'escalation';
  return awayHold(notice, waiting) ?? (others ? alertHold(notice, waiting) : null);
}

/** Somebody who is away hears only what is urgent: what has its own hour, and what a colleague urges by hand. */
export function awayHold(
  notice: Notice,
  { plan, to, facts, now }: Pick<Waiting, 'plan' | 'to' | 'facts' | 'now'>,
): Instant | null {
  // Urged by hand; what an outage left behind can wait.
  const urged = notice.kind === 'nudge' && /#\d+\.n/.test(notice.id);
  const exact = facts.get(notice.occurrence ?? '')?.exact === true;
  const own = notice.id.startsWith('absence@');
  if (urged || exact || own) return null;
  return returnOf(plan, to.slice('person/'.length), now);
}

/** What others are late with: the first message of a day comes at once, the rest twice a day. */
function alertHold({ at }: Notice, { plan, alertedToday = 0, now }: Waiting): Instant | null {
  const { zone, bundle, calendar } = plan.organization;
  if (bundle === null || alertedToday === 0) return null;
  const today = dateAt(now, zone);
  const hours = collected.map((hour) => instantOf(today, hour, zone));
  const last = hours.findLast((hour) => hour <= now);
  // What waited for this hour is said at it, in as many messages as it takes.
  if (last !== undefined && at < last) return null;
  const morning = instantOf(workdayFrom(addDays(today, 1), calendar, 1), bundle, zone);
  return hours.find((hour) => hour > now) ?? morning;
}

/** Whether its reader has just come back: what was held back is said on the first morning after an absence. */
export function saidOnReturn({ plan, to, now }: Waiting): boolean {
  const id = to.slice('person/'.length);
  const away = personIn(plan, id)?.away ?? [];
  if (away.length === 0) return false;
  const { zone, bundle } = plan.organization;
  const today = dateAt(now, zone);
  const backToday = away.some((a) => a.to < today && firstDayBack(plan, id, a.to) === today);
  return backToday && now < instantOf(today, bundle ?? '09:00', zone) + 30 * MINUTE;
}
