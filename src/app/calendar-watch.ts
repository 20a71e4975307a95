import { addDays, dateAt, type Instant, instantOf, type LocalDate, mondayOf } from '../core/calendar.ts';
import { secretaryOf, toPerson } from '../core/ladder.ts';
import type { Notice } from '../core/notice.ts';
import { phrase } from '../core/phrase.ts';
import { reportWarnings } from '../core/warn.ts';
import { answer } from '../core/wording/echo.ts';
import { nameOf } from '../core/wording/item.ts';
import { workdayFrom } from '../core/working-calendar.ts';
import type { Office } from './office.ts';
import type { ThreadState, World } from './ports.ts';

const TRIES = 5;
/** A table that ends within so many days is told to the operator at start. */
const SOON_DAYS = 45;

interface Decided {
  readonly state: ThreadState;
  readonly notices: readonly Notice[];
  readonly next: Instant | null;
}

/** What the organization's own wakes ask for: next year's holidays from 1 December, and the round's report. */
export async function watch(world: World, office: Office, id: string): Promise<Instant | null> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { head, state } = await world.store.ledger.head(office.org, 'org');
    const now = world.clock.now();
    const decided = id === 'round' ? reportDue(office, state, now) : calendarWanted(office, state, now);
    const written = await world.store.ledger.append(office.org, {
      heads: { org: head },
      entries: [],
      states: { org: decided.state },
      notices: decided.notices,
      wakes: { [`org/${id}`]: decided.next },
    });
    if (written.outcome === 'moved') continue;
    if (decided.notices.length > 0) await world.timer.ring('deliver');
    return decided.next;
  }
  return world.clock.now() + 2000;
}

function reportDue({ plan, since }: Office, state: ThreadState, now: Instant): Decided {
  const warned = typeof state.roundWarned === 'string' ? state.roundWarned : undefined;
  const adopted = Math.min(now, ...Object.values(since));
  const { notices, next, warned: said } = reportWarnings(plan, warned, adopted, now);
  return { state: said === undefined ? state : { ...state, roundWarned: said }, notices, next };
}

/** One plain notice a week to the secretary, from the first working day of December until the notice is there. */
function calendarWanted({ plan }: Office, state: ThreadState, now: Instant): Decided {
  const { calendar, zone, bundle } = plan.organization;
  const secretary = secretaryOf(plan);
  const year = calendar.lastYear + 1;
  if (!secretary || year > 9000) return { state, notices: [], next: null };
  const hour = (day: LocalDate) => instantOf(workdayFrom(day, calendar, 1), bundle ?? '09:00', zone);
  const first = hour(`${year - 1}-12-01`);
  if (now < first) return { state, notices: [], next: first };
  const monday = mondayOf(dateAt(now, zone));
  const thisWeek = Math.max(first, hour(monday));
  if (now < thisWeek) return { state, notices: [], next: thisWeek };
  const next = hour(addDays(monday, 7));
  if (state.calendarAsked === monday) return { state, notices: [], next };
  const to = toPerson(secretary);
  const message = answer(phrase('time-calendar-wanted', { name: nameOf(plan, secretary), year }));
  const notice: Notice = { id: `calendar-wanted@${year}.${monday}~${to}`, kind: 'plain', to, at: now, message };
  return { state: { ...state, calendarAsked: monday }, notices: [notice], next };
}

/** The end of the holiday table is told to the operator before it is reached, and whenever a process starts beyond it. */
export function tellTableEnds(world: World, offices: readonly Office[]): void {
  const now = world.clock.now();
  for (const { org, plan } of offices) {
    const { calendar, zone } = plan.organization;
    if (!calendar.isProvisional(addDays(dateAt(now, zone), SOON_DAYS))) continue;
    const fields = { org, lastYear: calendar.lastYear };
    world.log.warn(
      fields,
      'the holiday table ends: dates beyond its last year are provisional until the notice is entered',
    );
  }
}
