import type { App, DueWake, TickJob } from './contract.ts';

/** Office milliseconds after which a wake is late, and after which not even a full queue excuses it. */
const LATE_MS = 2_000;
const QUEUED_TOO_LONG_MS = 30_000;
/** At most so many late wakes in one run: with more, the queue itself is at work and this would double it. */
const AT_MOST = 200;

/** The net under the bells: runs every wake that is late, whatever they say, and brings lost ones back. */
export const reconcile = {
  id: 'reconcile',
  trigger: { on: 'tick', everyMs: 5_000 },
  async run(app) {
    const { world, bells } = app;
    if (await bells.needsRearm()) await bells.rearm(await allWakes(app));
    const now = world.clock.now();
    for (const { org, wake, at } of await world.store.wakes.due(now - LATE_MS, AT_MOST)) {
      const excused = at > now - QUEUED_TOO_LONG_MS && (await bells.isQueued(org, wake));
      if (!excused) await bells.runNow(org, wake);
    }
    await world.timer.ring('deliver');
    await world.timer.ring('inbox');
  },
} satisfies TickJob;

async function allWakes({ world }: App): Promise<readonly DueWake[]> {
  const { organizations, wakes } = world.store;
  const of = async (org: string): Promise<DueWake[]> => (await wakes.all(org)).map((wake) => ({ org, ...wake }));
  return (await Promise.all((await organizations()).map(of))).flat();
}
