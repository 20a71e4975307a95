import { asVisit, byDay, type DutyKind } from './contract.ts';

/** 督导, 调研, 回头看 of something that stalled. */
export const inspection = {
  gathering: () => false,
  defaults: (cadence) => byDay(cadence, asVisit),
  fields: ['checks', 'evidence', 'text'],
  // Several sites, each with its own trend: the plan names them as the duty's checklist.
  asks: { when: 'after', answers: ['better', 'same', 'worse'], standard: ['#trend'] },
  counts: 'time',
} satisfies DutyKind;
