import { addDays, DAY, dateAt, HOUR, type Instant, instantOf } from '../core/calendar.ts';
import { recordGap, type Said, together } from '../core/check-in.ts';
import { recordOutage } from '../core/extension.ts';
import { toPerson } from '../core/ladder.ts';
import type { NewEntry } from '../core/ledger.ts';
import { type Notice, noticeId } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { Organization } from '../core/plan/plan.ts';
import { isDaily } from '../core/slots.ts';
import { dayAndTime } from '../core/wording/dates.ts';
import type { Office, Offices } from './office.ts';
import type { Thread, World } from './ports.ts';
import { remind } from './remind.ts';

/** Telegram keeps what people wrote for 24 hours; what came before that in a longer stop is lost. */
const KEPT = DAY;
const opens = '08:00';
const closes = '18:00';

/**
 * After a start: a stop of more than an hour of working time is an entry of its own. What fell due in it is extended
 * to two working days after it, rungs above the secretary count from the restart, daily duties of the gap are counted
 * apart, and each person gets one catch-up message that admits what was lost (DESIGN §4.8).
 */
export async function noteOutage(world: World, offices: Offices): Promise<void> {
  const from = await world.store.inbox.alive();
  const to = world.clock.now();
  if (from === undefined || from >= to) return;
  for (const office of await offices.all()) {
    if (workingTime(from, to, office.plan.organization) <= HOUR) continue;
    world.log.warn({ org: office.org, from, to }, 'the bot was down during working time');
    await catchUp(world, office, { from, to });
  }
}

/** Working milliseconds between two instants: 08:00 to 18:00 on working days. */
export function workingTime(from: Instant, to: Instant, { zone, calendar }: Organization): number {
  let sum = 0;
  for (let day = dateAt(from, zone); day <= dateAt(to, zone); day = addDays(day, 1)) {
    if (!calendar.isWorkday(day)) continue;
    const start = Math.max(from, instantOf(day, opens, zone));
    const end = Math.min(to, instantOf(day, closes, zone));
    sum += Math.max(0, end - start);
  }
  return sum;
}

async function catchUp(world: World, office: Office, outage: { from: Instant; to: Instant }): Promise<void> {
  const { org } = office;
  // Everything of the gap comes into being with its true dates first; no rung is raised yet.
  for (const { wake, at } of await world.store.wakes.all(org)) {
    if (wake.startsWith('measure/') && at <= outage.to) await remind(world, office, wake.slice('measure/'.length));
  }
  for (let attempt = 0; attempt < 5; attempt++) {
    const open = await world.store.ledger.open(org);
    const change = changeOf(office, open, outage);
    const heads = await headsOf(world, org, open);
    const written = await world.store.ledger.append(org, {
      ...change,
      heads: { ...heads, org: (await world.store.ledger.head(org, 'org')).head },
    });
    if (written.outcome !== 'moved') return world.timer.ring('deliver');
  }
}

async function headsOf(
  world: World,
  org: string,
  open: readonly OccurrenceFacts[],
): Promise<Partial<Record<Thread, number>>> {
  const measures = [...new Set(open.map((f) => f.measure))];
  return Object.fromEntries(
    await Promise.all(
      measures.map(async (m) => [`measure/${m}`, (await world.store.ledger.head(org, `measure/${m}`)).head]),
    ),
  );
}

function changeOf(office: Office, open: readonly OccurrenceFacts[], { from, to }: { from: Instant; to: Instant }) {
  const { planVersion, plan } = office;
  const said: Said = { by: 'bot', at: to, source: `outage:${from}`, planVersion };
  const lost = to - from > KEPT ? { from, to: to - KEPT } : undefined;
  const gone = open.filter((f) => isGap(f, office, open, { from, to }));
  const kept = open.filter((f) => !gone.includes(f));
  const recorded = together([recordGap(gone, said), recordOutage(kept, said, { from, to }, plan.organization)]);
  const entry: NewEntry = {
    at: to,
    by: 'bot',
    about: [],
    planVersion,
    kind: 'outage',
    from,
    to,
    ...(lost ? { messagesLost: lost } : {}),
  };
  const { zone } = plan.organization;
  const spoken = (at: Instant) => dayAndTime(at, zone, to);
  const why = lost
    ? phrase('outage-lost', { from: spoken(from), to: spoken(to), lostTo: spoken(lost.to) })
    : phrase('outage-why', { from: spoken(from), to: spoken(to) });
  const affected = recorded.occurrences.filter((f) => !f.settled && f.scheduled <= to);
  const notices = affected.map(
    (f): Notice => ({
      id: noticeId(f.id, `${f.revision}.c${from}~${toPerson(f.asked)}`),
      kind: 'nudge',
      to: toPerson(f.asked),
      at: to,
      occurrence: f.id,
      measure: f.measure,
      revision: f.revision,
      why,
    }),
  );
  const touched = [...new Set(recorded.occurrences.map((f) => `measure/${f.measure}` as const))];
  return {
    source: `outage:${from}`,
    answer: '',
    entries: [entry, ...recorded.entries],
    occurrences: recorded.occurrences,
    notices,
    touch: { at: to, wakes: touched },
  };
}

/** A daily duty of the gap that a newer one has followed: nobody can make up for a day that is gone. */
function isGap(
  facts: OccurrenceFacts,
  { plan }: Office,
  open: readonly OccurrenceFacts[],
  outage: { from: Instant; to: Instant },
): boolean {
  const duty = plan.measures.flatMap((m) => m.duties).find((d) => d.id === facts.duty);
  if (!duty || !isDaily(duty) || facts.due <= outage.from || facts.due > outage.to) return false;
  return open.some((o) => o.duty === facts.duty && o.asked === facts.asked && o.scheduled > facts.scheduled);
}
