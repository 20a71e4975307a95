import type { Cadence } from '../plan/cadence.ts';
import { asGathering, asWindow, byDay, type DutyKind } from './contract.ts';

/**
 * 学习: the study centre group (a gathering), or by oneself. Daily self-study that nobody pressed for is asked once a
 * week in one line and never becomes overdue: daily clocking-in is what the rules against 指尖上的形式主义 forbid.
 */
export const study = {
  gathering: (cadence) => cadence.timed && !byOneself(cadence),
  defaults(cadence) {
    if (byOneself(cadence) && !cadence.pressed) {
      return { ...asWindow, remind: { type: 'weekly-line' }, ladder: [], evidence: 'none' };
    }
    return byDay(cadence, cadence.timed && !byOneself(cadence) ? asGathering : asWindow);
  },
  fields: ['attendance', 'topic', 'presenter', 'amount'],
  counts: 'gathering',
} satisfies DutyKind;

function byOneself({ daily, reported }: Cadence): boolean {
  return daily && !reported;
}
