import { sealLedger } from '../src/app/seal.ts';
import type { TickJob } from './contract.ts';

/** Seals each office's record, once a day (office time): what `duban verify` compares with. */
export const seal = {
  id: 'seal',
  trigger: { on: 'tick', everyMs: 600_000 },
  async run({ world, offices }) {
    for (const office of await offices.all()) await sealLedger(world, office);
  },
} satisfies TickJob;
