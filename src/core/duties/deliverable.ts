import { asPaper, byDay, type DutyKind } from './contract.ts';

/** A document, a rule, a one-off result; co-units each owe their own part. */
export const deliverable = {
  id: 'deliverable',
  gathering: () => false,
  defaults: (cadence) => byDay(cadence, asPaper),
  fields: ['evidence', 'acceptance'],
  counts: 'time',
} satisfies DutyKind;
