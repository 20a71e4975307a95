import { instantOf } from '../../src/core/calendar.ts';
import { officialTable } from '../../src/core/holidays.ts';
import type { OccurrenceFacts } from '../../src/core/occurrence.ts';
import { readPlans } from '../../src/core/plan/read.ts';
import { planOf } from './plans.ts';

const zone = 'Asia/Shanghai';
const read = readPlans(
  [
    {
      path: 'plan.yaml',
      text: planOf({ duties: ['{ id: report, kind: report, title: 整改报告, who: [sun], schedule: 2026-03-03 }'] }),
    },
  ],
  {
    officialTable: officialTable(),
    now: instantOf('2026-01-01', '09:00', zone),
  },
);
if (!read.ok) throw new Error(JSON.stringify(read.problems));

/** The small plan of stories, read; its organization says where working days and zone are taken from. */
export const plan = read.plans[0]!;
export const where = plan.organization;

/** One occurrence of Sun's report, due at the end of 3 March 2026, unless told otherwise. */
export function factsOf(more: Partial<OccurrenceFacts> = {}): OccurrenceFacts {
  return {
    v: 1,
    id: 'report@2026-03-03/sun',
    measure: 'm1',
    duty: 'report',
    kind: 'report',
    title: '整改报告',
    slot: '2026-03-03',
    person: 'sun',
    asked: 'sun',
    gathering: false,
    planVersion: 1,
    openedAt: instantOf('2026-03-02', '09:00', zone),
    creditFrom: 0,
    scheduled: instantOf('2026-03-03', '09:00', zone),
    due: instantOf('2026-03-04', '00:00', zone),
    timed: false,
    exact: false,
    own: false,
    revision: 0,
    grace: { unit: 's', n: 0 },
    reminders: [],
    ladder: [],
    nextSlot: null,
    noticed: [],
    ...more,
  };
}
