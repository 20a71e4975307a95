import type { Instant } from '../../src/core/calendar.ts';
import type { SandboxClock } from '../../src/sandbox/sandbox.ts';

interface Event {
  readonly at: Instant;
  readonly what: string;
}

export interface OfficeClock extends SandboxClock {
  /** Where it was moved to, in order. */
  readonly visited: Instant[];
  /** Makes `advance` wait until released. */
  hold(): void;
  release(): void;
  /** An event that is always next, whatever the time. */
  stick(event: Event): void;
}

/** An office clock that only moves when it is moved, with its events known beforehand. */
export function officeClock(start: Instant, events: readonly Event[], arrive?: (event: Event) => unknown): OfficeClock {
  let now = start;
  let stuck: Event | undefined;
  let gate: Promise<void> = Promise.resolve();
  let open = () => {};
  const visited: Instant[] = [];
  return {
    zone: 'Asia/Shanghai',
    visited,
    now: () => now,
    busy: () => false,
    nextEvent: async () => stuck ?? events.find((event) => event.at > now),
    advance: async (to) => {
      await gate;
      const from = now;
      now = to;
      visited.push(to);
      for (const event of events) if (event.at > from && event.at <= to) await arrive?.(event);
    },
    hold: () => {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    release: () => open(),
    stick: (event) => {
      stuck = event;
    },
  };
}
