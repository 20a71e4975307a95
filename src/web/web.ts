import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { type Phrase, phrase } from '../core/phrase.ts';
import { type ReadFeed, serveFeeds } from './feed.ts';
import { type Health, isHealthy } from './health.ts';
import { openMetrics } from './metrics.ts';

export interface WebOptions {
  /** A default port moves on to the next free one, a set one must be free. */
  readonly port: { readonly number: number; readonly set: boolean };
  readonly version: string;
  readonly health: () => Promise<Health>;
  /** A calendar by its secret; undefined where there is none. */
  readonly feed?: ReadFeed;
}

export type WebOpened =
  | { readonly ok: true; readonly port: number; readonly close: () => Promise<void> }
  | { readonly ok: false; readonly problem: Phrase };

/** A look at a Redis that hangs must not hang too. */
const LOOK_MS = 2_000;
const PORTS_TRIED = 50;

/** The one HTTP server of the office: health, metrics, calendars. */
export async function openWeb(options: WebOptions): Promise<WebOpened> {
  const server = createAdaptorServer({ fetch: webApp(options).fetch }) as Server;
  const { number, set } = options.port;
  const last = set ? number : Math.min(number + PORTS_TRIED, 65_535);
  for (let port = number; port <= last; port++) {
    const fault = await listen(server, port);
    if (!fault) return { ok: true, port: (server.address() as AddressInfo).port, close: () => close(server) };
    if (fault !== 'EADDRINUSE') return { ok: false, problem: phrase('config-port-refused', { port: String(port) }) };
  }
  return { ok: false, problem: phrase('config-port-busy', { port: String(number) }) };
}

/** Health, metrics and calendars as routes, for a server of their own or the local chat's. */
export function webApp({ version, health, feed }: Pick<WebOptions, 'version' | 'health' | 'feed'>): Hono {
  const look = () => lookWithin(health, version);
  const metrics = openMetrics();
  const app = new Hono();
  app.get('/health', async (context) => {
    const found = await look();
    return context.json({ ok: isHealthy(found), ...found }, isHealthy(found) ? 200 : 503, {
      'cache-control': 'no-store',
    });
  });
  app.get('/metrics', async (context) => {
    return context.text(await metrics.expose(await look()), 200, { 'content-type': metrics.contentType });
  });
  if (feed) serveFeeds(app, feed);
  return app;
}

async function lookWithin(health: () => Promise<Health>, version: string): Promise<Health> {
  const blind = { version, redis: false, poller: 'stopped', lastPollMs: null } as const;
  const nothing: Health = { ...blind, outboxWaiting: 0, wakesLate: 0, caughtUp: false };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Health>((resolve) => {
    timer = setTimeout(resolve, LOOK_MS, nothing);
  });
  const found = await Promise.race([health().catch(() => nothing), late]);
  clearTimeout(timer);
  return found;
}

function listen(server: Server, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void => resolve(error.code ?? error.message);
    server.once('error', failed);
    // Health tells an outsider what runs here: only this machine may ask.
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      resolve(undefined);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Keep-alive connections of a monitor would hold up the stop.
    server.closeAllConnections();
  });
}
