import { dateAt, type Instant, localOf, weekdayOf } from '../calendar.ts';
import type { Message } from '../message.ts';
import { type Phrase, phrase } from '../phrase.ts';
import { dateWords, explainSchedule, nextFew, type Place, type Understood, unsure } from '../schedule/index.ts';
import { shortTime } from './dates.ts';
import { answer } from './echo.ts';

const HOW_MANY = 4;

/** How a phrase was read, what could be read two ways, and when it falls next. */
export function scheduleMessage(read: Understood, place: Place, now: Instant): Message {
  const next = nextFew(read.schedule, place, now, HOW_MANY);
  const notes = [...read.notes, ...unsure(read, place, next)];
  const known = new Set(notes.map(({ id }) => id));
  const days = next.map((at) => dayWords(at, read.timed, place));
  return answer(
    phrase('schedule-said', { reading: explainSchedule(read.schedule) }),
    ...[...known].map((id) => notes.find((note) => note.id === id)!),
    ...(days.length > 0 ? [phrase('schedule-next', { days })] : []),
    ...(read.timed || next.length === 0 ? [] : [phrase('schedule-untimed')]),
  );
}

function dayWords(at: Instant, timed: boolean, { zone }: Place): Phrase {
  const day = dateAt(at, zone);
  return phrase('schedule-next-day', {
    date: dateWords(day),
    weekday: phrase(`weekday-${weekdayOf(day)}`),
    time: timed ? shortTime(localOf(at, zone).time) : '',
  });
}
