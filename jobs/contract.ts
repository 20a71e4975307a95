import type { Delivery } from '../src/app/deliver.ts';
import type { Files } from '../src/app/fetch-files.ts';
import type { Lanes } from '../src/app/lanes.ts';
import type { Offices } from '../src/app/office.ts';
import type { WakeKey, World } from '../src/app/ports.ts';
import type { Instant } from '../src/core/calendar.ts';

/**
 * What happens by itself. A new job is one file in this folder and its line in `index.ts`.
 * Every run may be repeated, overtaken or run by two processes at once: it reads the truth from the store first.
 */
export type Job = WakeJob | BellJob | TickJob;

/** What jobs work with. */
export interface App {
  readonly world: World;
  readonly offices: Offices;
  readonly delivery: Delivery;
  readonly lanes: Lanes;
  readonly files: Files;
  readonly bells: Bells;
}

/** Runs when a wake of one kind is due; `id` is the part of the wake behind the slash. */
export interface WakeJob {
  readonly id: string;
  readonly trigger: { readonly on: 'wake'; readonly of: WakeKind };
  /** Answers the office instant of the wake as the store has it after the run, or null if there is none. */
  readonly run: (app: App, org: string, id: string) => Promise<Instant | null>;
}

/** Runs when somebody rings; many rings while it runs become one run more. */
export interface BellJob {
  readonly id: string;
  readonly trigger: { readonly on: 'bell'; readonly bell: Bell };
  readonly run: (app: App) => Promise<void>;
}

/** Runs in every process, again and again, `everyMs` of machine time after its last end. */
export interface TickJob {
  readonly id: string;
  readonly trigger: { readonly on: 'tick'; readonly everyMs: number };
  readonly run: (app: App) => Promise<void>;
}

export type WakeKind = 'measure' | 'group' | 'person' | 'org';
export type Bell = 'deliver' | 'inbox';

export interface DueWake {
  readonly org: string;
  readonly wake: WakeKey;
  readonly at: Instant;
}

/** What reconcile needs of the bells themselves. */
export interface Bells {
  /** Whether the bells were lost since they were last armed: a new store, or all keys of the queue deleted. */
  readonly needsRearm: () => Promise<boolean>;
  /** Sets the bell of every wake given; give all there are. */
  readonly rearm: (wakes: readonly DueWake[]) => Promise<void>;
  /** Runs a wake as its bell would, and sets the bell for what comes next. Never fails. */
  readonly runNow: (org: string, wake: WakeKey) => Promise<void>;
  /** Whether the bell has rung and its run is only waiting for its turn. */
  readonly isQueued: (org: string, wake: WakeKey) => Promise<boolean>;
}
