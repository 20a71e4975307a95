import { showMeasure } from '../close-out.ts';
import type { Command } from './contract.ts';

/** `/measure 3`: problem, measure, duties, evidence, review and close-out of one measure, `/measure 3 佐证` one link of
 * that chain in full; without a number all. */
export const measure: Command = {
  id: 'measure',
  typed: ['measure', 'measures', '措施'],
  who: 'everyone',
  run: (ask) => showMeasure(ask),
};
