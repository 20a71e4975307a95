import type { Event } from '../chat/contract.ts';
import { secretaryOf, toPerson } from '../core/ladder.ts';
import type { Button, Message } from '../core/message.ts';
import type { Notice, Recipient } from '../core/notice.ts';
import { phrase } from '../core/phrase.ts';
import { answer } from '../core/wording/echo.ts';
import { nameOf } from '../core/wording/item.ts';
import type { Office, Offices } from './office.ts';
import type { World } from './ports.ts';

/** Hours for which a link to join works. */
export const INVITE_HOURS = 7 * 24;

/** A one-time link: `t` and 24 random characters, kept in the store, worth nothing after its use. */
export async function invite(world: Pick<World, 'store' | 'dice'>, org: string, purpose: string): Promise<string> {
  const token = world.dice.token(24);
  await world.store.links.invite(org, token, purpose, INVITE_HOURS);
  return token;
}

/** Strangers get one polite sentence and nothing else (DESIGN §4.10). */
export async function greetStranger(world: World, event: Event): Promise<void> {
  world.log.info({ update: event.updateId }, 'a stranger wrote');
  if (await world.store.links.greetOnce(event.chat)) await whisper(world, event, 'stranger');
}

/** Said directly: who has no link has no outbox. */
async function whisper(world: World, event: Event, id: string): Promise<void> {
  const language = event.languageHint?.startsWith('en') ? 'en' : 'zh';
  const lines = [{ text: world.say(phrase(id), language) }];
  // A lane never waits for a send; a stranger's sentence may be lost, nothing else is.
  void world.chat
    .send(event.chat, { lines, buttons: [] })
    .catch((error) => world.log.warn({ error }, 'a stranger could not be answered'));
}

/** `/start <token>`: used, expired and guessed ones are refused alike. */
export async function joinByToken(
  world: World,
  offices: Offices,
  event: Event & { type: 'text' },
  token: string,
): Promise<void> {
  const found = /^[A-Za-z0-9_-]{8,64}$/.test(token) ? await world.store.links.redeem(token) : undefined;
  const office = found && (await offices.of(found.org));
  const person = found && office && personFor(office, found.purpose);
  if (!office || !person) {
    world.log.warn({ update: event.updateId, known: found !== undefined }, 'a link to join was refused');
    return whisper(world, event, 'invite-refused');
  }
  const how = found.purpose === 'claim' ? 'claim' : 'invite';
  await world.store.links.link(office.org, toPerson(person), event.chat);
  const at = event.at;
  const to = toPerson(person);
  const open = await world.store.ledger.askedOf(office.org, person);
  const lines = [
    phrase('joined', { name: nameOf(office.plan, person), office: office.plan.organization.name }),
    // A bot that was claimed before it has a plan waits for the paper.
    office.plan.measures.length === 0 ? phrase('drafting-send') : phrase('joined-open', { count: open.length }),
  ];
  const notice: Notice = {
    id: `answer@${office.org}.u${event.updateId}~${to}`,
    kind: 'answer',
    to,
    at,
    message: answer(...lines),
  };
  await world.store.ledger.append(office.org, {
    heads: {},
    source: `u${event.updateId}`,
    answer: '',
    entries: [{ at, by: person, about: [], planVersion: office.planVersion, kind: 'linked', recipient: to, how }],
    notices: [notice],
  });
  await world.timer.ring('deliver');
}

function personFor({ plan }: Office, purpose: string): string | undefined {
  if (purpose === 'claim') return secretaryOf(plan) ?? undefined;
  const id = purpose.slice('person/'.length);
  return plan.people.some((p) => p.id === id) ? id : undefined;
}

/** The bot was blocked or unblocked by a person, or added to or removed from a group. */
export async function groupChanged(
  world: World,
  offices: Offices,
  event: Event & { type: 'membership' },
): Promise<void> {
  const linked = await world.store.links.recipientsOf(event.chat);
  for (const { org, to } of linked) await remember(world, offices, org, to, event);
  if (!event.isGroup || !event.member || linked.length > 0) return;
  const adders = await world.store.links.recipientsOf(event.from);
  let asked = false;
  for (const office of await offices.all()) {
    const adder = adders.find((a) => a.org === office.org)?.to;
    if (adder === undefined) continue;
    asked = (await askSecretary(world, office, event)) || asked;
  }
  // Somebody from outside added the bot: it says nothing there and leaves.
  if (!asked) {
    world.log.warn({ update: event.updateId }, 'added to a group by somebody unknown: leaving');
    await world.chat.leave(event.chat).catch((error) => world.log.warn({ error }, 'could not leave a group'));
  }
}

async function remember(
  world: World,
  offices: Offices,
  org: string,
  to: Recipient,
  event: Event & { type: 'membership' },
): Promise<void> {
  const office = await offices.of(org);
  if (!office) return;
  await world.store.links.block(org, to, !event.member);
  const base = { at: event.at, by: 'bot' as const, about: [], planVersion: office.planVersion, recipient: to };
  const entry = event.member
    ? { ...base, kind: 'linked' as const, how: 'invite' as const }
    : { ...base, kind: 'unlinked' as const, why: 'blocked' };
  await world.store.ledger.append(org, { heads: {}, source: `u${event.updateId}.${to}`, answer: '', entries: [entry] });
}

/** The Party group is linked when a secretary confirms, never by itself. */
async function askSecretary(world: World, office: Office, event: Event & { type: 'membership' }): Promise<boolean> {
  const secretary = secretaryOf(office.plan);
  const free = [];
  for (const group of office.plan.groups)
    if (!(await world.store.links.chatOf(office.org, `group/${group.id}`))) free.push(group);
  if (!secretary || free.length === 0) return free.length > 0;
  const buttons = free.map((group): readonly Button[] => [
    {
      label: phrase('button-link-group', { group: group.name }),
      action: { command: 'link-group', about: [], with: { group: group.id, chat: event.chat } },
    },
  ]);
  const message: Message = { lines: [{ text: phrase('group-ask', { title: event.title ?? '' }) }], buttons, items: [] };
  const to = toPerson(secretary);
  const notice: Notice = { id: `group@u${event.updateId}~${to}`, kind: 'answer', to, at: event.at, message };
  await world.store.ledger.append(office.org, { heads: {}, entries: [], notices: [notice] });
  await world.timer.ring('deliver');
  return true;
}
