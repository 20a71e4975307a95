import { absences } from './absences.ts';
import type { PlanRule } from './contract.ts';
import { dutyTiming } from './duty-timing.ts';
import { eventCycles } from './event-cycles.ts';
import { idsOnce } from './ids-once.ts';
import { officeDays } from './office-days.ts';
import { references } from './references.ts';
import { reservedIds } from './reserved-ids.ts';
import { someone } from './someone.ts';
import { superiors } from './superiors.ts';
import { telegramOnce } from './telegram-once.ts';

export const planRules: readonly PlanRule[] = [
  idsOnce,
  reservedIds,
  references,
  superiors,
  telegramOnce,
  absences,
  officeDays,
  dutyTiming,
  eventCycles,
  someone,
];
