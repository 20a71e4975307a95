import { returnOf } from '../core/absence/absence.ts';
import { awayHolds } from '../core/hold.ts';
import { secretaryOf } from '../core/ladder.ts';
import type { NewEntry } from '../core/ledger.ts';
import type { Send } from '../core/message.ts';
import type { Notice, Recipient } from '../core/notice.ts';
import { phrase } from '../core/phrase.ts';
import { nameOf } from '../core/wording/item.ts';
import { holdBack } from './hold-back.ts';
import type { Office } from './office.ts';
import type { World } from './ports.ts';

/** How long notices wait for someone to join who could pass them on: machine milliseconds, longer than what counts as busy. */
const WAIT_FOR_LINK_MS = 900_000;

/**
 * Notices for someone who has not joined, blocked the bot or prefers paper go to the secretary, who forwards them
 * and may answer on their behalf. For the secretary herself, or with none joined, they wait.
 */
export async function passOn(world: World, office: Office, to: Recipient, notices: readonly Notice[]): Promise<void> {
  const { outbox } = world.store;
  const { ready, until } = await untilReturn(world, office, to, notices);
  if (ready.length === 0 && until !== null) return holdBack(world, office.org, to, until);
  const ids = ready.map((n) => n.id);
  const secretary = secretaryOf(office.plan);
  const target: Recipient | null = secretary && `person/${secretary}` !== to ? `person/${secretary}` : null;
  const link = target && (await world.store.links.chatOf(office.org, target));
  if (!target || !link || link.blocked) return outbox.defer(office.org, to, world.clock.machine() + WAIT_FOR_LINK_MS);
  const relayed = ready.flatMap((n) => relayOf(n, target, office, world.clock.now()));
  if (await outbox.redirect(office.org, to, ids, relayed)) await world.timer.ring('deliver');
}

/** Nobody is asked to pass on to somebody away what they would not be told themself; it waits for the return. */
async function untilReturn(world: World, { org, plan }: Office, to: Recipient, notices: readonly Notice[]) {
  const now = world.clock.now();
  const until = returnOf(plan, to.slice('person/'.length), now);
  if (until === null) return { ready: notices, until };
  const about = notices.flatMap((n) => n.occurrence ?? []);
  const facts = about.length > 0 ? await world.store.ledger.occurrences(org, about) : [];
  const holdOf = awayHolds({ plan, to, facts: new Map(facts.map((f) => [f.id, f])), now });
  return { ready: notices.filter((n) => holdOf(n) === null), until };
}

function relayOf(notice: Notice, to: Recipient, office: Office, at: number): readonly Notice[] {
  // That it was recorded for them is news to the person alone, not to whoever recorded it.
  if (notice.kind === 'answer' || notice.kind === 'edit' || notice.id.startsWith('behalf@')) return [];
  const id = `relay@${notice.id}`;
  if (notice.message) {
    const group = office.plan.groups.find((g) => notice.to === `group/${g.id}`);
    const name = group?.name ?? nameOf(office.plan, notice.to.slice('person/'.length));
    const lines = [{ text: phrase('relay-whole', { name }) }, ...notice.message.lines];
    return [{ id, kind: 'plain', to, at, message: { lines, buttons: [], items: [] } }];
  }
  const instead = notice.to.slice('person/'.length);
  // Alerts and escalations to somebody unreachable stay what they are: the secretary knows of them anyway.
  if (notice.kind === 'alert' || notice.kind === 'escalation') return [];
  return [{ ...notice, id, kind: 'relay', to, instead }];
}

/** The platform says that this person or group is gone: remember it, tell the secretary, relay what was lost. */
export async function relayAgain(world: World, office: Office, send: Send, notices: readonly Notice[]): Promise<void> {
  const to = send.to as Recipient;
  await world.store.links.block(office.org, to, true);
  const now = world.clock.now();
  const secretary = secretaryOf(office.plan);
  const target: Recipient | null = secretary && `person/${secretary}` !== to ? `person/${secretary}` : null;
  const entry: NewEntry = {
    at: now,
    by: 'bot',
    about: [],
    planVersion: office.planVersion,
    kind: 'unlinked',
    recipient: to,
    why: 'gone',
  };
  const relayed = target ? notices.flatMap((n) => relayOf(n, target, office, now)) : [];
  await world.store.ledger.append(office.org, { heads: {}, entries: [entry], notices: relayed });
  if (relayed.length > 0) await world.timer.ring('deliver');
}
