import { dateAt, type Instant, instantOf } from './calendar.ts';
import { addDuration } from './duration.ts';
import type { OccurrenceFacts } from './occurrence.ts';
import { occurrencesOf } from './opening.ts';
import type { OpeningContext } from './opening-context.ts';
import type { Duty } from './plan/plan.ts';
import type { Slot } from './slots.ts';

/**
 * What an event asks for: the occurrences of every duty that waits for it, open at once and due at the end of the last
 * day. `slot` names the event, so that the same event never opens twice.
 */
export function occurrencesAfter(
  duty: Duty,
  event: { readonly slot: string; readonly at: Instant },
  context: OpeningContext,
): readonly OccurrenceFacts[] {
  if (duty.timing.type !== 'after') return [];
  const { organization } = context.plan;
  const { zone } = organization;
  if (duty.until && dateAt(event.at, zone) > duty.until) return [];
  const date = dateAt(addDuration(event.at, duty.timing.within, organization), zone);
  const slot: Slot = { slot: event.slot, at: event.at, date, timed: false, exact: false };
  const lastMorning = instantOf(date, organization.bundle ?? '09:00', zone);
  const hours = [event.at, ...(lastMorning > event.at ? [lastMorning] : [])];
  return occurrencesOf(duty, slot, context).map(({ facts }) => ({
    ...facts,
    creditFrom: 0,
    gathering: false,
    openedAt: event.at,
    reminders: hours.map((at, i) => ({ key: `r${i}`, at })),
    nextSlot: null,
  }));
}
