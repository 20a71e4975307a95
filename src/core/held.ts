import type { Waiting } from './bundle.ts';
import { addDays, DAY, dateAt, type Instant, instantOf } from './calendar.ts';
import type { Notice } from './notice.ts';
import { startOf } from './occurrence.ts';
import { quietEnd } from './quiet-hours.ts';
import { workdayFrom } from './working-calendar.ts';

/** What is worth a line waits so long for a message to be a line of. */
const ASIDE_MS = DAY;

/** Quiet hours hold back everything but answers and digests; the budget only plain reminders. */
export function heldUntil(notices: readonly Notice[], waiting: Waiting): Instant | null {
  const { plan, now } = waiting;
  const joins = notices.every(({ kind }) => kind === 'aside') ? Math.min(...notices.map((n) => n.at + ASIDE_MS)) : now;
  if (joins > now) return joins;
  if (waiting.to.startsWith('group/') || notices.some((n) => n.kind === 'answer')) return null;
  const quiet = quietEnd(plan.organization, now);
  if (quiet !== null) return withTheBundle(quiet, notices, waiting);
  if (notices.every((n) => n.kind === 'relay')) return relayUntil(notices, waiting);
  const reminders = notices.every((n) => n.kind === 'reminder' && !waiting.facts.get(n.occurrence ?? '')?.exact);
  if (!reminders || waiting.spokenToday < plan.organization.budget) return null;
  const { zone, bundle, calendar } = plan.organization;
  const day = workdayFrom(addDays(dateAt(now, zone), 1), calendar, 1);
  const morning = instantOf(day, bundle ?? '09:00', zone);
  const start = Math.min(...notices.map((n) => waiting.facts.get(n.occurrence ?? '')?.scheduled ?? morning));
  // Held back at most until the thing itself is due: a reminder after that would be useless.
  return start > now ? Math.min(morning, start) : null;
}

/** What the night held back joins the morning's bundle, unless something of it begins or is due before. */
function withTheBundle(quiet: Instant, notices: readonly Notice[], { plan, facts }: Waiting): Instant {
  const { zone, bundle } = plan.organization;
  if (bundle === null) return quiet;
  const morning = instantOf(dateAt(quiet, zone), bundle, zone);
  const isPressing = notices.some(({ occurrence, kind }) => {
    const one = facts.get(occurrence ?? '');
    return (
      kind === 'plain' ||
      kind === 'nudge' ||
      one?.exact ||
      (one !== undefined && startOf(one) <= morning && one.due > quiet)
    );
  });
  return isPressing || morning < quiet ? quiet : morning;
}

/** One message to forward a day: what comes later waits for the next working morning unless it is due before. */
function relayUntil(notices: readonly Notice[], { plan, now, relayedToday, facts }: Waiting): Instant | null {
  if (relayedToday === 0) return null;
  const { zone, bundle, calendar } = plan.organization;
  const day = workdayFrom(addDays(dateAt(now, zone), 1), calendar, 1);
  const morning = instantOf(day, bundle ?? '09:00', zone);
  // What is overdue already was passed on before it was; it loses nothing by the next morning.
  const urgent = notices.some((n) => !isRung(n) && (facts.get(n.occurrence ?? '')?.due ?? morning) < morning);
  return urgent ? null : morning;
}

const isRung = ({ rung }: Notice): boolean => rung?.startsWith('l') === true;
