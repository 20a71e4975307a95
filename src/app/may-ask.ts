import type { Instant } from '../core/calendar.ts';
import type { PersonId } from '../core/plan/plan.ts';
import type { ReportAsk } from '../core/reports/contract.ts';
import { actsForOffice, type Office, rolesOf } from './office.ts';

/** Papers without a name in them, for whoever leads or answers for a measure. */
const plain = ['weekly', 'monthly', 'progress-report', 'week-card', 'on-time-trend', 'duty-matrix'];

/** The office and its head, and who supervises or inspects: everything on record. */
export function mayAskForAll(office: Office, person: PersonId, at: Instant): boolean {
  const roles = rolesOf(office, person);
  return actsForOffice(office, person, at) || roles.includes('supervisor') || roles.includes('inspector');
}

/**
 * Who may have which paper in the chat: a leader the ones that name nobody, and whatever concerns a measure of their own;
 * everybody their own calendar.
 */
export function mayAsk(office: Office, person: PersonId, at: Instant, report: string, ask: ReportAsk): boolean {
  if (mayAskForAll(office, person, at)) return true;
  if (report === 'calendar') return ask.person === person;
  const led = office.plan.measures.filter((m) => m.lead === person);
  if (report === 'evidence') {
    const wanted = office.plan.problems.filter(({ no, id }) => String(no) === ask.problem || id === ask.problem);
    return wanted.some(({ id }) => led.some((m) => m.problems.includes(id)));
  }
  const leads = rolesOf(office, person).includes('leader') || led.length > 0;
  return leads && plain.includes(report) && (ask.measure === undefined || led.some((m) => m.id === ask.measure));
}

/** The office's own copy may name people, as its reports always did; a leader's does not. */
export function askFor(office: Office, person: PersonId, at: Instant, ask: ReportAsk): ReportAsk {
  return mayAskForAll(office, person, at) ? ask : { ...ask, names: ask.person === person };
}
