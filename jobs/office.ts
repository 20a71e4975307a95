import { watch } from '../src/app/calendar-watch.ts';
import { remindOpen } from '../src/app/drafting/open-items.ts';
import type { WakeJob } from './contract.ts';

/** What concerns the whole office: next year's holidays are asked for, the round's report comes near. */
export const office = {
  id: 'office',
  trigger: { on: 'wake', of: 'org' },
  async run({ world, offices }, org, id) {
    const found = await offices.of(org);
    if (found && (id === 'calendar' || id === 'round')) return watch(world, found, id);
    if (found && id === 'drafting') return remindOpen(world, found);
    await world.store.wakes.set(org, `org/${id}`, null);
    return null;
  },
} satisfies WakeJob;
