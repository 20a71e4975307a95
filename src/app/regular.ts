import { addDays, addMonths, DAY, dateAt, type Instant, instantOf, type LocalDate } from '../core/calendar.ts';
import { toPerson } from '../core/ladder.ts';
import type { Message } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import { phrase } from '../core/phrase.ts';
import type { PersonId, RegularReport } from '../core/plan/plan.ts';
import { type Days, monthOf } from '../core/reports/figures/spans.ts';
import { nextOf, occurrencesBetween } from '../core/schedule/occurrences.ts';
import { dayAndTime } from '../core/wording/dates.ts';
import { answer } from '../core/wording/echo.ts';
import { nameOf } from '../core/wording/item.ts';
import { monthNote } from '../core/wording/personal.ts';
import { workdayFrom } from '../core/working-calendar.ts';
import { askFor } from './may-ask.ts';
import type { Office } from './office.ts';
import { personalView } from './personal.ts';
import type { ThreadState, WakeKey, World } from './ports.ts';

const TRIES = 5;
/** A note on a month that is long over is of no use any more. */
const TOO_LATE_MS = 7 * DAY;

interface Decided {
  readonly state: ThreadState;
  readonly notices: readonly Notice[];
  readonly next: Instant | null;
}

/** What comes by itself, in private: each leader's note on the month that is over, and the papers that the plan names. */
export async function tellRegularly(world: World, office: Office, id: 'month' | 'reports'): Promise<Instant | null> {
  // A thread of its own, since without entries nobody notices that another has written the state. No group is called so.
  const thread = `group/~${id}` as const;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { head, state } = await world.store.ledger.head(office.org, thread);
    const now = world.clock.now();
    const decided = id === 'month' ? await monthNotes(world, office, state, now) : papers(office, state, now);
    const written = await world.store.ledger.append(office.org, {
      heads: { [thread]: head },
      entries: [],
      states: { [thread]: decided.state },
      notices: decided.notices,
      wakes: { [`org/${id}`]: decided.next },
    });
    if (written.outcome === 'moved') continue;
    if (decided.notices.length > 0) await world.timer.ring('deliver');
    return decided.next;
  }
  return world.clock.now() + 2000;
}

/** On the first working day of a month, at the hour of the morning's messages. */
async function monthNotes(world: World, office: Office, state: ThreadState, now: Instant): Promise<Decided> {
  const { plan } = office;
  const { calendar, zone, bundle } = plan.organization;
  const hour = (day: LocalDate) => instantOf(workdayFrom(day, calendar, 1), bundle ?? '09:00', zone);
  const { first } = monthOf(dateAt(now, zone));
  const at = hour(first);
  if (now < at) return { state, notices: [], next: at };
  const next = hour(addMonths(first, 1));
  const told = { ...state, monthNoted: first };
  if (state.monthNoted === first || now > at + TOO_LATE_MS) return { state: told, notices: [], next };
  const days = monthOf(addDays(first, -1));
  const leaders = plan.people.filter((p) => p.roles.includes('leader'));
  const notices = await Promise.all(leaders.map(({ id }) => noteTo(world, office, id, days, at)));
  return { state: told, notices: notices.flat(), next };
}

async function noteTo(
  world: World,
  office: Office,
  person: PersonId,
  days: Days,
  at: Instant,
): Promise<readonly Notice[]> {
  const head = phrase('personal-month', {
    name: nameOf(office.plan, person),
    month: phrase(`month-${Number(days.first.slice(5, 7))}`),
  });
  const message = monthNote(await personalView(world, office, person, days), head);
  return message ? [plain(`month@${days.first.slice(0, 7)}`, person, at, message)] : [];
}

/** After a stop each paper comes once, as of now. */
function papers(office: Office, state: ThreadState, now: Instant): Decided {
  const { plan } = office;
  const { zone, calendar } = plan.organization;
  const { reports = [] } = plan;
  const place = { zone, calendar, shift: 'next' as const };
  const from = Number(state.reportsTo ?? now);
  const due = reports.filter(({ schedule }) => occurrencesBetween(schedule, place, from, now).length > 0);
  const next = reports.flatMap(({ schedule }) => nextOf(schedule, place, now) ?? []);
  return {
    state: { ...state, reportsTo: now },
    notices: due.flatMap((report) => report.to.map((person) => paperTo(office, report, person, now))),
    next: next.length > 0 ? Math.min(...next) : null,
  };
}

function paperTo(office: Office, { id, report }: RegularReport, person: PersonId, now: Instant): Notice {
  const when = dayAndTime(now, office.plan.organization.zone, now);
  const caption = answer(phrase('paper-caption', { paper: phrase(`paper-name-${report}`), when }));
  return plain(`paper@${id}.${now}`, person, now, {
    ...caption,
    file: { report, ask: askFor(office, person, now, {}) },
  });
}

function plain(id: string, person: PersonId, at: Instant, message: Message): Notice {
  const to = toPerson(person);
  return { id: `${id}~${to}`, kind: 'plain', to, at, message };
}

/** What the office itself is woken for, whoever owes what. */
const regular: readonly WakeKey[] = ['org/calendar', 'org/round', 'org/month', 'org/reports'];

/** Offices adopted before there was any of this get their first wakes; one that has nothing ahead decides so again. */
export async function wakeRegularly({ store, clock, timer }: World, offices: readonly Office[]): Promise<void> {
  for (const { org } of offices) {
    const known = new Set((await store.wakes.all(org)).map(({ wake }) => wake));
    for (const wake of regular.filter((one) => !known.has(one))) {
      await store.wakes.set(org, wake, clock.now());
      await timer.set(org, wake, clock.now());
    }
  }
}
