import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, HOUR, type Instant, instantOf, isoOf, localOf, readInstant } from '../../src/core/calendar.ts';
import { officialTable } from '../../src/core/holidays.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { readPlans } from '../../src/core/plan/read.ts';
import { simulate } from '../../src/core/simulation/simulate.ts';
import { standingOf } from '../../src/core/standing.ts';
import { workdayFrom } from '../../src/core/working-calendar.ts';
import { planOf } from '../support/plans.ts';

const zone = 'Asia/Shanghai';
const at = (wall: string) => readInstant(wall, zone)!;

/** All that is due by a day; what has a clock time is left to the minute. */
const timings = [
  'kind: report, schedule: 每周',
  'kind: other, schedule: 每周一',
  'kind: report, schedule: 每周五前',
  'kind: progress, schedule: 每月',
  'kind: report, schedule: 每月25日前',
  'kind: inspection, schedule: 每月15日',
  'kind: inspection, schedule: 每月最后一个工作日',
  'kind: report, schedule: 每月最后一天',
  'kind: report, schedule: 每季度',
  'kind: report, schedule: 每季度末月25日前',
  'kind: other, schedule: 每天',
  'kind: other, schedule: 每个工作日',
  'kind: talk, with: [zhou], quota: 1 per month',
  'kind: talk, with: [zhou], quota: 2 per quarter',
  'kind: talk, with: [zhou], quota: 1 per week',
  'kind: report, schedule: 2026-10-30',
  'kind: deliverable, schedule: 2026-05-31',
  'kind: deliverable, schedule: 2026-09-30',
] as const;

function planWith(timing: string): Plan {
  const text = planOf({ duties: [`{ id: d, title: 事项, who: [sun], ${timing} }`] });
  const read = readPlans([{ path: 'p', text }], { officialTable: officialTable(), now: at('2026-01-01 00:00') });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.plans[0]!;
}

/** The first working day that is wholly theirs: adopted after 9:00, that day's work has begun. */
function endOfFirstDay(adopted: Instant, { organization }: Plan): Instant {
  const { date, time } = localOf(adopted, zone);
  const first = workdayFrom(time <= '09:00' ? date : addDays(date, 1), organization.calendar, 1);
  return instantOf(addDays(first, 1), '00:00', zone);
}

/** What is overdue by the end of the first working day after adoption; a deadline that was past is history. */
function overdueAtOnce(timing: string, adopted: Instant): readonly string[] {
  const plan = planWith(timing);
  const end = endOfFirstDay(adopted, plan);
  const { occurrences, messages } = simulate({ plan, from: adopted, to: end, answers: 'none' });
  const late = occurrences.filter((f) =>
    ['overdue', 'missed'].includes(standingOf(f, undefined, plan.organization, end - 1)),
  );
  const said = messages.filter(({ kind }) => ['overdue', 'alert', 'escalation'].includes(kind));
  const isHistory = (id: string) => occurrences.some((f) => f.id === id && f.history);
  return [
    ...late.filter((f) => !f.history).map(({ id }) => id),
    ...said.filter(({ facts }) => facts.some((f) => !isHistory(f.id))).map((m) => `${m.kind} ${isoOf(m.at, zone)}`),
  ];
}

describe('nobody is overdue at once', () => {
  test('whatever the schedule and whenever a plan is adopted, its first working day passes first', () => {
    const span = [at('2026-02-01 00:00'), at('2026-12-31 00:00')] as const;
    const hours = fc.integer({ min: 0, max: Math.floor((span[1] - span[0]) / HOUR) }).map((n) => span[0] + n * HOUR);
    fc.assert(
      fc.property(fc.constantFrom(...timings), hours, (timing, adopted) => {
        expect(overdueAtOnce(timing, adopted), `${timing}, adopted ${isoOf(adopted, zone)}`).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  // 29 May 2026 is the last working day of its month, a Friday; 30 September the eve of a week of days off.
  test.each(
    timings.flatMap((timing) =>
      ['2026-05-29 10:00', '2026-05-29 16:00', '2026-05-30 22:00', '2026-09-30 16:00', '2026-10-30 11:00'].map(
        (day) => [timing, day] as const,
      ),
    ),
  )('%s, adopted %s', (timing, adopted) => expect(overdueAtOnce(timing, at(adopted))).toEqual([]));
});
