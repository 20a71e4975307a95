import type { Instant } from '../core/calendar.ts';
import { type Foreseen, foreseen } from '../core/drafting/foreseen.ts';
import { officialTable } from '../core/holidays.ts';
import { type PlanText, readPlans } from '../core/plan/read.ts';

/** Runs in the reading thread; the files were read before, so a plan that cannot be read is a bug. */
export function foreseePlan({
  files,
  from,
  to,
}: {
  readonly files: readonly PlanText[];
  readonly from: Instant;
  readonly to: Instant;
}): Foreseen {
  const read = readPlans(files, { officialTable: officialTable(), now: from });
  if (!read.ok) throw new Error('a plan that was just read cannot be read');
  return foreseen(read.plans[0]!, { from, to });
}
