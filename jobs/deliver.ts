import { setTimeout as sleep } from 'node:timers/promises';
import type { App, BellJob } from './contract.ts';

/** A notice may be taken 250 ms after it arrived, so that several become one message. */
const GATHER_MS = 260;
/** Many measures wake in the same second; whoever owes something in several of them hears of all at once. */
const SAME_BREATH_MS = 2_000;
const LOOK_AGAIN_MS = 100;
const LOOK_AT = 200;

/** Says what waits in the outbox. */
export const deliver = {
  id: 'deliver',
  trigger: { on: 'bell', bell: 'deliver' },
  async run(app) {
    // Whoever rang has just put a notice there, and rings before this run were merged into it: all of them are ripe
    // after the pause. A ring from now on causes one run more.
    await sleep(GATHER_MS);
    for (let waited = 0; waited < SAME_BREATH_MS && (await isWaking(app)); waited += LOOK_AGAIN_MS)
      await sleep(LOOK_AGAIN_MS);
    await app.delivery.drain();
  },
} satisfies BellJob;

/**
 * Whether something of the plan that fell due a moment ago has still to be looked at. The plan's instants are whole
 * seconds; what an answer just touched lies in between and holds up nobody's receipt, and neither does what is late.
 */
async function isWaking({ world: { store, clock } }: App): Promise<boolean> {
  const now = clock.now();
  const due = await store.wakes.due(now, LOOK_AT);
  return due.some(({ at }) => at > now - SAME_BREATH_MS && at % 1000 === 0);
}
