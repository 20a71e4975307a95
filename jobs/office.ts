import { watch } from '../src/app/calendar-watch.ts';
import { remindOpen } from '../src/app/drafting/open-items.ts';
import { tellRegularly } from '../src/app/regular.ts';
import type { WakeJob } from './contract.ts';

/** What concerns the whole office: next year's holidays, the round's report, monthly notes, papers by themselves. */
export const office = {
  id: 'office',
  trigger: { on: 'wake', of: 'org' },
  async run({ world, offices }, org, id) {
    const found = await offices.of(org);
    if (found && (id === 'calendar' || id === 'round')) return watch(world, found, id);
    if (found && (id === 'month' || id === 'reports')) return tellRegularly(world, found, id);
    if (found && id === 'drafting') return remindOpen(world, found);
    await world.store.wakes.set(org, `org/${id}`, null);
    return null;
  },
} satisfies WakeJob;
