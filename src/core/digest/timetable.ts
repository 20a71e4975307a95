import { addDays, dateAt, type Instant, instantOf, type LocalTime, localOf } from '../calendar.ts';
import { addDuration, type Duration } from '../duration.ts';
import type { Organization } from '../plan/plan.ts';
import { addWorkdays, workdayFrom } from '../working-calendar.ts';

/** The end of a working day, as for outages. */
const closes: LocalTime = '18:00';

/** When the preview goes out: on the last working day before, so long before work ends. */
export function previewAt(digest: Instant, preview: Duration, where: Organization): Instant {
  const eve = addDays(dateAt(digest, where.zone), -1);
  const day = workdayFrom(eve, where.calendar, -1);
  return addDuration(instantOf(day, closes, where.zone), { ...preview, n: -preview.n }, where);
}

/** A digest that waits is called to mind on every working day, at the hour it was for. */
export function nextReminder(digest: Instant, now: Instant, { zone, calendar }: Organization): Instant {
  const { time } = localOf(digest, zone);
  return instantOf(addWorkdays(dateAt(now, zone), 1, calendar), time, zone);
}
