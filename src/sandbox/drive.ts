import { DAY, HOUR, type Instant } from '../core/calendar.ts';
import type { SandboxClock } from './contract.ts';

export interface Journey {
  readonly from: Instant;
  readonly to: Instant;
  /** How far it has come, and what happens there. */
  readonly at: Instant;
  readonly what?: string;
}

export const steps = { hour: HOUR, day: DAY, week: 7 * DAY } as const;
export type Step = keyof typeof steps | 'event';

export interface Drive {
  journey(): Journey | undefined;
  /** Moves the clock on, one journey at a time; answers what came of the wish at once, and `done` later. */
  move(step: Step): Promise<{ readonly outcome: 'moving' | 'busy' | 'nothing-ahead'; readonly done?: Promise<void> }>;
}

// An event that does not go away when its time has come cannot hold the clock for ever.
const MAX_STUCK = 20;

/** Drives the office clock to a time, one event after another, so that the page can show each on the way. */
export function openDrive(clock: SandboxClock, changed: (failure?: unknown) => void): Drive {
  let journey: Journey | undefined;
  function show(next: Journey | undefined): void {
    journey = next;
    changed();
  }
  async function travel(from: Instant, to: Instant): Promise<void> {
    for (let stuck = 0; stuck < MAX_STUCK; ) {
      const next = await clock.nextEvent();
      if (!next || next.at > to) break;
      const at = Math.max(next.at, clock.now());
      stuck = next.at > clock.now() ? 0 : stuck + 1;
      show({ from, to, at, what: next.what });
      await clock.advance(at);
    }
    if (to > clock.now()) await clock.advance(to);
  }
  async function move(step: Step): ReturnType<Drive['move']> {
    if (journey) return { outcome: 'busy' };
    const from = clock.now();
    journey = { from, to: from, at: from };
    const to = step === 'event' ? (await clock.nextEvent())?.at : from + steps[step];
    if (to === undefined) {
      show(undefined);
      return { outcome: 'nothing-ahead' };
    }
    show({ from, to: Math.max(to, from), at: from });
    const done = travel(from, Math.max(to, from))
      .catch((failure: unknown) => changed(failure))
      .finally(() => show(undefined));
    return { outcome: 'moving', done };
  }
  return { journey: () => journey, move };
}
