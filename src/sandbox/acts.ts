import { flagOf, integerOf, isRecord, type Params, textOf } from './params.ts';
import type { People } from './people.ts';
import { ActRefused } from './refusal.ts';
import type { BotMembership } from './state.ts';
import type { Written } from './writing.ts';

type Act = (people: People, params: Params, person: number, chat: number) => unknown;

/** What a person's seat can do over HTTP: `POST /control/act/<name>`. */
const acts: Readonly<Record<string, Act>> = {
  start: (people, params, person) => people.start(person, textOf(params, 'payload') || undefined),
  say: (people, params, person, chat) => people.say(person, chat, written(params)),
  edit: (people, params, person, chat) =>
    people.edit(person, chat, integerOf(params, 'message'), textOf(params, 'text')),
  tap: (people, params, person, chat) => people.tap(person, chat, integerOf(params, 'message'), textOf(params, 'data')),
  react: (people, params, person, chat) =>
    people.react(person, chat, integerOf(params, 'message'), textOf(params, 'emoji')),
  attach,
  location: (people, params, person, chat) =>
    people.sendLocation(person, chat, Number(params.raw('latitude')), Number(params.raw('longitude'))),
  block: (people, _params, person) => people.block(person),
  unblock: (people, _params, person) => people.unblock(person),
  'set-bot': (people, params, person, chat) =>
    people.setBot(person, chat, membershipOf(params), textOf(params, 'payload') || undefined),
  upgrade: (people, _params, person, chat) => people.upgrade(person, chat),
};

export function perform(people: People, name: string, params: Params): unknown {
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (!act) throw new ActRefused('unknown-act');
  const person = integerOf(params, 'person');
  const result = act(people, params, person, params.has('chat') ? integerOf(params, 'chat') : person);
  return isRecord(result) && 'id' in result ? result.id : (result ?? true);
}

const written = (params: Params): Written => ({
  text: textOf(params, 'text'),
  replyTo: integerOf(params, 'replyTo') || undefined,
});

const photoTypes = ['image/jpeg', 'image/png', 'image/webp'];

function attach(people: People, params: Params, person: number, chat: number): unknown {
  const upload = params.upload('file');
  if (!upload) throw new ActRefused('no-file');
  if (upload.type.startsWith('audio/ogg')) return people.sendFile(person, chat, 'voice', upload, written(params));
  const asPhoto = photoTypes.includes(upload.type) && !flagOf(params, 'asDocument');
  return people.sendFile(person, chat, asPhoto ? 'photo' : 'document', upload, written(params));
}

function membershipOf(params: Params): BotMembership {
  const given = textOf(params, 'membership');
  const known = (['administrator', 'member', 'left', 'kicked'] as const).find((one) => one === given);
  if (!known) throw new ActRefused('unknown-membership');
  return known;
}
