import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Instant } from '../core/calendar.ts';
import type { Phrase } from '../core/phrase.ts';
import { botApi, type Http } from './bot-api.ts';
import { control } from './control.ts';
import type { Change, Desk } from './desk.ts';
import { type Faults, openFaults } from './faults.ts';
import { onlyFromHere } from './guard.ts';
import { page } from './page.ts';
import { openPeople, type People } from './people.ts';
import { type Seat, seatAll } from './seats.ts';
import { openShelf } from './shelf.ts';
import { openSnapshot } from './snapshot.ts';
import { type Listen, openTranscript, type Transcript, waitFor } from './transcript.ts';
import { type Lifetimes, openUpdates } from './updates.ts';

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
  readonly language?: SandboxLanguage;
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

const DAY_MS = 24 * 3_600_000;
const telegramLifetimes: Lifetimes = { updateMs: DAY_MS, tapMs: 150_000 };

/** Opens a local Telegram: the Bot API for the bot, the people's side for tests, and the page for a visitor. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const listeners = new Set<(change: Change) => void>();
  const listen: Listen = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const { desk, flush } = openDesk(options, (change) => {
    for (const listener of listeners) listener(change);
  });
  seatAll(desk, options.seats);
  const faults = openFaults();
  const people = openPeople(desk);
  const controlToken = randomBytes(24).toString('base64url');
  const host = options.host ?? '127.0.0.1';
  const app = new Hono<Http>().route('/', botApi({ desk, token: options.token, faults })).use(onlyFromHere(host));
  app.route('/', control({ desk, people, faults, listen, clock: options.clock, token: controlToken }));
  const { say, language = 'zh' } = options;
  if (say) app.route('/', page({ token: controlToken, language, say }));
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const port = await listenOn(server, host, options.port ?? 0, options.nextPort ?? true);
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return {
    url,
    apiRoot: url,
    token: options.token,
    controlToken,
    people,
    faults,
    listen,
    seat: (seat) => seatAll(desk, [seat]),
    chat: (id) => openTranscript(desk, listen, id),
    answerTo: (query, within) => answerTo(desk, listen, query, within),
    pending: () => desk.updates.pending(),
    close: async () => {
      desk.updates.release();
      await closed(server);
      flush();
    },
  };
}

function openDesk(options: SandboxOptions, tell: (change: Change) => void): { desk: Desk; flush(): void } {
  const machineNow = options.machineNow ?? Date.now;
  const { state, touch, flush } = openSnapshot(options.dir, machineNow());
  const lifetimes = { ...telegramLifetimes, ...options.lifetimes };
  const desk: Desk = {
    state,
    bot: {
      id: options.bot.id,
      username: options.bot.username,
      firstName: options.bot.first_name,
      privacy: options.privacy ?? true,
    },
    lifetimes,
    updates: openUpdates({ state, lifetimes, machineNow, changed: touch }),
    shelf: openShelf(options.dir),
    now: options.now,
    machineNow,
    changed: (change) => {
      touch();
      tell(change);
    },
  };
  return { desk, flush };
}

function answerTo(desk: Desk, listen: Listen, query: string, within?: number) {
  return waitFor(
    listen,
    (change) => change.kind === 'answer' && change.query === query,
    () => desk.state.queries[query]?.answer,
    () => `the bot has not answered tap ${query}`,
    within,
  );
}

/** @throws the listen error, unless the port is busy and the next one may be taken */
async function listenOn(server: Server, host: string, port: number, next: boolean): Promise<number> {
  for (let tried = port; ; tried += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(tried, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!busy || !next || port === 0 || tried >= port + 50) throw error;
    }
  }
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // What hangs by an injected fault, or listens for events, ends with the server.
    setImmediate(() => server.closeAllConnections());
  });
}
