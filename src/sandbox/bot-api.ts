import { setTimeout as pause } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import type { Desk } from './desk.ts';
import type { FaultKind, Faults } from './faults.ts';
import { limits } from './files.ts';
import { methodOf } from './methods/index.ts';
import type { Pace } from './pace.ts';
import { integerOf, type Params } from './params.ts';
import { Refusal } from './refusal.ts';
import { readParams } from './request.ts';

export type Http = { Bindings: HttpBindings };

interface BotApiOptions {
  readonly desk: Desk;
  readonly token: string;
  readonly faults: Faults;
  /** Without it nothing is ever too much. */
  readonly pace?: Pace;
}

/** `/bot<token>/<method>` and `/file/bot<token>/<path>`, as api.telegram.org answers them. */
export function botApi({ desk, token, faults, pace }: BotApiOptions): Hono<Http> {
  const app = new Hono<Http>();
  app.all('/:bot{bot[^/]+}/:method', async (c) => {
    try {
      checkToken(c.req.param('bot').slice('bot'.length), token);
      const params = await readParams(c);
      const method = c.req.param('method').toLowerCase();
      const chat = params.has('chat_id') ? integerOf(params, 'chat_id') : undefined;
      const fault = faults.take(method, chat);
      if (pace && chat !== undefined && isPaced(method)) pace.check(desk, chat);
      return await underFault(c, fault, () => call(desk, method, params, c.req.raw.signal));
    } catch (error) {
      if (error instanceof Refusal) return refuse(error);
      throw error;
    }
  });
  app.get('/file/:bot{bot[^/]+}/:path{.+}', (c) => {
    if (c.req.param('bot') !== `bot${token}`) return refuse(new Refusal(401, 'Unauthorized'));
    return sendFile(desk, c.req.param('path'));
  });
  return app;
}

// A chat action is no message.
const isPaced = (method: string): boolean => method.startsWith('send') && method !== 'sendchataction';

function checkToken(given: string, token: string): void {
  if (given === token) return;
  const wellFormed = /^\d{1,15}:[\w-]{10,}$/.test(given);
  throw new Refusal(401, wellFormed ? 'Unauthorized' : 'Unauthorized: invalid token specified');
}

async function call(desk: Desk, name: string, params: Params, signal: AbortSignal): Promise<unknown> {
  const method = methodOf(name);
  if (!method) throw new Refusal(404, 'Not Found: method not found');
  return method(desk, params, signal);
}

function refuse({ code, message, parameters }: Refusal): Response {
  const body = { ok: false, error_code: code, description: message, ...(parameters && { parameters }) };
  return new Response(JSON.stringify(body), { status: code, headers: { 'content-type': 'application/json' } });
}

async function answered(c: Context<Http>, act: () => Promise<unknown>): Promise<Response> {
  return c.json({ ok: true, result: (await act()) as object });
}

async function underFault(c: Context<Http>, fault: FaultKind | undefined, act: () => Promise<unknown>) {
  if (!fault) return answered(c, act);
  switch (fault.kind) {
    case 'too-many':
      throw new Refusal(429, `Too Many Requests: retry after ${fault.retryAfter}`, { retry_after: fault.retryAfter });
    case 'server-error':
      throw new Refusal(500, 'Internal Server Error');
    case 'bad-gateway':
      return c.html(
        '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
        502,
      );
    case 'delay':
      await pause(fault.ms);
      return answered(c, act);
    case 'slow':
      return after(await answered(c, act), fault.ms);
    default:
      return broken(c, fault.kind, act);
  }
}

async function after(response: Response, ms: number): Promise<Response> {
  await pause(ms);
  return response;
}

// The act's own refusal is lost with the connection, as it would be.
async function broken(c: Context<Http>, kind: FaultKind['kind'], act: () => Promise<unknown>): Promise<Response> {
  if (kind.endsWith('-after')) await act().catch(() => undefined);
  if (kind.startsWith('reset')) c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

function sendFile(desk: Desk, path: string): Response {
  const file = Object.values(desk.state.files).find((one) => one.path === path);
  const content = file && file.size <= limits.fetch ? desk.shelf.get(file.id) : undefined;
  if (!file || !content) return refuse(new Refusal(404, 'Not Found'));
  return new Response(new Uint8Array(content), { headers: { 'content-type': file.type } });
}
