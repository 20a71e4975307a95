import type { Hono } from 'hono';
import type { Instant } from '../core/calendar.ts';
import type { Phrase } from '../core/phrase.ts';
import type { Faults } from './faults.ts';
import type { People } from './people.ts';
import type { Seat } from './seats.ts';
import type { Listen, Transcript } from './transcript.ts';
import type { Lifetimes } from './updates.ts';

/** The office clock as the page sees and moves it; the wiring gives it. */
export interface SandboxClock {
  now(): Instant;
  readonly zone: string;
  nextEvent(): Promise<{ readonly at: Instant; readonly what: string } | undefined>;
  /** Steps through every wake-up on the way, each at its own time. */
  advance(to: Instant): Promise<void>;
  busy(): boolean;
}

export type SandboxLanguage = 'zh' | 'en';

export interface SandboxOptions {
  /** 0 or nothing picks a free one. */
  readonly port?: number;
  /** Whether a busy port moves on to the next free one; true by default. */
  readonly nextPort?: boolean;
  /** Loopback by default. */
  readonly host?: string;
  readonly token: string;
  readonly bot: { readonly id: number; readonly username: string; readonly first_name: string };
  readonly privacy?: boolean;
  /** Whether sends faster than Telegram's limits are answered with 429; false by default. */
  readonly paced?: boolean;
  /** Office time, which dates the messages. */
  now(): Instant;
  /** Machine time, epoch ms, for lifetimes; the host's clock by default. */
  machineNow?(): number;
  readonly lifetimes?: Partial<Lifetimes>;
  /** Where chats and undelivered updates are kept; in memory without it. */
  readonly dir?: string;
  readonly seats: readonly Seat[];
  readonly clock?: SandboxClock;
  /** Words the page; without it there is no page. */
  say?(phrase: Phrase, language: SandboxLanguage): string;
  /** The page's language until a visitor chooses; Chinese by default. */
  language?(): SandboxLanguage;
  /** What else this server answers: the office's health, say. */
  readonly routes?: Hono;
}

export interface Sandbox {
  /** Where the page is. */
  readonly url: string;
  /** grammY's `apiRoot`. */
  readonly apiRoot: string;
  readonly token: string;
  /** Opens `/control/…` to other processes, as header `x-control-token`. */
  readonly controlToken: string;
  readonly people: People;
  readonly faults: Faults;
  seat(seat: Seat): void;
  chat(id: number): Transcript;
  /** The bot's answer to a tap, once it has come. */
  answerTo(query: string, within?: number): Promise<{ readonly text: string; readonly alert: boolean }>;
  /** Updates the bot has not confirmed. */
  pending(): number;
  listen: Listen;
  close(): Promise<void>;
}
