import type { PersonId } from '../core/plan/plan.ts';
import { type Days, instantsOf } from '../core/reports/figures/spans.ts';
import type { Personal } from '../core/wording/personal.ts';
import type { Office } from './office.ts';
import type { World } from './ports.ts';

/** What concerns one person in these days, and whatever of theirs is still open: theirs to hold, or to record. */
export async function personalView(world: World, office: Office, person: PersonId, days: Days): Promise<Personal> {
  const { org, plan } = office;
  const { ledger } = world.store;
  const { from, to } = instantsOf(days, plan.organization.zone);
  const [due, open] = await Promise.all([ledger.dueBetween(org, from, to), ledger.open(org)]);
  const all = [...due, ...open.filter((f) => due.every((d) => d.id !== f.id))];
  const facts = all.filter((f) => f.person === person || f.asked === person);
  const told = await ledger.told(
    org,
    facts.map(({ id }) => id),
  );
  return { ...office, person, days, facts, told, now: world.clock.now() };
}
