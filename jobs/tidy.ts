import { eraseWhatIsOver } from '../src/app/retention.ts';
import type { TickJob } from './contract.ts';

const HOUR = 3_600_000;
/** A handled update is gone from the log within a day (DESIGN §4.2). */
const REWRITE_MS = 20 * HOUR;

/** Lets go of what need not be kept: texts and evidence whose time is over, and handled updates in the server's log. */
export const tidy = {
  id: 'tidy',
  trigger: { on: 'tick', everyMs: HOUR },
  async run({ world, offices }) {
    await eraseWhatIsOver(world, offices);
    await world.store.rewriteLog(REWRITE_MS);
  },
} satisfies TickJob;
