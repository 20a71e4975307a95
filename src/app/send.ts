import { setTimeout as sleep } from 'node:timers/promises';
import { DeliveryFailure } from '../chat/contract.ts';
import type { Send } from '../core/message.ts';
import type { Notice } from '../core/notice.ts';
import type { OccurrenceFacts } from '../core/occurrence.ts';
import { sendEnclosed } from './enclosure.ts';
import type { Office } from './office.ts';
import type { World } from './ports.ts';
import { rendered } from './render.ts';
import { type Outcome, settleSend } from './settle-send.ts';

/** A certain failure is tried again this often before the message is left to the next round. */
const LATER_TRIES = 6;
/** A wait longer than this renews the claim on the message, or another process would take it up: machine milliseconds. */
const RENEW_MS = 10_000;

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
    return settleSend(world, office, current, outcome, notices, facts);
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
