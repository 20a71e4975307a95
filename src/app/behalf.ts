import type { OccurrenceFacts } from '../core/occurrence.ts';
import type { PersonId } from '../core/plan/plan.ts';
import type { Ask } from './commands/contract.ts';
import { type Office, rolesOf } from './office.ts';

/** Who may report for somebody else: the office, their superior, their stand-in, the contact of their department. */
export function mayReportFor(office: Office, speaker: PersonId, person: PersonId): boolean {
  const { people, organization, departments } = office.plan;
  const them = people.find((p) => p.id === person);
  if (rolesOf(office, speaker).includes('secretary') || organization.head === speaker) return true;
  const contact = departments.find((d) => d.id === them?.department)?.contact;
  return them?.superior === speaker || them?.standIn === speaker || contact === speaker;
}

/** What that person owes, for whoever reports on their behalf. */
export async function owedBy({ world, office }: Ask, person: PersonId): Promise<readonly OccurrenceFacts[]> {
  return world.store.ledger.askedOf(office.org, person);
}
