import { firstDayBack, returnOf } from './absence/absence.ts';
import type { Waiting } from './bundle.ts';
import { addDays, DAY, dateAt, HOUR, type Instant, instantOf, type LocalTime, MINUTE } from './calendar.ts';
import type { Notice, NoticeKind } from './notice.ts';
import { measureIn, personIn } from './plan/look-up.ts';
import type { DutyId } from './plan/plan.ts';
import { workdayFrom } from './working-calendar.ts';

/** Adopted later than six in the evening, the day's work is over. */
const EVENING = 6 * HOUR;
/** What a plan says by itself; what a colleague urges, and what answers, comes at once. */
const byPlan: readonly NoticeKind[] = ['reminder', 'overdue', 'alert', 'escalation', 'warn', 'relay'];

/** What was adopted in the evening or on a day off begins to speak on the next working morning, unless it has its own hour. */
function freshHolds({ plan, facts, since = {}, now }: Waiting): (notice: Notice) => Instant | null {
  const { zone, calendar, bundle } = plan.organization;
  const dutiesIn = ({ occurrence, measure }: Notice): readonly DutyId[] => {
    const one = facts.get(occurrence ?? '');
    if (one) return one.timed ? [] : [one.duty];
    return (measure && measureIn(plan, measure)?.duties.map(({ id }) => id)) || [];
  };
  return (notice) => {
    if (!byPlan.includes(notice.kind)) return null;
    const adopted = Math.min(...dutiesIn(notice).map((duty) => since[duty] ?? Number.POSITIVE_INFINITY));
    if (adopted === Number.POSITIVE_INFINITY || now - adopted > LONGEST) return null;
    const day = workdayFrom(dateAt(adopted + EVENING, zone), calendar, 1);
    const morning = instantOf(day, bundle ?? '09:00', zone);
    return day > dateAt(adopted, zone) && morning > now ? morning : null;
  };
}

/** No run of days off is longer. */
const LONGEST = 30 * DAY;

/** Where the office bundles, alerts and rungs after the first of a day are collected until these hours. */
const collected: readonly LocalTime[] = ['11:30', '16:30'];

/** Until when a notice waits by itself, whatever else waits beside it; null: it may be said now. */
export function holdsOf(waiting: Waiting): (notice: Notice) => Instant | null {
  const away = awayHolds(waiting);
  const others = alertHolds(waiting);
  const fresh = freshHolds(waiting);
  if (waiting.to.startsWith('group/')) return () => null;
  return (notice) => {
    if (notice.kind === 'answer' || notice.kind === 'edit') return null;
    return (
      away(notice) ?? fresh(notice) ?? (notice.kind === 'alert' || notice.kind === 'escalation' ? others(notice) : null)
    );
  };
}

/** Somebody who is away hears only what is urgent: what has its own hour, and what a colleague urges by hand. */
export function awayHolds({
  plan,
  to,
  facts,
  now,
}: Pick<Waiting, 'plan' | 'to' | 'facts' | 'now'>): (notice: Notice) => Instant | null {
  const back = returnOf(plan, to.slice('person/'.length), now);
  if (back === null) return () => null;
  return ({ id, kind, occurrence }) => {
    // Urged by hand; what an outage left behind can wait.
    const urged = kind === 'nudge' && /#\d+\.n/.test(id);
    const exact = facts.get(occurrence ?? '')?.exact === true;
    const own = id.startsWith('absence@');
    return urged || exact || own ? null : back;
  };
}

/** What others are late with: the first message of a day comes at once, the rest twice a day. */
function alertHolds({ plan, alertedToday = 0, now }: Waiting): (notice: Notice) => Instant | null {
  const { zone, bundle, calendar } = plan.organization;
  if (bundle === null || alertedToday === 0) return () => null;
  const today = dateAt(now, zone);
  const hours = collected.map((hour) => instantOf(today, hour, zone));
  const last = hours.findLast((hour) => hour <= now);
  const morning = instantOf(workdayFrom(addDays(today, 1), calendar, 1), bundle, zone);
  const until = hours.find((hour) => hour > now) ?? morning;
  // What waited for this hour is said at it, in as many messages as it takes.
  return ({ at }) => (last !== undefined && at < last ? null : until);
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
