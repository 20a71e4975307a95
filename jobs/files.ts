import type { TickJob } from './contract.ts';

/** Fetches what people attached, keeps it, and only then says that it is recorded. */
export const files = {
  id: 'files',
  trigger: { on: 'tick', everyMs: 1_000 },
  run: ({ files }) => files.drain(),
} satisfies TickJob;
