import { createHash } from 'node:crypto';
import { bundleOf, type Verdict } from '../core/bundle.ts';
import { dateAt, type Instant } from '../core/calendar.ts';
import type { Send } from '../core/message.ts';
import type { Notice, Recipient } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { standingOf } from '../core/standing.ts';
import { editSend } from './edit.ts';
import { languageOf, type Office, type Offices } from './office.ts';
import type { World } from './ports.ts';
import { passOn } from './relay.ts';
import { actionsOf } from './render.ts';
import { dispatch, type Slot } from './send.ts';

export interface Delivery {
  /** Says everything that may be said now; joins a drain under way. */
  drain(): Promise<void>;
  /** Begins no further message; resolves when those begun are finished. */
  stop(): Promise<void>;
  busy(): boolean;
}

/** At 200 ms a call, six in flight reach the platform's 30 a second; it is also what a crash can leave ambiguous. */
const AT_ONCE = 8;
/** Recipients prepared at the same time: the store writes for many of them to disk at once. */
const PREPARED = 48;

/** Empties the outbox: what waits for a recipient becomes one message, is frozen, and only then sent. */
export function openDelivery(world: World, offices: Offices, atOnce = AT_ONCE): Delivery {
  let stopped = false;
  let again = false;
  let draining: Promise<void> | undefined;
  const taken = new Set<string>();
  const slot = openSlots(atOnce);

  async function walk(): Promise<void> {
    while (!stopped) {
      const ready = await world.store.outbox.ready(world.clock.machine(), PREPARED * 8);
      const mine = ready.filter(({ org, to }) => !taken.has(`${org}/${to}`));
      if (mine.length === 0) return;
      const queue = [...mine];
      await Promise.all(Array.from({ length: PREPARED }, () => work(queue)));
    }
  }

  async function work(queue: { org: string; to: Recipient }[]): Promise<void> {
    for (let next = queue.shift(); next && !stopped; next = queue.shift()) {
      const key = `${next.org}/${next.to}`;
      taken.add(key);
      try {
        await deliverTo(world, offices, next.org, next.to, slot);
      } catch (error) {
        world.log.error({ error, org: next.org }, 'a delivery failed unexpectedly');
        await world.store.outbox.defer(next.org, next.to, world.clock.machine() + 5000);
      } finally {
        taken.delete(key);
      }
    }
  }

  async function drainAll(): Promise<void> {
    try {
      do {
        again = false;
        await walk();
      } while (again && !stopped);
    } finally {
      draining = undefined;
    }
  }

  return {
    drain() {
      again = true;
      draining ??= drainAll();
      return draining;
    },
    async stop() {
      stopped = true;
      await draining?.catch(() => undefined);
    },
    busy: () => draining !== undefined,
  };
}

/** So many requests under way, the others in line. */
function openSlots(places: number): Slot {
  const line: (() => void)[] = [];
  let free = places;
  return async (request) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => line.push(resolve));
    try {
      return await request();
    } finally {
      const next = line.shift();
      if (next) next();
      else free++;
    }
  };
}

/** One recipient, one message; what is left waits for the next round. */
async function deliverTo(world: World, offices: Offices, org: string, to: Recipient, slot: Slot): Promise<void> {
  const { outbox, links } = world.store;
  const [office, notices, link] = await Promise.all([offices.of(org), outbox.waiting(org, to), links.chatOf(org, to)]);
  if (!office || notices.length === 0)
    return void (await outbox.drop(
      org,
      to,
      notices.map((n) => n.id),
    ));
  const edits = notices.filter((n) => n.kind === 'edit');
  if (!link || link.blocked) return passOn(world, office, to, notices);
  const spoken = notices.filter((n) => n.kind !== 'edit');
  if (spoken.length === 0) return editSends(world, office, to, edits);
  const verdict = await verdictOn(world, office, to, spoken);
  if (verdict.drop.length > 0) {
    world.log.debug({ org, dropped: verdict.drop }, 'notices that need not be said any more');
    await outbox.drop(
      org,
      to,
      verdict.drop.map(({ id }) => id),
    );
  }
  const { outcome } = verdict;
  if (outcome.type === 'wait') return holdBack(world, org, to, outcome.until);
  if (outcome.type === 'say') await say(world, office, to, link.chat, outcome, slot);
  if (edits.length > 0) await editSends(world, office, to, edits);
}

async function verdictOn(world: World, office: Office, to: Recipient, notices: readonly Notice[]): Promise<Verdict> {
  const { ledger, outbox } = world.store;
  const { org, plan } = office;
  const now = world.clock.now();
  const ids = [...new Set(notices.flatMap((n) => (n.occurrence ? [n.occurrence] : [])))];
  const today = dateAt(now, plan.organization.zone);
  const alerts = notices.some((n) => n.kind === 'alert');
  const [facts, told, spokenToday, relayedToday, alertedToday, overdue] = await Promise.all([
    ids.length > 0 ? ledger.occurrences(org, ids) : [],
    ids.length > 0 ? ledger.told(org, ids) : {},
    notices.some((n) => n.kind === 'reminder') ? outbox.spoken(org, to, today) : 0,
    notices.some((n) => n.kind === 'relay') ? outbox.spoken(org, to, `relay-${today}`) : 0,
    alerts ? outbox.spoken(org, to, `alert-${today}`) : 0,
    alerts ? overdueCount(world, office, now) : 0,
  ]);
  return bundleOf({
    plan,
    to,
    notices,
    facts: new Map(facts.map((f) => [f.id, f])),
    told,
    overdue,
    spokenToday,
    relayedToday,
    alertedToday,
    now,
  });
}

async function overdueCount(world: World, { org, plan }: Office, now: Instant): Promise<number> {
  const open = await world.store.ledger.open(org);
  const late = open.filter((f: OccurrenceFacts) => f.due <= now);
  const told = await world.store.ledger.told(
    org,
    late.map((f) => f.id),
  );
  const overdue = late.filter((f) => ['overdue', 'missed'].includes(standingOf(f, told[f.id], plan.organization, now)));
  return new Set(overdue.map((f) => `${f.duty}@${f.slot}/${f.asked}`)).size;
}

/** Quiet hours and the budget: a wake in office time gives the notices free again. */
async function holdBack(world: World, org: string, to: Recipient, until: Instant): Promise<void> {
  const person = to.slice(to.indexOf('/') + 1);
  await world.store.wakes.set(org, `person/${person}`, until);
  await world.timer.set(org, `person/${person}`, until);
  await world.store.outbox.defer(org, to, world.clock.machine() + Math.max(1000, until - world.clock.now()));
}

async function say(
  world: World,
  office: Office,
  to: Recipient,
  chat: number,
  outcome: Verdict['outcome'] & { type: 'say' },
  slot: Slot,
): Promise<void> {
  const { message, notices, budgeted } = outcome;
  const ids = notices.map((n) => n.id);
  const buttons = message.buttons.length > 0;
  const send: Send = {
    v: 1,
    id: createHash('sha256')
      .update([...ids].sort().join('\n'))
      .digest('base64url')
      .slice(0, 22),
    to,
    chat,
    notices: ids,
    message,
    language: languageOf(office, to),
    token: buttons ? world.dice.token(11) : '',
    state: 'sending',
    attempts: 0,
    at: world.clock.now(),
  };
  const today = dateAt(send.at, office.plan.organization.zone);
  const counted = [
    ...(budgeted ? [today] : []),
    ...(notices.some((n) => n.kind === 'relay') ? [`relay-${today}`] : []),
    ...(notices.some((n) => n.kind === 'alert') ? [`alert-${today}`] : []),
  ];
  const [frozen] = await Promise.all([
    world.store.outbox.freeze(office.org, send, actionsOf(message), []),
    ...counted.map((day) => world.store.outbox.countSpoken(office.org, to, day)),
  ]);
  if (frozen) await dispatch(world, office, send, notices, slot);
}

async function editSends(world: World, office: Office, to: Recipient, edits: readonly Notice[]): Promise<void> {
  for (const id of new Set(edits.map((n) => n.send ?? ''))) await editSend(world, office, id);
  await world.store.outbox.drop(
    office.org,
    to,
    edits.map((n) => n.id),
  );
}
