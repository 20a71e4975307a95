import { publishDigest } from '../src/app/digest/publish.ts';
import type { WakeJob } from './contract.ts';

/** The weekly report of each group, at its own instant. */
export const digest = {
  id: 'digest',
  trigger: { on: 'wake', of: 'group' },
  async run({ world, offices }, org, id) {
    const office = await offices.of(org);
    return office ? publishDigest(world, office, id) : null;
  },
} satisfies WakeJob;
