import { asVisit, byDay, type DutyKind } from './contract.ts';

/** 督导, 调研, 回头看 of something that stalled. */
export const inspection = {
  id: 'inspection',
  gathering: () => false,
  defaults: (cadence) => byDay(cadence, asVisit),
} satisfies DutyKind;
