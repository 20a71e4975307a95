import { setTimeout as sleep } from 'node:timers/promises';
import { DeliveryFailure } from '../chat/contract.ts';
import { secretaryOf } from '../core/ladder.ts';
import type { NewEntry } from '../core/ledger.ts';
import type { Send } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import type { OccurrenceFacts, Told } from '../core/occurrence.ts';
import { phrase } from '../core/phrase.ts';
import { graceEndOf } from '../core/standing.ts';
import { sendEnclosed } from './enclosure.ts';
import type { Office } from './office.ts';
import type { WakeKey, World } from './ports.ts';
import { relayAgain } from './relay.ts';
import { actionsOf, rendered } from './render.ts';

/** A certain failure is tried again this often before the message is left to the next round. */
const LATER_TRIES = 6;
/** A wait longer than this renews the claim on the message, or another process would take it up: machine milliseconds. */
const RENEW_MS = 10_000;

type Outcome =
  | { readonly result: 'sent'; readonly messageId: number }
  /** `final`: trying again would not help. */
  | { readonly result: 'unconfirmed' | 'gone' | 'later'; readonly why: string; readonly final?: true };

/** Runs a request when one of the few places under way is free: what a crash can leave ambiguous stays bounded. */
export type Slot = <T>(request: () => Promise<T>) => Promise<T>;

const atOnce: Slot = (request) => request();

export interface Means {
  readonly slot?: Slot;
  /** The process ends: what still waits for its turn stays frozen, and the next process takes it up. */
  readonly ending?: AbortSignal;
  /** Of the occurrences that the notices name, if they were just read. */
  readonly facts?: readonly OccurrenceFacts[];
}

/**
 * Sends a frozen message and records what became of it. Certain failures are retried with the delay the platform asks
 * for; ambiguous ones (it may have arrived) once more for a person and never for a group (DESIGN §4.4).
 */
export async function dispatch(
  world: World,
  office: Office,
  send: Send,
  notices: readonly Notice[],
  { slot = atOnce, facts, ending }: Means = {},
): Promise<void> {
  let current = send;
  for (let later = 0; ; ) {
    if (!(await passGate(world, office, current, ending))) return;
    const outcome = await slot(async () => {
      current = { ...current, attempts: current.attempts + 1 };
      // A person's message may be said twice after a crash here, a group's must not: only that is worth a write.
      if (current.attempts > 1 || current.to.startsWith('group/')) await world.store.outbox.settle(office.org, current);
      return attempt(world, office, current);
    });
    if (outcome.result === 'later') {
      // A refused request never arrived: it does not count as an attempt, whoever takes the message up.
      current = { ...current, attempts: current.attempts - 1 };
      if (current.to.startsWith('group/')) await world.store.outbox.settle(office.org, current);
      if (!(await waitFor(world, office, current, outcome.retryAfterMs, ending))) return;
      if (++later >= LATER_TRIES)
        return world.log.warn({ org: office.org, send: send.id }, 'still not sent: left to the next round');
      current = { ...current, chat: await chatNow(world, office, current) };
      continue;
    }
    const again = outcome.result === 'unconfirmed' && !outcome.final && current.to.startsWith('person/');
    if (again && current.attempts < 2) continue;
    return settle(world, office, current, outcome, notices, facts);
  }
}

/** False if the process ends before its turn. */
async function passGate(world: World, office: Office, send: Send, ending?: AbortSignal): Promise<boolean> {
  const { gates } = world.store;
  const wait = await gates.reserve(send.chat, send.to.startsWith('group/'), world.clock.machine());
  return pause(world, office, send, wait, ending);
}

/** Waits without losing the message to a process that would think this one dead; false if the process ends. */
async function pause(world: World, office: Office, send: Send, ms: number, ending?: AbortSignal): Promise<boolean> {
  for (let left = ms; left > 0 && !ending?.aborted; left -= RENEW_MS) {
    await sleep(Math.min(left, RENEW_MS), undefined, ending ? { signal: ending } : {}).catch(() => undefined);
    if (left > RENEW_MS && !ending?.aborted) await world.store.outbox.settle(office.org, send);
  }
  return !ending?.aborted;
}

async function waitFor(
  world: World,
  office: Office,
  send: Send,
  retryAfterMs: number | undefined,
  ending?: AbortSignal,
): Promise<boolean> {
  if (retryAfterMs !== undefined) await world.store.gates.pause(world.clock.machine() + retryAfterMs);
  return pause(world, office, send, Math.min(retryAfterMs ?? 1000, 60_000), ending);
}

async function chatNow(world: World, office: Office, send: Send): Promise<number> {
  const link = await world.store.links.chatOf(office.org, send.to as `person/${string}`);
  return link?.chat ?? send.chat;
}

async function attempt(world: World, office: Office, send: Send): Promise<Attempted> {
  try {
    const message = rendered(send.message, send.language, send.token, world.say);
    const { file } = send.message;
    const sent = file
      ? await sendEnclosed(world, office, send, file, message)
      : await world.chat.send(send.chat, message);
    return { result: 'sent', messageId: sent.messageId };
  } catch (failure) {
    if (failure instanceof DeliveryFailure) return failed(world, office, send, failure);
    // Our own bug (a message that does not fit): it must not stop the others, nor be tried for ever.
    world.log.error({ error: failure, org: office.org, send: send.id }, 'a message could not be made');
    return { result: 'unconfirmed', why: 'unfit', final: true };
  }
}

type Attempted = Outcome & { readonly retryAfterMs?: number };

async function failed(world: World, office: Office, send: Send, failure: DeliveryFailure): Promise<Attempted> {
  const { outcome, movedTo, retryAfterMs, message: why } = failure;
  world.log.warn({ org: office.org, send: send.id, outcome, why }, 'a message was not delivered');
  if (movedTo !== undefined) await world.store.links.move(send.chat, movedTo);
  const wait = movedTo === undefined ? retryAfterMs : 0;
  return { result: outcome, why, ...(wait === undefined ? {} : { retryAfterMs: wait }) };
}

async function settle(
  world: World,
  office: Office,
  send: Send,
  outcome: Outcome,
  notices: readonly Notice[],
  known?: readonly OccurrenceFacts[],
): Promise<void> {
  const { org, planVersion } = office;
  const now = world.clock.now();
  const result = outcome.result === 'later' ? 'unconfirmed' : outcome.result;
  const settled: Send = {
    ...send,
    state: result,
    ...(outcome.result === 'sent' ? { messageId: outcome.messageId } : {}),
  };
  const spoken = notices.filter((n) => n.kind !== 'answer');
  if (spoken.length === 0) await world.store.outbox.settle(org, settled);
  else {
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
    const facts = known ?? (await world.store.ledger.occurrences(org, Object.keys(told)));
    const wakes = lateNews(office, facts, told, now);
    await world.store.ledger.append(org, {
      heads: {},
      entries: [entry],
      told,
      touch: { at: now, wakes },
      settles: settled,
    });
    // Nobody waits for a bell: one that is lost is found by reconcile.
    for (const wake of wakes) void world.timer.set(org, wake, now);
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

/**
 * Measures whose ladder waits for this news: told when grace was already over, or not at all. Told before that it
 * changes nothing now: the measure wakes at the end of grace and reads it then.
 */
function lateNews(
  { plan }: Office,
  facts: readonly OccurrenceFacts[],
  told: Readonly<Record<string, Told>>,
  now: number,
): WakeKey[] {
  const isLate = (f: OccurrenceFacts) =>
    told[f.id]?.how === 'gone' || (f.due <= now && graceEndOf(f, undefined, plan.organization) <= now);
  const late = facts.filter((f) => told[f.id] !== undefined && isLate(f));
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
  const ids = send.notices.map((id) => id.split('#')[0]!);
  const facts = await world.store.ledger.occurrences(office.org, ids);
  const notices = noticesOf(send, facts);
  // The buttons' tokens are bound beside the freeze: a process that died in between left them unbound.
  await world.store.outbox.rebind(office.org, send, actionsOf(send.message));
  const unsure: Outcome = { result: 'unconfirmed', why: 'the process ended while it was being sent' };
  const isSpent = send.attempts > 0 && (send.to.startsWith('group/') || send.attempts >= 2);
  const isNeedless = facts.length > 0 && facts.every((f) => f.settled);
  if (isSpent || isNeedless) return settle(world, office, send, unsure, notices, facts);
  // A person's first attempt is not noted before it is made: it may have been made.
  const attempts = send.to.startsWith('person/') ? Math.max(1, send.attempts) : send.attempts;
  return dispatch(world, office, { ...send, attempts }, notices, { facts });
}

/** The notices of a send, as far as its ids tell: kind by rung and recipient. */
function noticesOf(send: Send, facts: readonly OccurrenceFacts[]): readonly Notice[] {
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
