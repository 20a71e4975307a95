import { asPaper, byDay, type DutyKind } from './contract.ts';

/** What no other kind fits. */
export const other = {
  gathering: () => false,
  defaults: (cadence) => byDay(cadence, asPaper),
  fields: ['text', 'evidence', 'acceptance'],
  counts: 'time',
} satisfies DutyKind;
