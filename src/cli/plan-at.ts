import type { Instant } from '../core/calendar.ts';
import { officialTable } from '../core/holidays.ts';
import { phrase } from '../core/phrase.ts';
import type { Plan } from '../core/plan/plan.ts';
import { readPlans } from '../core/plan/read.ts';
import { Refused } from './contract.ts';
import { planTexts } from './plan-files.ts';

/** The plans at a path, one per organization. Throws `Refused` if there is none or it has problems. */
export async function plansAt(path: string, now: Instant): Promise<readonly Plan[]> {
  const files = await planTexts(path).catch((error: unknown) => {
    if (error instanceof Error && 'syscall' in error) throw new Refused(phrase('plan-check-no-file', { path }));
    throw error;
  });
  const read = readPlans(files, { officialTable: officialTable(), now });
  if (!read.ok) throw new Refused(phrase('cli-plan-bad', { path, count: read.problems.length }));
  if (read.plans.length === 0) throw new Refused(phrase('plan-check-no-plans', { path }));
  return read.plans;
}
