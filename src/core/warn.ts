import { addDays, endOfDay, type Instant, instantOf, type LocalDate } from './calendar.ts';
import type { Duration } from './duration.ts';
import { secretaryOf, toPerson } from './ladder.ts';
import type { Notice } from './notice.ts';
import type { Measure, Organization, PersonId, Plan } from './plan/plan.ts';
import { addWorkdays, workdayFrom } from './working-calendar.ts';

/** 江津三色 (PRODUCT §2.2): green well before, yellow soon, red when overdue. The word is always said with it. */
export type Colour = 'green' | 'yellow' | 'red';

interface Stage {
  readonly at: Instant;
  readonly colour: Colour;
}

const standard: readonly Duration[] = [-20, -10, 0].map((n) => ({ unit: 'd', n }));
/** From here on a warning is yellow: calendar days before. */
const SOON = 15;

/** Green until fifteen days before the last day, yellow from then on. */
export function colourOn(day: LocalDate, deadline: LocalDate): Colour {
  return day <= addDays(deadline, -SOON) ? 'green' : 'yellow';
}

/** When a deadline is warned of: each offset on or before its day at the hour of the bot, `0d` on the morning after it is over. */
function stagesOf(deadline: LocalDate, offsets: readonly Duration[], organization: Organization): readonly Stage[] {
  const { zone, calendar, bundle } = organization;
  const stages = (offsets.length > 0 ? offsets : standard).map(({ unit, n }): Stage => {
    const over = n === 0;
    const day = unit === 'wd' ? addWorkdays(deadline, n, calendar) : addDays(deadline, unit === 'd' ? n : 0);
    const spoken = over ? workdayFrom(addDays(deadline, 1), calendar, 1) : workdayFrom(day, calendar, -1);
    const colour = over ? 'red' : colourOn(day, deadline);
    return { at: instantOf(spoken, bundle ?? '09:00', zone), colour };
  });
  return stages.sort((a, b) => a.at - b.at);
}

export interface Warned {
  readonly notices: readonly Notice[];
  /** The newest stage that was said, to be remembered: `<deadline>.<number>`. */
  readonly warned: string | undefined;
  readonly next: Instant | null;
}

interface Warning {
  readonly id: string;
  readonly deadline: LocalDate;
  readonly offsets: readonly Duration[];
  readonly measure?: string;
  readonly to: (colour: Colour) => readonly (PersonId | null)[];
}

/** What is to be said of one deadline now: the newest stage only, each once. What was over before `since` is history: the draft counted it, and nobody is alarmed. */
function warningsOf(
  { id, deadline, offsets, measure, to }: Warning,
  plan: Plan,
  warned: string | undefined,
  since: Instant,
  now: Instant,
): Warned {
  const stages = stagesOf(deadline, offsets, plan.organization);
  const [day, number] = warned?.split('.') ?? [];
  const said = day === deadline ? Number(number) : -1;
  const past = stages.findLastIndex(({ at }) => at <= now);
  const next = stages.find(({ at }) => at > now)?.at ?? null;
  const stage = stages[past];
  if (!stage || past <= said) return { notices: [], warned, next };
  const history = endOfDay(deadline, plan.organization.zone) <= since;
  const people = history ? [] : to(stage.colour);
  const notices = [...new Set(people)].flatMap((person): readonly Notice[] =>
    person === null
      ? []
      : [
          {
            id: `warn@${id}.${deadline}.${past}~${toPerson(person)}`,
            kind: 'warn',
            to: toPerson(person),
            at: stage.at,
            rung: stage.colour,
            ...(measure ? { measure } : {}),
          },
        ],
  );
  return { notices, warned: `${deadline}.${past}`, next };
}

/** Green to the lead, yellow to the secretary too, red to the head as well. */
export function measureWarnings(
  measure: Measure,
  plan: Plan,
  warned: string | undefined,
  since: Instant,
  now: Instant,
): Warned {
  const { deadline, lead, warn, id, closeOut } = measure;
  // What the Party group has accepted is not warned of, whatever its deadline was.
  const accepted = closeOut?.stage === 'finished' || closeOut?.stage === 'phase';
  if (accepted || deadline === null || deadline === 'immediate' || deadline === 'ongoing')
    return { notices: [], warned, next: null };
  const secretary = secretaryOf(plan);
  const to = (colour: Colour) => [
    lead ?? secretary,
    ...(colour === 'green' ? [] : [secretary]),
    ...(colour === 'red' ? [plan.organization.head] : []),
  ];
  return warningsOf({ id, deadline, offsets: warn, measure: id, to }, plan, warned, since, now);
}

/** The round's report is the office's own: the secretary hears green, the head too from yellow on. */
export function reportWarnings(plan: Plan, warned: string | undefined, since: Instant, now: Instant): Warned {
  const { report } = plan.round;
  if (!report) return { notices: [], warned, next: null };
  const to = (colour: Colour) => [secretaryOf(plan), ...(colour === 'green' ? [] : [plan.organization.head])];
  return warningsOf({ id: 'round', deadline: report, offsets: [], to }, plan, warned, since, now);
}
