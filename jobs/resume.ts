import { resume as resumeSend } from '../src/app/resume.ts';
import type { TickJob } from './contract.ts';

/** Longer than a send, its time-out and the wait that Telegram may ask for: nobody is at it any more. */
const STUCK_MS = 35_000;

/** Takes up messages whose process died while it was sending them. */
export const resume = {
  id: 'resume',
  trigger: { on: 'tick', everyMs: 5_000 },
  async run({ world, offices }) {
    for (const office of await offices.all()) {
      const stuck = await world.store.outbox.stuck(office.org, world.clock.machine() - STUCK_MS);
      for (const send of stuck) await resumeSend(world, office, send);
    }
  },
} satisfies TickJob;
