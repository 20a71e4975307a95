import { asAftermath, byDay, type DutyKind, none } from './contract.ts';

/** 会议记录核查: usually some working days after a meeting. */
export const minutesCheck = {
  gathering: () => false,
  defaults: (cadence) => byDay(cadence, asAftermath(none)),
  fields: ['checks', 'evidence'],
  // 党组会记录: what inspections find missing most often (PRODUCT §2.3).
  asks: {
    when: 'before',
    answers: ['yes', 'no'],
    standard: ['#complete', '#each-speaks', '#head-last', '#apart', '#signed', '#filed'],
  },
  counts: 'time',
} satisfies DutyKind;
