import type { Cadence } from '../plan/cadence.ts';
import { asPaper, byDay, type DutyDefaults, type DutyKind, none, offsets } from './contract.ts';

/** A report to somebody by a day. */
export const report = {
  gathering: () => false,
  defaults: (cadence) => byDay(cadence, isMonthly(cadence) ? asMonthly : asPaper),
  fields: ['text', 'evidence', 'acceptance'],
  counts: 'time',
} satisfies DutyKind;

/** 江津三色 (PRODUCT §2.2): what comes round by the month or longer is warned of twenty and ten days before, by colour. */
const asMonthly: DutyDefaults = {
  ...asPaper,
  remind: offsets({ unit: 'd', n: -20 }, { unit: 'd', n: -10 }, { unit: 'd', n: -3 }, none),
};

function isMonthly({ every }: Cadence): boolean {
  return every !== null && every >= 28;
}
