import type { WakeJob } from './contract.ts';

/** Quiet hours or a day's budget are over: what was held back for this person may be said. */
export const person = {
  id: 'person',
  trigger: { on: 'wake', of: 'person' },
  async run({ world }, org, id) {
    const { store, clock, timer } = world;
    await store.wakes.set(org, `person/${id}`, null);
    // Held in machine time, and in the sandbox office time may have got there first.
    await store.outbox.defer(org, `person/${id}`, clock.machine());
    await timer.ring('deliver');
    return null;
  },
} satisfies WakeJob;
