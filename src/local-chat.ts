import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Office } from './app/office.ts';
import type { Bot } from './bot.ts';
import type { MovableClock } from './clock.ts';
import type { Instant } from './core/calendar.ts';
import { type Phrase, phrase } from './core/phrase.ts';
import { openSandbox, type Sandbox, type SandboxClock } from './sandbox/sandbox.ts';
import type { Seat } from './sandbox/seats.ts';
import type { Say } from './speech.ts';
import { webApp } from './web/web.ts';

export type LocalChat =
  | {
      readonly ok: true;
      readonly url: string;
      readonly apiRoot: string;
      readonly token: string;
      /** Seats the people of the plans and lets the page move the clock. */
      play(bot: Bot): Promise<void>;
      close(): Promise<void>;
    }
  | { readonly ok: false; readonly problem: Phrase; readonly token: string };

/** The local chat of a bot without a token: a Bot API server and a page, in its own folder, with its own clock. */
export async function openLocalChat(options: {
  readonly dir: string;
  readonly port: { readonly number: number; readonly set: boolean };
  readonly clock: MovableClock;
  readonly say: Say;
  readonly version: string;
}): Promise<LocalChat> {
  const { dir, clock, port, say } = options;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const token = tokenIn(dir);
  if (port.set && !(await isFree(port.number)))
    return { ok: false, token, problem: phrase('config-port-busy', { port: String(port.number) }) };
  let bot: Bot | undefined;
  const routes = webApp({
    version: options.version,
    health: () => (bot ? bot.health() : Promise.reject(new Error('not started'))),
    feed: async (token) => bot?.feed(token),
  });
  const shown: { language: 'zh' | 'en' } = { language: 'zh' };
  const sandboxClock: SandboxClock & { zone: string } = {
    now: clock.now,
    zone: 'Asia/Shanghai',
    nextEvent: () => (bot ? nextEvent(bot, say) : Promise.resolve(undefined)),
    advance: async (to) => bot?.advance(to, clock.moveTo),
    busy: () => bot?.isMoving() ?? false,
  };
  const sandbox: Sandbox = await openSandbox({
    port: port.number,
    nextPort: !port.set,
    token,
    bot: { id: Number(token.split(':')[0]), username: 'duban_local_bot', first_name: '督办' },
    now: clock.now,
    dir: join(dir, 'chats'),
    seats: [],
    clock: sandboxClock,
    say,
    language: () => shown.language,
    routes,
  });
  return {
    ok: true,
    url: sandbox.url,
    apiRoot: sandbox.apiRoot,
    token,
    async play(opened) {
      bot = opened;
      const offices = await opened.offices.all();
      for (const office of offices) for (const seat of seatsOf(office)) sandbox.seat(seat);
      const [first] = offices;
      if (!first) return;
      sandboxClock.zone = first.plan.organization.zone;
      shown.language = first.plan.organization.language;
    },
    close: sandbox.close,
  };
}

/** Made once per folder: who knows it speaks as the bot, on this machine only. */
function tokenIn(dir: string): string {
  const file = join(dir, 'token');
  if (!existsSync(file)) writeFileSync(file, `100000001:${randomBytes(24).toString('base64url')}`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function seatsOf({ plan }: Office): readonly Seat[] {
  const people = plan.people.flatMap((p): Seat[] =>
    p.telegram === undefined
      ? []
      : [
          {
            kind: 'person',
            id: p.telegram,
            name: p.name,
            ...(p.post ? { post: p.post } : {}),
            language: p.language,
            started: true,
          },
        ],
  );
  const members = plan.people.flatMap((p) => p.telegram ?? []);
  const groups = plan.groups.flatMap((g): Seat[] =>
    g.telegram === undefined ? [] : [{ kind: 'group', id: g.telegram, title: g.name, members, bot: 'member' }],
  );
  return [...people, ...groups];
}

/** What the clock would move on to, in the words of the plan. */
async function nextEvent(bot: Bot, say: Say): Promise<{ at: Instant; what: string } | undefined> {
  const next = await bot.store.wakes.next();
  if (!next) return undefined;
  const office = await bot.offices.of(next.org);
  const id = next.wake.slice(next.wake.indexOf('/') + 1);
  const measure = office?.plan.measures.find((m) => m.id === id)?.title;
  const group = office?.plan.groups.find((g) => g.id === id)?.name;
  const person = office?.plan.people.find((p) => p.id === id)?.name;
  const what = next.wake.startsWith('person/')
    ? phrase('event-person', { name: person ?? id })
    : next.wake.startsWith('group/')
      ? phrase('event-digest', { group: group ?? id })
      : next.wake.startsWith('org/')
        ? phrase(`time-event-${id}`)
        : phrase('event-measure', { title: measure ?? id });
  return { at: next.at, what: say(what, office?.plan.organization.language ?? 'zh') };
}
