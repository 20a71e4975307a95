import type { DutyKindId } from '../plan/plan.ts';
import type { DutyKind } from './contract.ts';
import { deliverable } from './deliverable.ts';
import { inspection } from './inspection.ts';
import { meeting } from './meeting.ts';
import { minutesCheck } from './minutes-check.ts';
import { other } from './other.ts';
import { progress } from './progress.ts';
import { report } from './report.ts';
import { study } from './study.ts';
import { talk } from './talk.ts';

export const dutyKinds: readonly DutyKind[] = [
  study,
  talk,
  meeting,
  minutesCheck,
  inspection,
  progress,
  report,
  deliverable,
  other,
];

export function dutyKind(id: DutyKindId): DutyKind {
  return dutyKinds.find((kind) => kind.id === id)!;
}
