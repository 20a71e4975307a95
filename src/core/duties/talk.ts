import { asWindow, byDay, type DutyKind } from './contract.ts';

/** 谈心谈话. What was confided is nobody's evidence (DESIGN §4.14). */
export const talk = {
  gathering: () => false,
  defaults: (cadence) => ({ ...byDay(cadence, asWindow), evidence: 'none' }),
  fields: ['counterpart'],
  counts: 'pair',
} satisfies DutyKind;
