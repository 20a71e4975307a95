import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { HOUR } from '../core/calendar.ts';
import { botApi, type Http } from './bot-api.ts';
import type { Sandbox, SandboxOptions } from './contract.ts';
import { type ControlOptions, control } from './control.ts';
import type { Change, Desk } from './desk.ts';
import { openFaults } from './faults.ts';
import { onlyFromHere } from './guard.ts';
import { closed, listenOn } from './listening.ts';
import { openPace } from './pace.ts';
import { page } from './page.ts';
import { openPeople } from './people.ts';
import { seatAll } from './seats.ts';
import { openShelf } from './shelf.ts';
import { openSnapshot } from './snapshot.ts';
import { type Listen, openTranscript, waitFor } from './transcript.ts';
import { type Lifetimes, openUpdates } from './updates.ts';

export type { Sandbox, SandboxClock, SandboxLanguage, SandboxOptions } from './contract.ts';

const telegramLifetimes: Lifetimes = { updateMs: 24 * HOUR, tapMs: 150_000 };

/** Opens a local Telegram: the Bot API for the bot, the people's side for tests, and the page for a visitor. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { listen, tell } = openListeners();
  const { desk, flush } = openDesk(options, tell);
  seatAll(desk, options.seats);
  const parts = { desk, listen, people: openPeople(desk), faults: openFaults() };
  const controlToken = randomBytes(24).toString('base64url');
  const { host = '127.0.0.1', port = 0, nextPort = true } = options;
  const server = createAdaptorServer({ fetch: appOf(options, host, controlToken, parts).fetch }) as Server;
  const url = addressOf(host, await listenOn(server, host, port, nextPort));
  return {
    url,
    apiRoot: url,
    token: options.token,
    controlToken,
    people: parts.people,
    faults: parts.faults,
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

function openListeners(): { listen: Listen; tell(change: Change): void } {
  const listeners = new Set<(change: Change) => void>();
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (change) => {
      for (const listener of listeners) listener(change);
    },
  };
}

type Parts = Omit<ControlOptions, 'clock' | 'token'>;

function appOf(options: SandboxOptions, host: string, controlToken: string, parts: Parts): Hono<Http> {
  const { token, clock, say, language = () => 'zh' } = options;
  const app = new Hono<Http>().route('/', botApi({ ...parts, token, pace: options.paced ? openPace() : undefined }));
  app.use(onlyFromHere(host));
  app.route('/', control({ ...parts, clock, token: controlToken }));
  if (say) app.route('/', page({ token: controlToken, language, say }));
  if (options.routes) app.route('/', options.routes);
  return app;
}

function addressOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
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
