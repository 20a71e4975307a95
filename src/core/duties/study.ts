import type { Cadence } from '../plan/cadence.ts';
import { asGathering, asWindow, byDay, type DutyKind } from './contract.ts';

/**
 * 学习: the study centre group (a gathering), or by oneself. Daily self-study that nobody pressed for is asked once a
 * week in one line and never becomes overdue: daily clocking-in is what the rules against 指尖上的形式主义 forbid.
 */
export const study = {
  gathering: (cadence) => cadence.timed && !byOneself(cadence),
  defaults(cadence) {
    if (isOwn(cadence)) {
      return { ...asWindow, remind: { type: 'weekly-line' }, ladder: [], evidence: 'none' };
    }
    return byDay(cadence, cadence.timed && !byOneself(cadence) ? asGathering : asWindow);
  },
  own: isOwn,
  // 请假 goes with a plan to make up for it (PRODUCT §2.3); of what comes round daily nobody makes up for one.
  makeUp: (cadence) => (cadence.timed && !cadence.daily ? { unit: 'wd', n: 10 } : undefined),
  fields: ['attendance', 'topic', 'presenter', 'amount'],
  counts: 'gathering',
} satisfies DutyKind;

function byOneself({ daily, reported }: Cadence): boolean {
  return daily && !reported;
}

/** Whatever its reminders: an office that wants a daily tap gives it `remind: [0s]`, and it stays the person's own. */
function isOwn(cadence: Cadence): boolean {
  return byOneself(cadence) && !cadence.pressed;
}
