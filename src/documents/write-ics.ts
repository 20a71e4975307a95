import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { addDays, type LocalDate } from '../core/calendar.ts';
import type { Feed, FeedEvent } from '../core/reports/form/feed.ts';
import type { Wording } from './wording.ts';

/** A calendar file. Hours are instants (UTC), days have no zone; a deadline blocks nobody's time. */
export function writeIcs(feed: Feed, wording: Wording): Uint8Array {
  const calendar = ical({
    name: wording.word(feed.name),
    method: ICalCalendarMethod.PUBLISH,
    prodId: '//duban//duban//ZH',
    // Seconds after which a phone should ask again.
    ttl: 6 * 60 * 60,
  });
  for (const event of feed.events) calendar.createEvent(written(event, feed, wording));
  return new TextEncoder().encode(calendar.toString());
}

function written({ uid, title, about, when, revision }: FeedEvent, { made }: Feed, { word }: Wording) {
  const described = {
    id: uid,
    summary: word(title),
    description: word(about),
    sequence: revision,
    stamp: new Date(made),
    transparency: ICalEventTransparency.TRANSPARENT,
  };
  if ('day' in when)
    return { ...described, start: midnight(when.day), end: midnight(addDays(when.day, 1)), allDay: true };
  return {
    ...described,
    start: new Date(when.at),
    end: new Date(when.at + when.minutes * 60_000),
    transparency: ICalEventTransparency.OPAQUE,
  };
}

/** A whole day is written as its date in UTC, whatever the machine's own zone. */
function midnight(day: LocalDate): Date {
  return new Date(`${day}T00:00:00Z`);
}
