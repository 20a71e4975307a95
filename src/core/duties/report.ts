import { asPaper, byDay, type DutyKind } from './contract.ts';

/** A report to somebody by a day. */
export const report = {
  gathering: () => false,
  defaults: (cadence) => byDay(cadence, asPaper),
  fields: ['text', 'evidence', 'acceptance'],
  counts: 'time',
} satisfies DutyKind;
