import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { perform } from './acts.ts';
import type { Http } from './bot-api.ts';
import type { SandboxClock } from './contract.ts';
import type { Change, Desk } from './desk.ts';
import { download } from './download.ts';
import { type Drive, openDrive, type Step, steps } from './drive.ts';
import { type EventStream, openEventStream } from './event-stream.ts';
import { type Faults, readFault } from './faults.ts';
import { onlyFromPage } from './guard.ts';
import { textOf } from './params.ts';
import type { People } from './people.ts';
import { ActRefused, Refusal } from './refusal.ts';
import { readParams } from './request.ts';
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

/** What the page does, and tests in other processes may do: look, act, move the clock, break things. */
export function control({ desk, people, faults, listen, clock, token }: ControlOptions): Hono<Http> {
  const events = openEventStream();
  listen((change) => events.listeners() > 0 && tellChange(desk, change, events));
  const app = new Hono<Http>();
  app.use('/control/*', onlyFromPage(token));
  app.onError(refuse);
  app.get('/control/events', (c) => streamSSE(c, (stream) => events.follow(stream)));
  app.get('/control/file/:id', (c) => download(desk, c.req.param('id')));
  app.post('/control/act/:act', async (c) => {
    return c.json({ result: perform(people, c.req.param('act'), await readParams(c)) as number | string });
  });
  const readClock = addClock(app, desk, clock, events);
  app.get('/control/state', async (c) => {
    const { state, bot } = desk;
    return c.json({
      world: state.openedAt,
      bot,
      seats: seatsView(desk),
      messages: chatsView(desk),
      clock: await readClock(),
    });
  });
  addFaults(app, faults);
  return app;
}

function refuse(error: Error, c: Context): Response {
  if (error instanceof ActRefused) return c.json({ code: error.code }, 409);
  if (error instanceof Refusal) return c.json({ code: error.code === 413 ? 'too-large' : 'bad-request' }, 400);
  throw error;
}

function addFaults(app: Hono<Http>, faults: Faults): void {
  app.post('/control/faults', async (c) => {
    const fault = readFault(await c.req.json().catch(() => undefined));
    if (!fault) throw new ActRefused('unknown-fault');
    faults.add(fault);
    return c.json({ result: faults.waiting() });
  });
  app.delete('/control/faults', (c) => {
    faults.clear();
    return c.json({ result: 0 });
  });
}

const isStep = (step: string): step is Step => step === 'event' || Object.hasOwn(steps, step);

function addClock(app: Hono<Http>, desk: Desk, clock: SandboxClock | undefined, events: EventStream) {
  const read = () => clockView(desk, clock, drive);
  const tell = async (failure?: unknown) => events.tell('clock', { ...(await read()), failed: failure !== undefined });
  const drive = clock && openDrive(clock, (failure) => void tell(failure));
  app.get('/control/clock', async (c) => c.json(await read()));
  app.post('/control/clock', async (c) => {
    const step = textOf(await readParams(c), 'step');
    if (!drive || !isStep(step)) throw new ActRefused('unknown-step');
    const { outcome } = await drive.move(step);
    return outcome === 'moving' ? c.json({ result: outcome }, 202) : c.json({ code: outcome }, 409);
  });
  return read;
}

async function clockView(desk: Desk, clock: SandboxClock | undefined, drive: Drive | undefined) {
  if (!clock) return { now: desk.now(), zone: 'Asia/Shanghai', movable: false, busy: false };
  const journey = drive?.journey();
  const next = journey ? undefined : await clock.nextEvent();
  return { now: clock.now(), zone: clock.zone, movable: true, busy: clock.busy(), journey, next };
}

function tellChange(desk: Desk, change: Change, events: EventStream): void {
  if (change.kind === 'message') events.tell('message', shown(desk, change.message));
  if (change.kind === 'action') events.tell('action', { chat: change.chat, action: change.action });
  if (change.kind === 'seat') events.tell('seats', seatsView(desk));
  if (change.kind !== 'answer') return;
  const { query, person } = change;
  events.tell('answer', { query, person, ...desk.state.queries[query]?.answer });
}
