import type { LocalTime } from '../calendar.ts';
import { isProblem, type Problem, problem } from './reading.ts';
import type { NoteCode, Token } from './tokens.ts';

type Clock = Extract<Token, { t: 'clock' }>;

export interface Times {
  readonly times: readonly LocalTime[];
  readonly notes: readonly NoteCode[];
}

/** The clock times of a phrase in order; a range counts from its start, and 下午3点和5点 are both in the afternoon. */
export function timesOf(tokens: readonly Token[]): Times | Problem {
  const times = new Set<LocalTime>();
  const notes = new Set<NoteCode>();
  let previous: Clock | undefined;
  for (const [place, token] of tokens.entries()) {
    if (token.t === 'part') notes.add('part-only');
    if (token.t !== 'clock') continue;
    const before = tokens[place - 1];
    if (before?.t === 'range' && previous) {
      notes.add('time-range');
      continue;
    }
    const isPart = (other: Token): boolean => other.t === 'part';
    const part = tokens.slice(0, place).findLast(isPart) ?? tokens.slice(place).find(isPart);
    const clock = previous ? inheriting(token, previous) : withPart(token, part);
    const time = timeOf(clock);
    if (isProblem(time)) return time;
    if (!clock.part && !clock.half && clock.hour >= 1 && clock.hour <= 6) notes.add('night-hour');
    times.add(time.time);
    previous = clock;
  }
  if (times.size > 0) notes.delete('part-only');
  return { times: [...times].sort(), notes: [...notes] };
}

function withPart(clock: Clock, part: Token | undefined): Clock {
  return clock.part || clock.half || part?.t !== 'part' ? clock : { ...clock, part: part.part };
}

function inheriting(clock: Clock, previous: Clock): Clock {
  if (clock.part || clock.half || clock.hour > 12 || (!previous.part && !previous.half)) return clock;
  return { ...clock, part: previous.part, half: previous.half } as Clock;
}

function timeOf(clock: Clock): { readonly time: LocalTime } | Problem {
  const hour = hourOf(clock);
  if (hour === undefined || !(clock.minute >= 0 && clock.minute <= 59)) {
    return problem('impossible-time', 'schedule-problem-time', clock.word);
  }
  const pad = (n: number): string => String(n).padStart(2, '0');
  return { time: `${pad(hour)}:${pad(clock.minute)}` as LocalTime };
}

/** 24点 and 晚12点 are refused: nobody knows which midnight is meant. */
function hourOf({ hour, part, half }: Clock): number | undefined {
  if (!(hour >= 0 && hour <= 23)) return undefined;
  if (half === 'am' || half === 'pm') {
    if (hour < 1 || hour > 12) return undefined;
    return (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  if (part === undefined) return hour;
  if (part === 'dawn') return hour === 12 ? 0 : hour <= 6 ? hour : hour >= 22 ? hour : undefined;
  if (part === 'morning') return hour <= 12 ? hour : undefined;
  if (part === 'noon') return hour >= 10 && hour <= 14 ? hour : hour >= 1 && hour <= 2 ? hour + 12 : undefined;
  if (part === 'afternoon') return hour === 0 ? undefined : hour < 12 ? hour + 12 : hour <= 19 ? hour : undefined;
  return hour >= 5 && hour < 12 ? hour + 12 : hour >= 17 ? hour : undefined;
}
