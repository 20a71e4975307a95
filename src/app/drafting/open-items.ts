import { addDays, dateAt, type Instant, instantOf, mondayOf } from '../../core/calendar.ts';
import { earlierOf } from '../../core/drafting/earlier.ts';
import { openReminder } from '../../core/drafting/messages.ts';
import { secretaryOf, toPerson } from '../../core/ladder.ts';
import type { Office } from '../office.ts';
import type { World } from '../ports.ts';

/** What stays open (待定) does not run and is not forgotten: one line a week to the secretary. */
export async function remindOpen(world: World, office: Office): Promise<Instant | null> {
  const { org, plan } = office;
  const secretary = secretaryOf(plan);
  const found = secretary ? await world.store.drafts.read(org, secretary) : undefined;
  const isOpen = earlierOf(found?.drafting).length > 0;
  const now = world.clock.now();
  const due = (await world.store.wakes.all(org)).find(({ wake }) => wake === 'org/drafting')?.at;
  if (!secretary || !found || !isOpen) {
    await world.store.wakes.set(org, 'org/drafting', null);
    return null;
  }
  if (due !== undefined && due > now) return due;
  const next = nextMonday(office, now);
  const to = toPerson(secretary);
  await world.store.ledger.append(org, {
    heads: {},
    entries: [],
    // A run that is repeated says nothing twice: the id is that of the week.
    notices: [{ id: `drafting-open@${next}~${to}`, kind: 'plain', to, at: now, message: openReminder(found.drafting) }],
    wakes: { 'org/drafting': next },
  });
  await world.timer.ring('deliver');
  return next;
}

/** The office's hour for lists, on the Monday after. */
export function nextMonday({ plan }: Office, now: Instant): Instant {
  const { zone, bundle } = plan.organization;
  return instantOf(addDays(mondayOf(dateAt(now, zone)), 7), bundle ?? '08:30', zone);
}
