import { dutyKind } from '../duties/index.ts';
import { cadenceOf } from './cadence.ts';
import type { Duty, DutyId, MeasureId, Timing } from './plan.ts';
import type { Resolving } from './resolving.ts';
import type { MeasureShape } from './shape.ts';

/** So that every measure has its recurring job, and the ledger's 进展情况 its source. */
export function monthlyProgress(measure: Omit<MeasureShape, 'duties'>, { organization }: Resolving): readonly Duty[] {
  if (!measure.lead) return [];
  const timing: Timing = {
    type: 'schedule',
    schedule: {
      kind: 'recurring',
      rule: { unit: 'month', step: 1, days: [{ on: 'day', n: 25 }] },
      times: [],
    },
    phrase: organization.language === 'zh' ? '每月25日' : 'every month on the 25th',
  };
  const kind = dutyKind('progress');
  const cadence = cadenceOf(timing, { reported: false, pressed: false });
  return [
    {
      id: progressId(measure.id),
      measure: measure.id,
      kind: kind.id,
      title: measure.title,
      who: [{ person: measure.lead }],
      with: [],
      reporter: null,
      timing,
      ...kind.defaults(cadence),
      gathering: kind.gathering(cadence),
      shift: 'none',
      daysOff: false,
      from: null,
      until: null,
      checklist: [],
      accept: null,
      presenter: null,
      origin: 'rule',
    },
  ];
}

const suffix = '-progress';
const room = 24 - suffix.length;

/** `<measure>-progress`; of a longer id its beginning and a check sum, so that two long ones stay apart. */
export function progressId(measure: MeasureId): DutyId {
  if (measure.length <= room) return `${measure}${suffix}`;
  let sum = 7;
  for (const letter of measure) sum = (sum * 31 + letter.charCodeAt(0)) % 46656;
  return `${measure.slice(0, room - 4)}-${sum.toString(36).padStart(3, '0')}${suffix}`;
}
