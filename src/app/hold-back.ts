import type { Instant } from '../core/calendar.ts';
import type { Recipient } from '../core/notice.ts';
import type { World } from './ports.ts';

/** Quiet hours and the budget: a wake in office time gives the notices free again. */
export async function holdBack(world: World, org: string, to: Recipient, until: Instant): Promise<void> {
  const person = to.slice(to.indexOf('/') + 1);
  await world.store.wakes.set(org, `person/${person}`, until);
  await world.timer.set(org, `person/${person}`, until);
  await world.store.outbox.defer(org, to, world.clock.machine() + Math.max(1000, until - world.clock.now()));
}
