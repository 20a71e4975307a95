import { plainWeek, workingCalendar } from '../working-calendar.ts';
import type { Draft } from './draft.ts';
import type { Organization, PersonId, Retention } from './plan.ts';
import { clockOf, dayOf, durationOf, given, type PlanContext } from './resolving.ts';
import { rolesOf } from './selectors.ts';
import type { OrganizationShape } from './shape.ts';

const defaults = { zone: 'Asia/Shanghai', language: 'zh', budget: 3, undo: '24h' } as const;

/** The office with its defaults filled in (DESIGN §5). */
export function organizationOf(shape: OrganizationShape, draft: Draft, { officialTable }: PlanContext): Organization {
  const { id, name, daysOff = [], workDays = [], quietHours = 'none', bundle = 'none', retention } = shape;
  const [from, to] = quietHours.split('-');
  const table = (shape.calendar ?? 'cn') === 'cn' ? officialTable : plainWeek;
  return {
    id,
    name,
    zone: shape.timezone ?? defaults.zone,
    language: shape.language ?? defaults.language,
    calendar: workingCalendar(table, { daysOff: daysOff.map(dayOf), workDays: workDays.map(dayOf) }),
    quietHours: from && to ? { from: clockOf(from), to: clockOf(to) } : null,
    head: shape.head ?? onlyTopLeader(draft),
    bundle: bundle === 'none' ? null : clockOf(bundle),
    budget: shape.budget ?? defaults.budget,
    undo: durationOf(shape.undo ?? defaults.undo),
    talkContent: shape.talkContent ?? 'none',
    ...given(
      'retention',
      retention && { ...given('text', kept(retention.text)), ...given('evidence', kept(retention.evidence)) },
    ),
  };
}

/** The only leader whose superior is null; if there are several, the plan must say. */
function onlyTopLeader({ people }: Draft): PersonId | null {
  const top = people.filter(({ value }) => rolesOf(value).some((role) => role === 'leader') && !value.superior);
  return top.length === 1 ? top[0]!.value.id : null;
}

function kept(text: string | undefined): Retention | undefined {
  return text === undefined ? undefined : { unit: text.endsWith('y') ? 'y' : 'd', n: Number.parseInt(text, 10) };
}
