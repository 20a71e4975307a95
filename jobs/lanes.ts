import type { TickJob } from './contract.ts';

/** Looks into the inbox whatever the bells say: lanes of a process that died come free without a ring. */
export const lanes = {
  id: 'lanes',
  trigger: { on: 'tick', everyMs: 1_000 },
  run: ({ lanes: all }) => all.drain(),
} satisfies TickJob;
