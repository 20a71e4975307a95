import { agendaOf, candidatesOf } from '../core/agenda.ts';
import type { Instant } from '../core/calendar.ts';
import { openOccurrences } from '../core/open.ts';
import { measureIn } from '../core/plan/look-up.ts';
import type { Measure } from '../core/plan/plan.ts';
import { awaitsMeeting, monthBegin } from '../core/quiet-month.ts';
import type { Office } from './office.ts';
import type { ThreadState, World } from './ports.ts';

/** How often a decision is taken again because something else was written first. */
const TRIES = 5;

/**
 * Asks the agenda of one measure and writes its answer: entries, notices and the next wake, all at once. Running it
 * twice, or in two processes, writes nothing twice. Returns the office instant of the next wake.
 */
export async function remind(world: World, office: Office, measureId: string): Promise<Instant | null> {
  const measure = measureIn(office.plan, measureId);
  if (!measure) return null;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const now = world.clock.now();
    // Asked once: if it turned true in between, a rung that was held now would wait for the measure's next event.
    const caughtUp = world.caughtUp();
    const facts = await world.store.ledger.measure(office.org, measureId);
    const question = {
      ...office,
      measure,
      openedTo: facts.state.openedTo,
      open: openOccurrences(facts.open),
      told: facts.told,
      now,
      rungsAllowed: caughtUp,
      warned: warnedIn(facts.state),
      ...(await meetingsOf(world, office, measure, facts.state, now)),
    };
    const candidates = candidatesOf(question).map((f) => f.id);
    const existing = candidates.length > 0 ? await world.store.ledger.occurrences(office.org, candidates) : [];
    const agenda = agendaOf({ ...question, existing: new Set(existing.map((o) => o.id)) });
    const next = caughtUp ? agenda.next : Math.min(agenda.next ?? now + RETRY_MS, now + RETRY_MS);
    const written = await world.store.ledger.append(office.org, {
      heads: { [`measure/${measureId}`]: facts.head },
      entries: agenda.entries,
      occurrences: agenda.occurrences,
      states: {
        [`measure/${measureId}`]: {
          ...facts.state,
          openedTo: Math.max(now, facts.state.openedTo ?? now),
          ...(agenda.warned === undefined ? {} : { warned: agenda.warned }),
          ...(agenda.quiet === undefined ? {} : { quiet: agenda.quiet }),
        },
      },
      notices: agenda.notices,
      wakes: { [`measure/${measureId}`]: next },
    });
    if (written.outcome !== 'moved') {
      if (agenda.notices.length > 0) await world.timer.ring('deliver');
      return next;
    }
  }
  // Somebody else writes all the time: look again shortly rather than never.
  return world.clock.now() + RETRY_MS;
}

/** What meetings were heard of this month, for measures whose minutes checks wait for one. */
async function meetingsOf(world: World, office: Office, measure: Measure, { quiet }: ThreadState, now: Instant) {
  if (!measure.duties.some(awaitsMeeting)) return {};
  const first = monthBegin(now, office.plan.organization.zone);
  const settled = await world.store.ledger.settledBetween(office.org, first, now + 1);
  const heard = new Set(settled.filter((f) => f.openedAt >= first).map((f) => f.duty));
  return { meetings: { asked: typeof quiet === 'string' ? quiet : undefined, heard } };
}

function warnedIn({ warned }: ThreadState): string | undefined {
  return typeof warned === 'string' ? warned : undefined;
}

/** Until the backlog was read after a start, a measure is looked at again this soon (office milliseconds). */
const RETRY_MS = 2000;
