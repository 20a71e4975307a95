import { type DutyKind, dutyIds } from './contract.ts';
import { deliverable } from './deliverable.ts';
import { inspection } from './inspection.ts';
import { meeting } from './meeting.ts';
import { minutesCheck } from './minutes-check.ts';
import { other } from './other.ts';
import { progress } from './progress.ts';
import { report } from './report.ts';
import { study } from './study.ts';
import { talk } from './talk.ts';

/** What can be asked, by the name that plans give it; in the order in which papers list what was done. */
const kinds = {
  study,
  talk,
  meeting,
  'minutes-check': minutesCheck,
  inspection,
  progress,
  report,
  deliverable,
  other,
} satisfies Readonly<Record<string, DutyKind>>;

export type DutyKindId = keyof typeof kinds;

export const dutyKindIds = dutyIds(kinds);

export type KnownKind = DutyKind & { readonly id: DutyKindId };

export const dutyKinds: readonly KnownKind[] = dutyKindIds.map((id) => ({ ...kinds[id], id }));

export function dutyKind(id: DutyKindId): KnownKind {
  return dutyKinds.find((kind) => kind.id === id)!;
}
