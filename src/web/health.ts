import type { PollerState } from '../app/receive.ts';

/** How it stands, without a name or an id of anybody. */
export interface Health {
  readonly version: string;
  readonly redis: boolean;
  readonly poller: PollerState;
  /** Machine milliseconds since the platform last answered; null before the first answer. */
  readonly lastPollMs: number | null;
  readonly outboxWaiting: number;
  /** Wakes that have been due for over a minute. */
  readonly wakesLate: number;
  readonly caughtUp: boolean;
}

/** Beyond four long polls without an answer nobody can check in. */
const SILENT_MS = 120_000;

export function isHealthy({ redis, poller, lastPollMs, wakesLate }: Health): boolean {
  if (!redis || wakesLate > 0) return false;
  if (poller === 'standby' || poller === 'polling') return poller === 'standby' || (lastPollMs ?? 0) < SILENT_MS;
  // A conflict or an outage may pass; a refused token does not.
  return (poller === 'conflict' || poller === 'away') && lastPollMs !== null && lastPollMs < SILENT_MS;
}
