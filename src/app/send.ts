import { setTimeout as sleep } from 'node:timers/promises';
import { DeliveryFailure } from '../chat/contract.ts';
import { secretaryOf } from '../core/ladder.ts';
import type { NewEntry } from '../core/ledger.ts';
import type { Send } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import type { Told } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import type { Office } from './office.ts';
import type { WakeKey, World } from './ports.ts';
import { relayAgain } from './relay.ts';
import { rendered } from './render.ts';

/** A certain failure is tried again this often before the message is left to the next round. */
const LATER_TRIES = 6;

type Outcome =
  | { readonly result: 'sent'; readonly messageId: number }
  | { readonly result: 'unconfirmed' | 'gone' | 'later'; readonly why: string };

/**
 * Sends a frozen message and records what became of it. Certain failures are retried with the delay the platform asks
 * for; ambiguous ones (it may have arrived) once more for a person and never for a group (DESIGN §4.4).
 */
export async function dispatch(world: World, office: Office, send: Send, notices: readonly Notice[]): Promise<void> {
  let current = send;
  for (let later = 0; ; ) {
    current = { ...current, attempts: current.attempts + 1 };
    await passGate(world, current);
    await world.store.outbox.settle(office.org, current);
    const outcome = await attempt(world, office, current);
    if (outcome.result === 'later') {
      if (++later >= LATER_TRIES)
        return world.log.warn({ org: office.org, send: send.id }, 'still not sent: left to the next round');
      // A refused request never arrived: it does not count as an attempt.
      current = { ...current, attempts: current.attempts - 1, chat: await chatNow(world, office, current) };
      continue;
    }
    if (outcome.result === 'unconfirmed' && current.to.startsWith('person/') && current.attempts < 2) continue;
    return settle(world, office, current, outcome, notices);
  }
}

async function passGate(world: World, send: Send): Promise<void> {
  const wait = await world.store.gates.reserve(send.chat, send.to.startsWith('group/'), world.clock.machine());
  if (wait > 0) await sleep(wait);
}

async function chatNow(world: World, office: Office, send: Send): Promise<number> {
  const link = await world.store.links.chatOf(office.org, send.to as `person/${string}`);
  return link?.chat ?? send.chat;
}

async function attempt(world: World, office: Office, send: Send): Promise<Outcome> {
  try {
    const { messageId } = await world.chat.send(
      send.chat,
      rendered(send.message, send.language, send.token, world.say),
    );
    return { result: 'sent', messageId };
  } catch (failure) {
    if (!(failure instanceof DeliveryFailure)) throw failure;
    return failed(world, office, send, failure);
  }
}

async function failed(world: World, office: Office, send: Send, failure: DeliveryFailure): Promise<Outcome> {
  const { outcome, movedTo, retryAfterMs, message: why } = failure;
  world.log.warn({ org: office.org, send: send.id, outcome, why }, 'a message was not delivered');
  if (movedTo !== undefined) await world.store.links.move(send.chat, movedTo);
  else if (outcome === 'later') await waitFor(world, retryAfterMs);
  return { result: outcome, why };
}

async function waitFor(world: World, retryAfterMs: number | undefined): Promise<void> {
  if (retryAfterMs !== undefined) await world.store.gates.pause(world.clock.machine() + retryAfterMs);
  await sleep(Math.min(retryAfterMs ?? 1000, 30_000));
}

async function settle(
  world: World,
  office: Office,
  send: Send,
  outcome: Outcome,
  notices: readonly Notice[],
): Promise<void> {
  const { org, planVersion } = office;
  const now = world.clock.now();
  const result = outcome.result === 'later' ? 'unconfirmed' : outcome.result;
  const settled: Send = {
    ...send,
    state: result,
    ...(outcome.result === 'sent' ? { messageId: outcome.messageId } : {}),
  };
  await world.store.outbox.settle(org, settled);
  const spoken = notices.filter((n) => n.kind !== 'answer');
  if (spoken.length > 0) {
    const told = toldBy(notices, send.to, result, now);
    const entry: NewEntry = {
      at: now,
      by: 'bot',
      about: [...new Set(spoken.flatMap((n) => (n.occurrence ? [n.occurrence] : [])))],
      planVersion,
      kind: 'said',
      to: send.to,
      notices: spoken.map((n) => n.id),
      result,
      ...(outcome.result === 'sent' ? {} : { why: outcome.why }),
    };
    const wakes = await lateNews(world, org, told, now);
    await world.store.ledger.append(org, { heads: {}, entries: [entry], told, touch: { at: now, wakes } });
    for (const wake of wakes) await world.timer.set(org, wake, now);
  }
  if (result === 'gone') await relayAgain(world, office, send, notices);
  if (result === 'unconfirmed' && send.to.startsWith('group/')) await reportUnconfirmed(world, office, send);
}

/** Whoever is asked for an occurrence has been told of it when a message to them about it was sent. */
function toldBy(
  notices: readonly Notice[],
  to: string,
  result: 'sent' | 'unconfirmed' | 'gone',
  at: number,
): Record<string, Told> {
  const own = ['reminder', 'ask', 'overdue', 'nudge'];
  const told: Record<string, Told> = {};
  for (const { kind, occurrence } of notices) {
    if (occurrence && own.includes(kind) && to.startsWith('person/')) told[occurrence] = { at, how: result };
    if (occurrence && kind === 'relay' && result !== 'gone') told[occurrence] = { at, how: 'relayed' };
  }
  return told;
}

/** Measures whose ladder waits for this news: told after due, or not at all. In time it changes nothing. */
async function lateNews(world: World, org: string, told: Record<string, Told>, now: number): Promise<WakeKey[]> {
  const ids = Object.keys(told);
  if (ids.length === 0) return [];
  const facts = await world.store.ledger.occurrences(org, ids);
  const late = facts.filter((f) => f.due <= now || told[f.id]?.how === 'gone');
  return [...new Set(late.map((f): WakeKey => `measure/${f.measure}`))];
}

/** An unconfirmed group message is never sent again by itself: the secretary decides at once. */
async function reportUnconfirmed(world: World, office: Office, send: Send): Promise<void> {
  const secretary = secretaryOf(office.plan);
  if (!secretary) return;
  const group = office.plan.groups.find((g) => `group/${g.id}` === send.to)?.name ?? send.to;
  const again = { command: 'send-again', about: [], with: { send: send.id } };
  const message = {
    lines: [{ text: phrase('group-unconfirmed', { group }) }],
    buttons: [[{ label: phrase('button-send-again'), action: again }]],
    items: [],
  };
  const notice: Notice = {
    id: `unconfirmed@${send.id}~person/${secretary}`,
    kind: 'plain',
    to: `person/${secretary}`,
    at: world.clock.now(),
    message,
  };
  await world.store.ledger.append(office.org, { heads: {}, entries: [], notices: [notice] });
  await world.timer.ring('deliver');
}

/** A message whose process died: it may have arrived. Once more for a person, never for a group; settled items fall out. */
export async function resume(world: World, office: Office, send: Send): Promise<void> {
  const notices = await noticesOf(world, office, send);
  const unsure: Outcome = { result: 'unconfirmed', why: 'the process ended while it was being sent' };
  if (send.attempts > 0 && (send.to.startsWith('group/') || send.attempts >= 2))
    return settle(world, office, send, unsure, notices);
  const open = await world.store.ledger.occurrences(
    office.org,
    notices.flatMap((n) => n.occurrence ?? []),
  );
  const needless = open.length > 0 && open.every((f) => f.settled);
  if (needless) return settle(world, office, send, unsure, notices);
  return dispatch(world, office, send, notices);
}

/** The notices of a send, as far as its ids tell: kind by rung and recipient. */
async function noticesOf(world: World, office: Office, send: Send): Promise<readonly Notice[]> {
  const ids = send.notices.map((id) => id.split('#')[0]!);
  const facts = await world.store.ledger.occurrences(office.org, ids);
  return send.notices.map((id) => {
    const one = facts.find((f) => id.startsWith(`${f.id}#`));
    const own = one !== undefined && send.to === `person/${one.asked}`;
    const kind = id.startsWith('answer@')
      ? 'answer'
      : id.startsWith('relay@')
        ? 'relay'
        : own
          ? 'reminder'
          : one
            ? 'alert'
            : 'plain';
    return {
      id,
      kind,
      to: send.to as Notice['to'],
      at: send.at,
      ...(one ? { occurrence: one.id } : {}),
    } satisfies Notice;
  });
}
