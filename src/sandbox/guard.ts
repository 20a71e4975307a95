import { timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';

const loopback = /^(localhost|[\w-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** Refuses names that only point here: a page elsewhere could reach this server by rebinding its own name. */
export function onlyFromHere(host: string): MiddlewareHandler {
  return async (c, next) => {
    const name = (c.req.header('host') ?? '').replace(/:\d+$/, '');
    if (!loopback.test(name) && name !== host) return c.json({ code: 'foreign-host' }, 403);
    return next();
  };
}

/** Lets the page itself in, and whoever holds its token; other web pages are refused. */
export function onlyFromPage(token: string): MiddlewareHandler {
  return async (c, next) => {
    if (isForeign(c)) return c.json({ code: 'foreign-page' }, 403);
    const given = c.req.header('x-control-token') ?? c.req.query('token') ?? '';
    if (!sameSecret(given, token)) return c.json({ code: 'wrong-token' }, 403);
    return next();
  };
}

function isForeign(c: Context): boolean {
  const origin = c.req.header('origin');
  if (origin !== undefined && origin !== `http://${c.req.header('host')}`) return true;
  const site = c.req.header('sec-fetch-site');
  if (site === undefined || site === 'same-origin') return false;
  // `none`: the person opened the address directly.
  return !(site === 'none' && c.req.method === 'GET');
}

function sameSecret(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
