import type { Hono } from 'hono';

export type ReadFeed = (token: string) => Promise<Uint8Array | undefined>;

export function feedPath(token: string): string {
  return `/calendar/${token}.ics`;
}

/**
 * Calendars by their secret addresses. An address that is none looks the same as one that was revoked, nothing of it is
 * kept on the way, and search engines are told to stay out.
 */
export function serveFeeds(app: Hono, read: ReadFeed): void {
  app.get('/calendar/:file', async (context) => {
    const [, token] = /^([A-Za-z0-9]{40})\.ics$/.exec(context.req.param('file')) ?? [];
    const bytes = token === undefined ? undefined : await read(token).catch(() => null);
    const headers = {
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    };
    // A store that does not answer for a moment must not make a phone forget the subscription.
    if (bytes === null) return context.text('', 503, { ...headers, 'retry-after': '60' });
    if (bytes === undefined) return context.text('', 404, headers);
    return context.body(bytes.slice().buffer, 200, { ...headers, 'content-type': 'text/calendar; charset=utf-8' });
  });
}
