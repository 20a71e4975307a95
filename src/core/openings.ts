import { DAY, type Instant } from './calendar.ts';
import { addDuration } from './duration.ts';
import { type Opening, occurrencesOf } from './opening.ts';
import { countsFrom, isSpentAtAdoption, type OpeningContext, slotContext } from './opening-context.ts';
import type { Duty } from './plan/plan.ts';
import { type SlotContext, slotAfter, slotsBetween } from './slots.ts';

/** Reminders may move back to the last working day before: at most this far. */
const SLACK = 16 * DAY;

/** What of a duty opens later, as far as it was looked at. */
export interface Ahead {
  /** Slots scheduled up to here have become openings. */
  readonly upTo: Instant;
  /** Those of them that did not open yet. */
  readonly later: readonly Opening[];
  /** Until when nothing opens; null: never again. */
  readonly lookAgain: Instant | null;
}

/**
 * The occurrences of a duty scheduled later than `openedTo` that open at or before `now`, and what lies ahead. What was
 * scheduled up to `openedTo` was opened before; of the later ones the caller leaves out those that exist. Who knows
 * what lay ahead at an earlier question about the same unchanged plan has only what is new reckoned.
 */
export function openingsOf(
  duty: Duty,
  context: OpeningContext,
  openedTo: Instant,
  now: Instant,
  before?: Ahead,
): { readonly openings: readonly Opening[]; readonly ahead: Ahead } {
  if (before && (before.lookAgain === null || before.lookAgain > now)) return { openings: [], ahead: before };
  const known = before ?? { upTo: beginOf(duty, context, openedTo), later: [] };
  const { openings, upTo } = until(now, duty, context, known);
  const later = openings.filter(({ opensAt }) => opensAt > now);
  // A new version may bring a new holiday table: nothing is relied on for longer than reminders move.
  const lookAgain = later.length > 0 ? Math.min(soonestAfter(now, later), now + SLACK) : null;
  return { openings: openings.filter(({ opensAt }) => opensAt <= now), ahead: { upTo, later, lookAgain } };
}

/** All that opens by now, and what opens first after it: a slot opens at most its reach before it is scheduled. */
function until(now: Instant, duty: Duty, context: OpeningContext, known: Pick<Ahead, 'upTo' | 'later'>) {
  const openings = [...known.later];
  if (known.upTo === Number.POSITIVE_INFINITY) return { openings, upTo: known.upTo };
  const where = slotContext(duty, context);
  const reach = longestRemind(duty, where, now) + SLACK;
  let [from, to] = [known.upTo, Math.max(known.upTo, now + reach)];
  for (;;) {
    for (const slot of slotsBetween(duty, where, from, to))
      if (!isSpentAtAdoption(slot, duty, context)) openings.push(...occurrencesOf(duty, slot, context));
    const next = slotAfter(duty, where, to);
    if (next === undefined || next.at - reach >= soonestAfter(now, openings)) return { openings, upTo: to };
    [from, to] = [to, next.at];
  }
}

function soonestAfter(now: Instant, openings: readonly Opening[]): Instant {
  let soonest = Number.POSITIVE_INFINITY;
  for (const { opensAt } of openings) if (opensAt > now && opensAt < soonest) soonest = opensAt;
  return soonest;
}

/** A one-off deadline that was past at adoption is the only thing of the past that opens. */
function beginOf(duty: Duty, context: OpeningContext, openedTo: Instant): Instant {
  const begin = countsFrom(duty, context);
  if (begin === Number.POSITIVE_INFINITY || duty.timing.type === 'after') return Number.POSITIVE_INFINITY;
  const once = duty.timing.type === 'schedule' && duty.timing.schedule.kind === 'once';
  if (!once) return Math.max(openedTo, begin);
  const isNew = (context.since[duty.id] ?? 0) >= openedTo;
  return isNew ? Number.NEGATIVE_INFINITY : openedTo;
}

function longestRemind(duty: Duty, { organization }: SlotContext, now: Instant): number {
  if (duty.remind.type === 'offsets') {
    const earliest = duty.remind.offsets.map((o) => now - addDuration(now, o, organization));
    return Math.max(0, ...earliest);
  }
  return duty.remind.type === 'paced' ? windowDays[windowOf(duty)] * DAY : 0;
}

/** A window opens on its first day: at most this many days before its last. */
const windowDays = { day: 1, week: 7, 'half-month': 16, month: 31, quarter: 92, 'half-year': 184, year: 366 } as const;

function windowOf({ timing }: Duty): keyof typeof windowDays {
  if (timing.type === 'quota') return timing.quota.per;
  return (timing.type === 'schedule' && timing.schedule.kind === 'recurring' && timing.schedule.window) || 'month';
}
