import { addDays, addMonths, HOUR, type LocalDate, localOf, MINUTE } from '../../calendar.ts';
import { addWorkdays } from '../../working-calendar.ts';
import { isProblem, type Problem, problem } from '../reading.ts';
import type { NoteCode, Token } from '../tokens.ts';
import { type Asking, type Of, one, type Point } from './asking.ts';
import { feastPoint } from './feast.ts';

/** N个月内, N个工作日内, N天后: the first day is not counted (DOMAIN §8.9). */
export function spanPoint(
  { n, unit, days, later }: Of<'in'>,
  feast: Of<'feast'> | undefined,
  tokens: readonly Token[],
  asking: Asking,
): Point | Problem | undefined {
  if (!(n >= 0) || n > 3000) return problem('impossible-count', 'schedule-problem-count', String(n));
  const notes: NoteCode[] = one(tokens, 'event')?.event === 'feedback' && !asking.anchor ? ['feedback-anchor'] : [];
  if (unit === 'hour' || unit === 'minute') {
    const at = localOf(asking.from + n * (unit === 'hour' ? HOUR : MINUTE), asking.zone);
    return { first: at.date, last: at.date, time: at.time, ...(later ? {} : { before: true }) };
  }
  const start = spanStart(feast, tokens, asking);
  if (isProblem(start)) return start;
  const size = { week: 7, day: 1, month: 1, quarter: 3, 'half-year': 6, year: 12, workday: 1 }[unit];
  const months = unit === 'month' || unit === 'quarter' || unit === 'half-year' || unit === 'year';
  const plain = months ? addMonths(start.date, n * size) : addDays(start.date, n * size);
  const last = unit === 'workday' ? addWorkdays(start.date, n, asking.calendar) : addDays(plain, days ?? 0);
  return { first: start.date, last, notes, ...(later ? {} : { before: true }) };
}

function spanStart(
  feast: Of<'feast'> | undefined,
  tokens: readonly Token[],
  asking: Asking,
): { readonly date: LocalDate } | Problem {
  if (!feast) return { date: one(tokens, 'event')?.event === 'meeting' ? asking.today : asking.anchorDay };
  const point = feastPoint(feast, tokens, asking);
  return isProblem(point) ? point : { date: addDays(point.last, -1) };
}
