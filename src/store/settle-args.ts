import type { Instant } from '../core/calendar.ts';
import type { Send } from '../core/message.ts';
import type { OccurrenceId } from '../core/occurrence.ts';
import { orgKeys } from './keys.ts';
import { parse } from './record.ts';

export const KEEP_SECONDS = 180 * 24 * 3600;

/** What a message was frozen as, and under it, line by line, what became of it. */
export function readSent(stored: string): Send {
  const [frozen, ...outcomes] = stored.split('\n').map((line) => parse<Partial<Send>>(line));
  return Object.assign({}, frozen, ...outcomes) as Send;
}

/** Keys and arguments of a message's outcome, in the order of `settled.part.lua`. */
export function settleArgs(org: string, send: Send, machine: Instant) {
  const k = orgKeys(org);
  const { id, chat, token, messageId, state, attempts, to, at, decided, message: shownNow } = send;
  const message = messageId === undefined ? k.send(id) : k.message(chat, messageId);
  const arrived = state === 'sent' || state === 'unconfirmed';
  const numbered = send.message.items.some(({ no }) => no > 0);
  const flags = [messageId === undefined ? 0 : 1, arrived && numbered ? 1 : 0];
  const shown = messageId === undefined ? [] : occurrencesIn(send);
  return {
    keys: [k.send(id), k.sending, k.lists, k.shown(to), message],
    args: [
      id,
      `\n${JSON.stringify({ state, attempts, chat, token, messageId, ...(decided ? { decided, message: shownNow } : {}) })}`,
      KEEP_SECONDS,
      state,
      machine,
      to,
      at,
      ...flags,
      shown.length,
      ...shown,
    ],
  };
}

/**
 * Those it lists, and those whose notices it says (`<occurrence>#…`). An answer shows what somebody asked to see: it
 * does not take the place of the message that told them.
 */
function occurrencesIn({ message, notices }: Send): readonly OccurrenceId[] {
  if (notices.length > 0 && notices.every((notice) => notice.startsWith('answer@'))) return [];
  const said = notices.flatMap((notice) => (notice.includes('#') ? [notice.slice(0, notice.indexOf('#'))] : []));
  return [...new Set([...message.items.flatMap((item) => item.about), ...said])];
}
