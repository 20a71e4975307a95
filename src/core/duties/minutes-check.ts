import { asAftermath, byDay, type DutyKind, none } from './contract.ts';

/** 会议记录核查: usually some working days after a meeting. */
export const minutesCheck = {
  id: 'minutes-check',
  gathering: () => false,
  defaults: (cadence) => byDay(cadence, asAftermath(none)),
} satisfies DutyKind;
