import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { perform } from './acts.ts';
import type { Http } from './bot-api.ts';
import type { Change, Desk } from './desk.ts';
import { type Drive, openDrive, type Step, steps } from './drive.ts';
import type { Fault, Faults } from './faults.ts';
import { onlyFromPage } from './guard.ts';
import { textOf } from './params.ts';
import { ActRefused, type People } from './people.ts';
import { Refusal } from './refusal.ts';
import { readParams } from './request.ts';
import type { SandboxClock } from './sandbox.ts';
import { type Listen, shown } from './transcript.ts';
import { chatsView, seatsView } from './view.ts';

export interface ControlOptions {
  readonly desk: Desk;
  readonly people: People;
  readonly faults: Faults;
  readonly listen: Listen;
  readonly clock: SandboxClock | undefined;
  readonly token: string;
}

type Tell = (event: string, data: unknown) => void;

/** What the page does, and tests in other processes may do: look, act, move the clock, break things. */
export function control({ desk, people, faults, listen, clock, token }: ControlOptions): Hono<Http> {
  const tellers = new Set<Tell>();
  const tell: Tell = (event, data) => {
    for (const one of tellers) one(event, data);
  };
  const tellClock = async (failure?: unknown) =>
    tell('clock', { ...(await clockView(desk, clock, drive)), failed: failure !== undefined });
  const drive = clock && openDrive(clock, (failure) => void tellClock(failure));
  listen((change) => tellers.size > 0 && tellChange(desk, change, tell));

  const app = new Hono<Http>();
  app.use('/control/*', onlyFromPage(token));
  app.onError((error, c) => {
    if (error instanceof ActRefused) return c.json({ code: error.code }, 409);
    if (error instanceof Refusal) return c.json({ code: error.code === 413 ? 'too-large' : 'bad-request' }, 400);
    throw error;
  });
  app.get('/control/state', async (c) =>
    c.json({
      world: desk.state.openedAt,
      bot: desk.bot,
      seats: seatsView(desk),
      messages: chatsView(desk),
      clock: await clockView(desk, clock, drive),
    }),
  );
  app.get('/control/events', (c) => streamSSE(c, (stream) => follow(stream, tellers)));
  app.post('/control/act/:act', async (c) => {
    return c.json({ result: perform(people, c.req.param('act'), await readParams(c)) as number | string });
  });
  app.post('/control/clock', async (c) => {
    const step = textOf(await readParams(c), 'step');
    if (!drive || !isStep(step)) throw new ActRefused('unknown-step');
    const { outcome } = await drive.move(step);
    return c.json(outcome === 'moving' ? { result: outcome } : { code: outcome }, outcome === 'moving' ? 202 : 409);
  });
  app.get('/control/clock', async (c) => c.json(await clockView(desk, clock, drive)));
  app.get('/control/file/:id', (c) => file(desk, c.req.param('id')));
  app.post('/control/faults', async (c) => {
    faults.add(await c.req.json<Fault>());
    return c.json({ result: faults.waiting() });
  });
  app.delete('/control/faults', (c) => {
    faults.clear();
    return c.json({ result: 0 });
  });
  return app;
}

const isStep = (step: string): step is Step => step === 'event' || Object.hasOwn(steps, step);

async function clockView(desk: Desk, clock: SandboxClock | undefined, drive: Drive | undefined) {
  const journey = drive?.journey();
  const next = journey ? undefined : await clock?.nextEvent();
  return { now: clock?.now() ?? desk.now(), zone: clock?.zone ?? 'Asia/Shanghai', movable: !!clock, journey, next };
}

function tellChange(desk: Desk, change: Change, tell: Tell): void {
  if (change.kind === 'message') tell('message', shown(desk, change.message));
  if (change.kind === 'seat') tell('seats', seatsView(desk));
  if (change.kind !== 'answer') return;
  const query = desk.state.queries[change.query];
  tell('answer', { query: change.query, person: change.person, ...query?.answer });
}

interface Stream {
  writeSSE(message: { event: string; data: string }): Promise<void>;
  onAbort(listener: () => void): void;
}

const HEARTBEAT_MS = 20_000;

function follow(stream: Stream, tellers: Set<Tell>): Promise<void> {
  const send: Tell = (event, data) => void stream.writeSSE({ event, data: JSON.stringify(data) });
  tellers.add(send);
  send('hello', {});
  const beat = setInterval(() => send('beat', {}), HEARTBEAT_MS);
  return new Promise((resolve) => {
    stream.onAbort(() => {
      clearInterval(beat);
      tellers.delete(send);
      resolve();
    });
  });
}

// Only these are shown in place. Anything else is downloaded: a page that somebody uploaded must not run here.
const shownInPlace = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'audio/ogg'];

function file(desk: Desk, id: string): Response {
  const known = desk.state.files[id];
  const content = known && desk.shelf.get(id);
  if (!known || !content) return new Response(null, { status: 404 });
  const inPlace = shownInPlace.includes(known.type);
  const name = encodeURIComponent(known.name ?? known.path.split('/').at(-1)!);
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': inPlace ? known.type : 'application/octet-stream',
      'content-disposition': `${inPlace ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=31536000, immutable',
    },
  });
}
