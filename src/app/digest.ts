import { DAY, type Instant } from '../core/calendar.ts';
import { awaitingDecision, closingsOf } from '../core/close-out.ts';
import type { NewEntry } from '../core/ledger.ts';
import type { Notice } from '../core/notice.ts';
import type { Group } from '../core/plan/plan.ts';
import type { ReportQuestion } from '../core/reports/contract.ts';
import { countsOf } from '../core/reports/counts.ts';
import { digest } from '../core/reports/digest.ts';
import { nextOf, occurrencesBetween } from '../core/schedule/occurrences.ts';
import type { Office } from './office.ts';
import type { ThreadState, World } from './ports.ts';

const TRIES = 5;
/** A digest with one date-time looks this far ahead. */
const WEEK = 7 * DAY;

/**
 * Posts a group's digest when its instant has come, once, also late after a stop; returns the next instant. Each one
 * covers the time from the previous to its own instant.
 */
export async function publishDigest(world: World, office: Office, groupId: string): Promise<Instant | null> {
  const group = office.plan.groups.find((g) => g.id === groupId);
  if (!group?.digest) return null;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const now = world.clock.now();
    const { head, state } = await world.store.ledger.head(office.org, `group/${groupId}`);
    const begun = stateFor(group, state, office, now);
    const due = begun.nextDigest !== undefined && Number(begun.nextDigest) <= now;
    // What people reported while the bot was down belongs into the digest: read it first.
    if (due && !world.caughtUp()) return now + 1000;
    const at = due ? newestInstant(group, office, Number(begun.nextDigest), now) : undefined;
    const said = at === undefined ? undefined : await compose(world, office, group, begun, at);
    const next = at === undefined ? Number(begun.nextDigest ?? Number.NaN) : (after(group, office, at) ?? Number.NaN);
    const wake = Number.isNaN(next) ? null : next;
    const written = await world.store.ledger.append(office.org, {
      heads: { [`group/${groupId}`]: head },
      entries: said ? [said.entry] : [],
      states: {
        [`group/${groupId}`]: {
          ...begun,
          ...(at === undefined ? {} : { lastDigest: at }),
          nextDigest: wake ?? undefined,
        },
      },
      notices: said ? [said.notice] : [],
      wakes: { [`group/${groupId}`]: wake },
    });
    if (written.outcome === 'moved') continue;
    if (said) await world.timer.ring('deliver');
    return wake;
  }
  return world.clock.now() + 2000;
}

/** The state of a group whose digest was never planned, or planned by another phrase, begins anew. */
function stateFor(group: Group, state: ThreadState, office: Office, now: Instant): ThreadState {
  const schedule = JSON.stringify(group.digest);
  if (state.schedule === schedule) return state;
  const lastDigest = state.lastDigest ?? now;
  return { ...state, schedule, lastDigest, nextDigest: after(group, office, now) };
}

function placeOf(office: Office) {
  const { zone, calendar } = office.plan.organization;
  // A recurring digest whose day is a day off comes on the next working day; one date-time is never moved.
  return { zone, calendar, shift: 'next' as const };
}

function after(group: Group, office: Office, instant: Instant): Instant | undefined {
  return group.digest ? nextOf(group.digest, placeOf(office), instant) : undefined;
}

/** After a stop of weeks there is one digest, for the newest instant that has passed. */
function newestInstant(group: Group, office: Office, first: Instant, now: Instant): Instant {
  if (!group.digest) return first;
  return occurrencesBetween(group.digest, placeOf(office), first, now).at(-1)?.at ?? first;
}

async function compose(world: World, office: Office, group: Group, state: ThreadState, at: Instant) {
  const { ledger } = world.store;
  const { org, planVersion } = office;
  const from = Number(state.lastDigest ?? at);
  const [due, settled, open] = await Promise.all([
    ledger.dueBetween(org, from, at),
    ledger.settledBetween(org, from, at),
    ledger.open(org),
  ]);
  const facts = [...due, ...settled.filter((s) => due.every((d) => d.id !== s.id))];
  const told = await ledger.told(org, [...new Set([...facts, ...open].map((f) => f.id))]);
  const ahead = after(group, office, at) ?? at + WEEK;
  const question: ReportQuestion = {
    ...office,
    from,
    to: at,
    ahead,
    facts,
    open,
    told,
    names: group.names,
    group: group.id,
    closings: closingsOf(office.plan),
    asked: awaitingDecision(office.plan),
  };
  const entry: NewEntry = {
    at,
    by: 'bot',
    about: [],
    planVersion,
    kind: 'digest',
    group: group.id,
    from,
    to: at,
    counts: { ...countsOf(question) },
  };
  const to = `group/${group.id}` as const;
  const notice: Notice = { id: `digest@${at}~${to}`, kind: 'digest', to, at, message: digest.compose(question) };
  return { entry, notice };
}
