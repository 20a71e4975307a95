import { partsOf } from '../../calendar.ts';
import { besideFeast } from '../dates.ts';
import { type Problem, problem } from '../reading.ts';
import type { NoteCode, Token } from '../tokens.ts';
import { type Asking, type Of, type Point, yearOf } from './asking.ts';

/** 国庆节前 = the last day before the holiday begins (DOMAIN §8.10); the next one, unless the phrase names the year. */
export function feastPoint({ name, n }: Of<'feast'>, tokens: readonly Token[], asking: Asking): Point | Problem {
  const named = yearOf(tokens, asking);
  const first = partsOf(asking.anchorDay).year;
  for (const year of named === undefined ? [first, first + 1] : [named]) {
    const date = besideFeast(name, n, year, asking.calendar);
    if (date === undefined) return problem('no-feast', 'schedule-problem-feast', name);
    if (named === undefined && date < asking.anchorDay) continue;
    const notes: NoteCode[] = asking.calendar.isProvisional(date) ? ['provisional'] : [];
    return { first: date, last: date, notes, ...(n < 0 ? { before: true } : {}) };
  }
  return problem('no-feast', 'schedule-problem-feast', name);
}
