import { asPaper, byDay, type DutyKind } from './contract.ts';

/** A document, a rule, a one-off result; co-units each owe their own part. */
export const deliverable = {
  gathering: () => false,
  defaults: (cadence) => byDay(cadence, asPaper),
  fields: ['text', 'evidence', 'acceptance'],
  counts: 'time',
} satisfies DutyKind;
