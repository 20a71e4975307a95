import { actingFor } from '../core/absence/absence.ts';
import type { Instant } from '../core/calendar.ts';
import { secretaryOf } from '../core/ladder.ts';
import type { PersonId } from '../core/plan/plan.ts';
import type { Office } from './office.ts';

/** Who decides on leave and extensions: the secretary; for her own, the head; whoever stands in while they are away. */
export function approverFor({ plan }: Office, person: PersonId, at: Instant): PersonId | null {
  const secretary = secretaryOf(plan);
  const approver = person === secretary ? plan.organization.head : (secretary ?? plan.organization.head);
  const acting = approver && actingFor(plan, approver, at);
  return acting === person ? approver : acting;
}
