import type { LadderStep } from './plan/plan.ts';

/** DESIGN §5: at grace end the person and the secretary; +2wd the superior; +5wd the head; then only the digest. */
export const standardLadder: readonly LadderStep[] = [
  { after: { unit: 's', n: 0 }, tell: ['person', 'secretary'] },
  { after: { unit: 'wd', n: 2 }, tell: ['superior'] },
  { after: { unit: 'wd', n: 5 }, tell: ['head'] },
];
