import { asGathering, asWindow, byDay, type DutyKind } from './contract.ts';

/** 三会一课, 主题党日, 党组会, 民主生活会 and the like. */
export const meeting = {
  gathering: ({ timed }) => timed,
  defaults: (cadence) => byDay(cadence, cadence.timed ? asGathering : asWindow),
  fields: ['attendance', 'topic', 'presenter'],
  counts: 'gathering',
} satisfies DutyKind;
