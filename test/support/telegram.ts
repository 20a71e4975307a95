import { openSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts';
import type { GroupSeat, PersonSeat } from '../../src/sandbox/seats.ts';
import type { BotMembership } from '../../src/sandbox/state.ts';
import type { ShownMessage, WaitOptions } from '../../src/sandbox/transcript.ts';
import type { InlineButton } from '../../src/sandbox/wire.ts';

export const TEST_TOKEN = '700001:test-token-of-the-double-0001';
const bot = { id: 700001, username: 'duban_test_bot', first_name: '督办' };

export type TelegramOptions = Partial<Omit<SandboxOptions, 'clock' | 'say' | 'language'>>;
export type Wanted = string | RegExp | ((message: ShownMessage) => boolean);

/** Telegram for a test: in this process, on a free port, silent. `apiRoot` and `token` are what the bot needs. */
export interface Telegram extends Sandbox {
  readonly bot: typeof bot;
  /** The person with that id, seated where they are new; they have started the bot unless told otherwise. */
  person(id: number, name?: string, seat?: Partial<PersonSeat>): Person;
  /** The group with that id; the bot is a member unless told otherwise. */
  group(id: number, title?: string, seat?: Partial<GroupSeat>): Group;
}

/** What both a private chat and a group offer to a story. */
export interface Listener {
  /** Everything in the chat as it stands, deleted messages left out. */
  messages(): ShownMessage[];
  /** The next message of the bot that matches, among those not yet heard; later calls look only behind it. */
  hears(wanted: Wanted, options?: WaitOptions): Promise<ShownMessage>;
  /** Any message of the bot that matches as it stands now, heard or not, edited or not. */
  sees(wanted: Wanted, options?: WaitOptions): Promise<ShownMessage>;
  /** What the bot has said and nobody has yet heard. */
  unheard(): ShownMessage[];
}

export interface SayOptions {
  readonly replyTo?: ShownMessage | number;
  /** In this group rather than to the bot alone. */
  readonly in?: Group;
}

export interface TapOptions {
  /** On this message; by default the newest that carries the button. */
  readonly on?: ShownMessage | number;
  readonly in?: Group;
}

export interface Answer {
  readonly text: string;
  readonly alert: boolean;
}

export interface Tap {
  readonly query: string;
  /** The bot's answer to the tap. */
  answered(within?: number): Promise<Answer>;
}

export interface Person extends Listener {
  readonly id: number;
  starts(payload?: string): void;
  says(text: string, options?: SayOptions): ShownMessage;
  edits(message: ShownMessage, text: string): void;
  /** Taps the button with that text or data, else the only one whose text contains it. */
  taps(button: string, options?: TapOptions): Tap;
  sendsPhoto(options?: SayOptions & { readonly caption?: string; readonly content?: Buffer }): ShownMessage;
  sendsDocument(
    name: string,
    content: Buffer | string,
    options?: SayOptions & { readonly caption?: string },
  ): ShownMessage;
  sendsVoice(options?: SayOptions): ShownMessage;
  sendsAlbum(count: number, options?: SayOptions & { readonly caption?: string }): ShownMessage[];
  sendsLocation(latitude: number, longitude: number, options?: SayOptions): ShownMessage;
  reacts(message: ShownMessage, emoji: string): void;
  blocks(): void;
  unblocks(): void;
  /** Deletes the account. */
  deactivates(): void;
}

export interface Group extends Listener {
  readonly id: number;
  addsBot(by: Person, options?: { readonly as?: BotMembership; readonly payload?: string }): void;
  removesBot(by: Person): void;
  /** Turns it into a supergroup; answers the new one. */
  upgrades(by: Person): Group;
}

/** A one-pixel PNG. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export async function startTelegram(options: TelegramOptions = {}): Promise<Telegram> {
  const sandbox = await openSandbox({ token: TEST_TOKEN, bot, now: Date.now, seats: [], ...options });
  const known = new Map<number, Person | Group>();
  function once<Made extends Person | Group>(id: number, make: () => Made): Made {
    if (!known.has(id)) known.set(id, make());
    return known.get(id) as Made;
  }
  return {
    ...sandbox,
    bot,
    person: (id, name = `P${id}`, seat) =>
      once(id, () => {
        sandbox.seat({ kind: 'person', id, name, started: true, ...seat });
        return personIn(sandbox, id);
      }),
    group: (id, title = `G${id}`, seat) =>
      once(id, () => {
        sandbox.seat({ kind: 'group', id, title, bot: 'member', ...seat });
        return groupIn(sandbox, id);
      }),
  };
}

function personIn(sandbox: Sandbox, id: number): Person {
  const { people } = sandbox;
  const chatOf = (options?: SayOptions | TapOptions) => options?.in?.id ?? id;
  const written = (text: string, options?: SayOptions) => ({ text, replyTo: idOf(options?.replyTo) });
  const shown = (message: { id: number; chat: number }) =>
    sandbox
      .chat(message.chat)
      .messages()
      .find((one) => one.id === message.id)!;
  return {
    id,
    ...listenerIn(sandbox, id),
    starts: (payload) => void people.start(id, payload),
    says: (text, options) => shown(people.say(id, chatOf(options), written(text, options))),
    edits: (message, text) => people.edit(id, message.chat, message.id, text),
    taps: (button, options) => {
      const { message, data } = buttonIn(sandbox.chat(chatOf(options)).messages(), button, idOf(options?.on));
      const query = people.tap(id, message.chat, message.id, data);
      return { query, answered: (within) => sandbox.answerTo(query, within) };
    },
    sendsPhoto: ({ caption = '', content = pixel, ...options } = {}) =>
      shown(people.sendFile(id, chatOf(options), 'photo', png(content), written(caption, options))),
    sendsDocument: (name, content, { caption = '', ...options } = {}) => {
      const upload = { name, type: 'application/octet-stream', content: Buffer.from(content) };
      return shown(people.sendFile(id, chatOf(options), 'document', upload, written(caption, options)));
    },
    sendsVoice: (options) => {
      const upload = { name: 'voice.ogg', type: 'audio/ogg', content: Buffer.from('OggS') };
      return shown(people.sendFile(id, chatOf(options), 'voice', upload, written('', options)));
    },
    sendsAlbum: (count, { caption = '', ...options } = {}) =>
      people
        .sendAlbum(
          id,
          chatOf(options),
          Array.from({ length: count }, () => png(pixel)),
          written(caption, options),
        )
        .map(shown),
    sendsLocation: (latitude, longitude, options) =>
      shown(people.sendLocation(id, chatOf(options), latitude, longitude)),
    reacts: (message, emoji) => people.react(id, message.chat, message.id, emoji),
    blocks: () => people.block(id),
    unblocks: () => people.unblock(id),
    deactivates: () => people.deactivate(id),
  };
}

function groupIn(sandbox: Sandbox, id: number): Group {
  return {
    id,
    ...listenerIn(sandbox, id),
    addsBot: (by, { as = 'member', payload } = {}) => sandbox.people.setBot(by.id, id, as, payload),
    removesBot: (by) => sandbox.people.setBot(by.id, id, 'kicked'),
    upgrades: (by) => groupIn(sandbox, sandbox.people.upgrade(by.id, id)),
  };
}

function listenerIn(sandbox: Sandbox, id: number): Listener {
  const chat = sandbox.chat(id);
  let heard = 0;
  const standing = () => chat.messages().filter((message) => !message.deleted);
  const fromBot = () => standing().filter((message) => message.from.bot);
  const unheard = () => fromBot().filter((message) => message.id > heard);
  const what = (wanted: Wanted) => `waiting for ${wanted}`;
  return {
    messages: standing,
    unheard,
    sees: (wanted, options) =>
      chat.until(() => fromBot().findLast((message) => matches(message, wanted)), { what: what(wanted), ...options }),
    hears: async (wanted, options) => {
      const next = () => unheard().find((message) => matches(message, wanted));
      const message = await chat.until(next, { what: what(wanted), ...options });
      heard = message.id;
      return message;
    },
  };
}

function matches(message: ShownMessage, wanted: Wanted): boolean {
  if (typeof wanted === 'function') return wanted(message);
  return typeof wanted === 'string' ? message.text.includes(wanted) : wanted.test(message.text);
}

const idOf = (message: ShownMessage | number | undefined): number | undefined =>
  typeof message === 'object' ? message.id : message;

const png = (content: Buffer) => ({ name: 'photo.png', type: 'image/png', content });

function buttonIn(messages: ShownMessage[], wanted: string, on: number | undefined) {
  const tests: ((button: InlineButton) => boolean)[] = [
    (button) => button.text === wanted,
    (button) => button.callback_data === wanted,
    (button) => button.text.includes(wanted),
  ];
  const places = messages.filter((one) => !one.deleted && one.buttons.length && (on === undefined || one.id === on));
  for (const test of tests)
    for (const message of places.toReversed()) {
      const button = message.buttons.flat().find((one) => one.callback_data && test(one));
      if (button) return { message, data: button.callback_data! };
    }
  const there = places.flatMap((one) => one.buttons.flat().map((button) => button.text));
  throw new Error(`no button ${wanted}; there are: ${there.join(' ') || 'none'}`);
}
