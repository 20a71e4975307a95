import { addDays, type Instant, instantOf, localOf } from './calendar.ts';
import type { Organization } from './plan/plan.ts';

/** The end of the quiet hours that this instant lies in; null outside them. */
export function quietEnd({ quietHours, zone }: Organization, now: Instant): Instant | null {
  if (!quietHours) return null;
  const { date, time } = localOf(now, zone);
  const { from, to } = quietHours;
  const overnight = from > to;
  const inside = overnight ? time >= from || time < to : time >= from && time < to;
  if (!inside) return null;
  return instantOf(overnight && time >= from ? addDays(date, 1) : date, to, zone);
}
