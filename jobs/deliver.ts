import { setTimeout as sleep } from 'node:timers/promises';
import type { BellJob } from './contract.ts';

/** A notice may be taken 250 ms after it arrived, so that several become one message. */
const GATHER_MS = 260;

/** Says what waits in the outbox. */
export const deliver = {
  id: 'deliver',
  trigger: { on: 'bell', bell: 'deliver' },
  async run({ delivery }) {
    // Whoever rang has just put a notice there, and rings before this run were merged into it: all of them are ripe
    // after the pause. A ring from now on causes one run more.
    await sleep(GATHER_MS);
    await delivery.drain();
  },
} satisfies BellJob;
