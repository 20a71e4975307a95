import type { Instant } from '../core/calendar.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import type { PersonId } from '../core/plan/plan.ts';
import type { Ask } from './commands/contract.ts';
import { actsForOffice, type Office } from './office.ts';

/** Who may report for somebody else: the office, their superior, their stand-in, the contact of their department. */
export function mayReportFor(office: Office, speaker: PersonId, person: PersonId, at: Instant): boolean {
  const { people, departments } = office.plan;
  const them = people.find((p) => p.id === person);
  if (actsForOffice(office, speaker, at)) return true;
  const contact = departments.find((d) => d.id === them?.department)?.contact;
  return them?.superior === speaker || them?.standIn === speaker || contact === speaker;
}

/** What that person owes, for whoever reports on their behalf. */
export async function owedBy({ world, office }: Ask, person: PersonId): Promise<readonly OccurrenceFacts[]> {
  return world.store.ledger.askedOf(office.org, person);
}
