import type { TickJob } from './contract.ts';

/** Leaves a sign of life, from which the next start sees how long nobody was there. */
export const beat = {
  id: 'beat',
  trigger: { on: 'tick', everyMs: 10_000 },
  run: ({ world }) => world.store.inbox.beat(world.clock.now()),
} satisfies TickJob;
