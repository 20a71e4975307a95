import type { BellJob } from './contract.ts';

/** Handles what people wrote and tapped, in whichever process hears the bell. */
export const inbox = {
  id: 'inbox',
  trigger: { on: 'bell', bell: 'inbox' },
  run: ({ lanes }) => lanes.drain(),
} satisfies BellJob;
