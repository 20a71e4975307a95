import { remind } from '../src/app/remind.ts';
import type { WakeJob } from './contract.ts';

/** One recurring job per measure: asks what should have been said by now, and was not. */
export const measure = {
  id: 'measure',
  trigger: { on: 'wake', of: 'measure' },
  async run({ world, offices }, org, id) {
    const office = await offices.of(org);
    return office ? remind(world, office, id) : null;
  },
} satisfies WakeJob;
