import { type Desk, groupOf } from './desk.ts';
import { Refusal } from './refusal.ts';

/** Telegram's sending limits, where a sandbox is asked to hold them. */
export interface Pace {
  /** Counts a send that starts now; refuses it with 429 if it is one too many. */
  check(desk: Desk, chat: number): void;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

// Bot FAQ: about 30 messages a second in all, one a second to a chat, 20 a minute to a group.
const all = { count: 30, withinMs: SECOND_MS };
const perChat = { count: 1, withinMs: SECOND_MS };
const perGroup = { count: 20, withinMs: MINUTE_MS };

/** Sliding windows in machine time. A refused send does not count. */
export function openPace(): Pace {
  const sends = new Map<string, number[]>();
  return {
    check: (desk, chat) => {
      const now = desk.machineNow();
      const windows = [
        { key: 'all', ...all },
        { key: `chat ${chat}`, ...perChat },
        ...(groupOf(desk, chat) ? [{ key: `group ${chat}`, ...perGroup }] : []),
      ].map((limit) => ({ ...limit, recent: (sends.get(limit.key) ?? []).filter((at) => now - at < limit.withinMs) }));
      const full = windows.find(({ recent, count }) => recent.length >= count);
      if (full) throw tooMany(full.recent[0]! + full.withinMs - now);
      for (const { key, recent } of windows) sends.set(key, [...recent, now]);
    },
  };
}

function tooMany(waitMs: number): Refusal {
  const seconds = Math.max(1, Math.ceil(waitMs / SECOND_MS));
  return new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}
