import type { OccurrenceFacts, Told } from '../core/occurrence.ts';
import { standingOf } from '../core/standing.ts';
import type { Office } from './office.ts';
import type { World } from './ports.ts';

/** All that is overdue in the office now, and what its people were told of what is due. */
export async function lateIn(
  { store, clock }: Pick<World, 'store' | 'clock'>,
  { org, plan }: Office,
): Promise<{ readonly late: readonly OccurrenceFacts[]; readonly told: Readonly<Record<string, Told>> }> {
  const now = clock.now();
  const open = (await store.ledger.open(org)).filter((f) => f.due <= now);
  const told = await store.ledger.told(
    org,
    open.map((f) => f.id),
  );
  const late = open.filter((f) => ['overdue', 'missed'].includes(standingOf(f, told[f.id], plan.organization, now)));
  return { late, told };
}
