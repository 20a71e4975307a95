import type { WakeKey, World } from '../src/app/ports.ts';
import type { Instant } from '../src/core/calendar.ts';

/**
 * What happens by itself. A new job is one file in this folder and its line in `index.ts`.
 * Every run may be repeated, overtaken or run by two processes at once: it reads the truth from the store first.
 */
export type Job = WakeJob | BellJob | TickJob;

/** Runs when a wake of one kind is due. */
export interface WakeJob {
  readonly id: string;
  readonly trigger: { readonly on: 'wake'; readonly of: WakeKind };
  /** Answers the office instant of the wake as the store has it after the run, or null if there is none. */
  readonly run: (world: World, org: string, wake: WakeKey) => Promise<Instant | null>;
}

/** Runs when somebody rings; many rings while it runs become one run more. */
export interface BellJob {
  readonly id: string;
  readonly trigger: { readonly on: 'bell'; readonly bell: Bell };
  readonly run: (world: World) => Promise<void>;
}

/** Runs in every process, again and again, `everyMs` of machine time after its last end. */
export interface TickJob {
  readonly id: string;
  readonly trigger: { readonly on: 'tick'; readonly everyMs: number };
  readonly run: (world: World, bells: Bells) => Promise<void>;
}

export type WakeKind = 'measure' | 'group' | 'person' | 'org';
export type Bell = 'deliver' | 'inbox';

export interface DueWake {
  readonly org: string;
  readonly wake: WakeKey;
  readonly at: Instant;
}

/** What reconcile may do with the bells themselves. */
export interface Bells {
  /** Whether the bells were lost since they were last armed: a new store, or all keys of the queue deleted. */
  readonly needsRearm: () => Promise<boolean>;
  /** Sets the bell of every wake given; give all there are. */
  readonly rearm: (wakes: readonly DueWake[]) => Promise<void>;
}
