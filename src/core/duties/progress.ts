import { asVisit, byDay, type DutyKind } from './contract.ts';

/** 进展情况: one line on how a measure stands. */
export const progress = {
  gathering: () => false,
  defaults: (cadence) => byDay(cadence, asVisit),
  fields: ['text', 'evidence'],
  line: true,
  counts: 'time',
} satisfies DutyKind;
